package fr.maillage.dossier.completeness;

import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.project.StructuredProject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at, read once.
 *
 * @param communes how many communes the territory has
 * @param connected whether they touch; null when a contour is missing
 * @param written keys of the narratives that are not blank
 */
public record ProjectFacts(
        int communes,
        long population,
        @Nullable Boolean connected,
        List<Participant> participants,
        Governance governance,
        StructuredProject project,
        Set<String> written) {

    /** @param written keys of the narratives that are not blank */
    public static ProjectFacts of(CommunityFacts facts, @Nullable Boolean connected, Set<String> written) {
        var territory = facts.territory();
        return new ProjectFacts(
                territory == null ? 0 : territory.communes(),
                territory == null ? 0 : territory.population(),
                connected,
                facts.participants(),
                facts.governance(),
                facts.project(),
                written);
    }
}
