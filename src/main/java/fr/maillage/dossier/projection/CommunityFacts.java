package fr.maillage.dossier.projection;

import fr.maillage.community.Community;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.community.Perimeter;
import fr.maillage.dossier.DossierKind;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.context.ProjectContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything structured that a document may show of a CPTS, read once.
 *
 * @param territory null while no commune is chosen
 * @param statutesAdoptedOn when the statutes in force were adopted, null while none are
 * @param deposits the day of the first deposit of each kind of dossier; absent for one never deposited
 */
public record CommunityFacts(
        Community community,
        @Nullable Perimeter territory,
        List<Participant> participants,
        Governance governance,
        StructuredProject project,
        ProjectContext context,
        @Nullable LocalDate statutesAdoptedOn,
        Map<DossierKind, LocalDate> deposits) {}
