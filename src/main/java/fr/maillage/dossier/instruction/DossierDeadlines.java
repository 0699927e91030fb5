package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deadlines of the instruction: the legal delay of the ARS, the answer to its request for a complement, the answers to
 * remarks. Of deposited dossiers only, so both sides see them.
 */
@Component
class DossierDeadlines implements DeadlineSource {

    private static final String DEPOSITED = """
            select d.community_id, d.number, d.kind, dossier.step_seen(d, :today) as step, p.deposited_at, p.deemed_on,
                p.complement_stops, asked.at as asked_at, asked.answer_by, remark.due, remark.waiting
            from dossier.dossier d
            join lateral (select * from dossier.deposit p where p.dossier_id = d.id
                order by p.ordinal desc limit 1) p on true
            left join lateral (select m.at, m.answer_by from dossier.move m
                where m.dossier_id = d.id and m.move = 'ASK_MORE' and m.answer_by is not null
                order by m.id desc limit 1) asked on true
            left join lateral (select min(r.due_on) as due, count(*) as waiting from dossier.remark r
                where r.dossier_id = d.id and r.due_on is not null and r.resolved_at is null
                    and r.party in ('ARS', 'CPAM', 'MSA') and not exists (
                        select 1 from dossier.remark_answer a where a.remark_id = r.id and a.party = 'CPTS')) remark on true
            where d.community_id = any(:communities)
            """;

    private final JdbcClient db;
    private final Today today;

    DossierDeadlines(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    private record Found(CommunityId community, List<Deadline> deadlines) {}

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    @Override
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        return db
                .sql(DEPOSITED)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .param("today", today.day())
                .query((row, _) -> new Found(new CommunityId(row.getObject("community_id", UUID.class)), read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::community,
                        Collectors.flatMapping(found -> found.deadlines().stream(), Collectors.toList())));
    }

    private List<Deadline> read(ResultSet row) throws SQLException {
        var number = row.getString("number");
        var kind = DossierKind.valueOf(row.getString("kind"));
        var step = Step.valueOf(row.getString("step"));
        var at = "/dossiers/" + number;
        var found = new ArrayList<Deadline>();
        var delay = DossierDelay.of(
                step,
                row.getTimestamp("deposited_at").toInstant(),
                row.getObject("deemed_on", LocalDate.class),
                today.day());
        // A delay that stands still has no last day.
        if (delay != null && (delay.running() || step.closed())) {
            found.add(Deadline.ofTeam(
                            "dossier:" + number + ":opposition",
                            DeadlineKind.DOSSIER,
                            "Dernier jour pour une opposition de l’ARS au projet de santé",
                            delay.delay().limit(),
                            step.closed(),
                            delay.delay().rule() + " Version reçue le "
                                    + French.date(delay.delay().receipt()) + ".",
                            delay.delay().source(),
                            "/instruction/" + kind.path())
                    .forInstitutions(at));
        }
        var answerBy = row.getObject("answer_by", LocalDate.class);
        if (answerBy != null) {
            found.add(Deadline.ofTeam(
                            "dossier:" + number + ":complement",
                            DeadlineKind.DOSSIER,
                            "Réponse de la CPTS à la demande de complément, " + French.inSentence(kind.label()),
                            answerBy,
                            step != Step.TO_COMPLETE,
                            "L’ARS a fixé ce jour dans sa demande du "
                                    + French.date(row.getTimestamp("asked_at").toInstant()) + ".",
                            new Source("Demande de complément, dossier n° " + number, null),
                            "/instruction/" + kind.path())
                    .forInstitutions(at));
        }
        var due = row.getObject("due", LocalDate.class);
        if (due != null && step.underReview()) {
            found.add(Deadline.ofTeam(
                            "dossier:" + number + ":remarques",
                            DeadlineKind.DOSSIER,
                            "Réponse de la CPTS aux remarques, " + French.inSentence(kind.label()),
                            due,
                            false,
                            French.count(row.getInt("waiting"), "remarque datée attend", "remarques datées attendent")
                                    + " une réponse\u202F; la première pour ce jour, fixé par l’institution qui l’a écrite.",
                            new Source("Remarques des institutions, dossier n° " + number, null),
                            "/" + kind.path() + "/remarques")
                    .forInstitutions(at));
        }
        return found;
    }
}
