package fr.maillage.dossier.projection;

import fr.maillage.community.Community;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.project.StructuredProject;
import fr.maillage.territory.Overview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything structured that a document may show of a CPTS, read once.
 *
 * @param territory null while no commune is chosen
 */
public record CommunityFacts(
        Community community,
        @Nullable Overview territory,
        List<Participant> participants,
        Governance governance,
        StructuredProject project) {}
