package fr.maillage.reminders;

import fr.maillage.community.Body;
import fr.maillage.community.CommunityId;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The end of the mandates held in the bodies of a CPTS. It stands here since the module of CPTS is one that this module
 * uses: it cannot use it back.
 */
@Component
class GovernanceDeadlines implements DeadlineSource {

    private static final Source TYPED = new Source("Gouvernance saisie par la CPTS dans Maillage", null);

    private final JdbcClient db;

    GovernanceDeadlines(JdbcClient db) {
        this.db = db;
    }

    private record Found(CommunityId community, Deadline deadline) {}

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    /** A mandate that the same body gave again, for longer or without end, is renewed: nothing is awaited any more. */
    @Override
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        return db
                .sql("""
                        select s.id, s.community_id, s.function, s.until_day, b.name as body, exists (
                            select 1 from community.seat next where next.body_id = s.body_id
                                and next.function = s.function and next.id <> s.id
                                and (next.until_day is null or next.until_day > s.until_day)) as renewed
                        from community.seat s join community.body b on b.id = s.body_id
                        where s.community_id = any(:communities) and s.until_day is not null
                        order by s.until_day, b.name, s.function, s.id
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query((row, _) -> read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::community, Collectors.mapping(Found::deadline, Collectors.toList())));
    }

    @Override
    public boolean isForInstitutions() {
        return false;
    }

    private static Found read(ResultSet row) throws SQLException {
        var function = Body.Function.valueOf(row.getString("function"));
        var last = row.getObject("until_day", LocalDate.class).minusDays(1);
        return new Found(
                new CommunityId(row.getObject("community_id", UUID.class)),
                Deadline.ofTeam(
                        "mandat:" + row.getObject("id", UUID.class),
                        DeadlineKind.GOVERNANCE,
                        "Fin de mandat, " + French.inSentence(function.label()) + " (" + row.getString("body") + ")",
                        last,
                        function != Body.Function.MEMBER && row.getBoolean("renewed"),
                        "Le mandat donné par cette instance a pour dernier jour le " + French.date(last)
                                + " : il faut le renouveler ou désigner quelqu’un d’autre.".replace(" :", "\u00A0:"),
                        TYPED,
                        "/gouvernance"));
    }
}
