package fr.maillage.dossier.completeness;

import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.context.ProjectContext;
import fr.maillage.rules.SizeClasses.Coherence;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at, read once.
 *
 * @param day the day of the reading, in Paris
 * @param communes how many communes the territory has
 * @param coherence the population from which the coherence of the territory is taken for granted
 * @param connected whether they touch; null when a contour is missing
 * @param written keys of the narratives that are not blank
 */
public record ProjectFacts(
        LocalDate day,
        int communes,
        long population,
        Coherence coherence,
        @Nullable Boolean connected,
        List<Participant> participants,
        Governance governance,
        StructuredProject project,
        ProjectContext context,
        Set<String> written) {

    /**
     * @param day the day of the reading, in Paris
     * @param written keys of the narratives that are not blank
     */
    public static ProjectFacts of(
            LocalDate day,
            CommunityFacts facts,
            Coherence coherence,
            @Nullable Boolean connected,
            Set<String> written) {
        var territory = facts.territory();
        return new ProjectFacts(
                day,
                territory == null ? 0 : territory.communes(),
                territory == null ? 0 : territory.population(),
                coherence,
                connected,
                facts.participants(),
                facts.governance(),
                facts.project(),
                facts.context(),
                written);
    }
}
