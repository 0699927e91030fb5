package fr.maillage.review;

import fr.maillage.community.CommunityId;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an open yearly review awaits: the file of the year, then the end of the contradictory exchange. */
@Component
class ReviewDeadlines implements DeadlineSource {

    private final JdbcClient db;

    ReviewDeadlines(JdbcClient db) {
        this.db = db;
    }

    private record Found(CommunityId community, List<Deadline> deadlines) {}

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    @Override
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        return db
                .sql("""
                        select r.year, r.state, r.file_due, r.contradictory_until, k.number, k.community_id, i.name
                        from review.review r join contract.contract k on k.id = r.contract_id
                        join access.institution i on i.id = r.opened_for
                        where k.community_id = any(:communities) and r.state <> 'CLOSED' order by r.year
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query((row, _) -> new Found(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        deadlines(
                                row.getInt("year"),
                                row.getString("state").equals("HANDED"),
                                row.getObject("file_due", LocalDate.class),
                                row.getObject("contradictory_until", LocalDate.class),
                                row.getString("number"),
                                row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::community,
                        Collectors.flatMapping(found -> found.deadlines().stream(), Collectors.toList())));
    }

    private static List<Deadline> deadlines(
            int year, boolean handed, LocalDate due, LocalDate until, String contract, String institution) {
        var source = new Source("Dialogue de gestion ouvert par " + institution, null);
        var code = "dialogue:" + contract + ":" + year;
        var page = "/contrats/" + contract + "/dialogue/" + year;
        return Stream.of(
                        Deadline.ofTeam(
                                code + ":dossier",
                                DeadlineKind.REVIEW,
                                "Remettre le dossier de l’année " + year,
                                due,
                                handed,
                                "L’institution qui ouvre le dialogue de gestion fixe le jour où le dossier est attendu.",
                                source,
                                "/bilan/" + year),
                        Deadline.ofTeam(
                                code + ":contradictoire",
                                DeadlineKind.REVIEW,
                                "Fin de l’échange contradictoire de l’année " + year,
                                until,
                                false,
                                "Après ce jour, le silence d’une partie laisse valoir la valeur de l’autre.",
                                source,
                                "/bilan/" + year))
                .map(deadline -> deadline.forInstitutions(page))
                .toList();
    }
}
