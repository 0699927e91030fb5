package fr.maillage.dossier.projection;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.Governances;
import fr.maillage.community.Participants;
import fr.maillage.community.Perimeters;
import fr.maillage.dossier.DossierKind;
import fr.maillage.project.Projects;
import fr.maillage.project.context.Contexts;
import fr.maillage.shared.Today;
import fr.maillage.statutes.AssociationStatutes;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what documents, views and rules need of a CPTS. */
@Service
public class CommunityReader {

    private final JdbcClient db;
    private final Communities communities;
    private final Perimeters perimeters;
    private final Participants participants;
    private final Governances governances;
    private final Projects projects;
    private final Contexts contexts;
    private final AssociationStatutes statutes;
    private final Today today;

    CommunityReader(
            JdbcClient db,
            Communities communities,
            Perimeters perimeters,
            Participants participants,
            Governances governances,
            Projects projects,
            Contexts contexts,
            AssociationStatutes statutes,
            Today today) {
        this.db = db;
        this.communities = communities;
        this.perimeters = perimeters;
        this.participants = participants;
        this.governances = governances;
        this.projects = projects;
        this.contexts = contexts;
        this.statutes = statutes;
        this.today = today;
    }

    /** Everything as it is at one instant, in a transaction of its own or of a caller that reads at one instant too. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CommunityFacts of(CommunityId community) {
        return new CommunityFacts(
                communities.find(community),
                perimeters.current(community).orElse(null),
                participants.of(community),
                governances.of(community),
                projects.of(community),
                contexts.of(community),
                statutes.adoptedOn(community, today.day()).orElse(null),
                deposits(community));
    }

    private Map<DossierKind, LocalDate> deposits(CommunityId community) {
        return db
                .sql("""
                        select d.kind, min(p.deposited_at) as first from dossier.deposit p
                        join dossier.dossier d on d.id = p.dossier_id
                        where d.community_id = ? group by d.kind
                        """)
                .param(community.value())
                .query((row, _) -> Map.entry(
                        DossierKind.valueOf(row.getString("kind")),
                        Today.dayOf(row.getTimestamp("first").toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
