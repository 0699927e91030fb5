package fr.maillage.dossier.projection;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.Governances;
import fr.maillage.community.Participants;
import fr.maillage.community.Perimeters;
import fr.maillage.project.Projects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what documents, views and rules need of a CPTS. */
@Service
public class CommunityReader {

    private final Communities communities;
    private final Perimeters perimeters;
    private final Participants participants;
    private final Governances governances;
    private final Projects projects;

    CommunityReader(
            Communities communities,
            Perimeters perimeters,
            Participants participants,
            Governances governances,
            Projects projects) {
        this.communities = communities;
        this.perimeters = perimeters;
        this.participants = participants;
        this.governances = governances;
        this.projects = projects;
    }

    /** Everything as it is at one instant, in a transaction of its own or of a caller that reads at one instant too. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CommunityFacts of(CommunityId community) {
        return new CommunityFacts(
                communities.find(community),
                perimeters.current(community).orElse(null),
                participants.of(community),
                governances.of(community),
                projects.of(community));
    }
}
