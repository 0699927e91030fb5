package fr.maillage.dossier.instruction;

import fr.maillage.access.AccountId;
import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionId;
import fr.maillage.access.InstitutionView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.InboxItem;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import fr.maillage.ui.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an institution has to instruct, read through the scope {@code dossier.instructed_by}. */
@Component
@Transactional(readOnly = true)
public class Inbox {

    /**
     * A line of the inbox.
     *
     * @param version the last deposited version
     * @param received when it was deposited
     * @param opinions how many institutions have given their opinion on that version
     * @param expected how many institutions are asked for one
     * @param firstReceived when the first version was deposited
     * @param entrustedTo the person of the institution who has it in hand, or null
     * @param decision the move that closed it, or null while it is open; silence counts from its day
     * @param decidedAt when, or null where silence has validated and the daily job has not written it yet
     * @param delay its legal delay, or null when it is under none
     */
    public record Line(
            String number,
            String community,
            String communitySlug,
            DossierKind kind,
            Step step,
            int version,
            Instant received,
            int opinions,
            int expected,
            Instant firstReceived,
            @Nullable String entrustedTo,
            @Nullable Move decision,
            @Nullable Instant decidedAt,
            @Nullable DossierDelay delay) {

        /** « réputé validé après le 22 janvier 2027 », as the page of the dossier says it; empty when no delay runs. */
        String limit() {
            return delay == null || !delay.running()
                    ? ""
                    : "réputé validé après le " + French.date(delay.delay().limit());
        }
    }

    static final ListSpec SPEC = ListSpec.sortedBy("recu", "deposited_at")
            .column("cpts", "community")
            .column("etat", "step_rank")
            .column("delai", "deemed_on")
            .column("age", "first_at")
            .column("confie", "entrusted_to")
            .column("numero", "number")
            .filters("etat", "dossier");

    /**
     * Conditions of the filter « etat », by its value in the address. The ARS has a dossier to do until it has decided,
     * even while the CPTS completes it when little of a running delay is left; the others until their opinion on the last
     * version.
     */
    private static final Map<String, String> STATES = Map.of(
            "a-traiter",
                    "(case when decides then step in ('SUBMITTED', 'IN_REVIEW')"
                            + " or (step = 'TO_COMPLETE' and not stopped and deemed_on <= :pressing)"
                            + " else step in ('SUBMITTED', 'IN_REVIEW') and not own_opinion end)",
            "a-moi", "mine",
            "en-instruction", "step = 'IN_REVIEW'",
            "complement", "step = 'TO_COMPLETE'",
            "delai-proche", "(step in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE') and deemed_on < :soon)",
            "termines", "step in ('VALIDATED', 'REFUSED', 'LAPSED')");

    /** The same states in the order of the page, with their words. */
    private static final Map<String, String> LABELS = labels();

    /** A dossier the CPTS completes comes back to the ARS when fewer days than this are left. */
    private static final int PRESSING = 15;

    private static final String LINES = """
            with line as (
                select d.number, c.name as community, c.slug, d.kind, now.step, p.ordinal, p.deposited_at, p.deemed_on,
                    array_position(array['SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE', 'VALIDATED', 'REFUSED', 'LAPSED'],
                        now.step) as step_rank,
                    (select count(distinct o.institution_id) from dossier.opinion o where o.deposit_id = p.id)
                        as opinions,
                    (select count(*) from dossier.opinion_asked a where a.dossier_id = d.id) as expected,
                    me.role in ('ARS_DELEGATION', 'ARS_HEAD_OFFICE') as decides, p.complement_stops as stopped,
                    (select min(f.deposited_at) from dossier.deposit f where f.dossier_id = d.id) as first_at,
                    e.account_name as entrusted_to, coalesce(e.account_id = cast(:reader as uuid), false) as mine,
                    d.community_id, last.move as last_move, last.at as last_at,
                    exists (select 1 from dossier.opinion o
                        where o.deposit_id = p.id and o.institution_id = :institution) as own_opinion
                from dossier.instructed_by s
                join access.institution me on me.id = s.institution_id
                join dossier.dossier d on d.id = s.dossier_id
                left join dossier.entrusted e on e.dossier_id = d.id and e.institution_id = s.institution_id
                cross join lateral (select dossier.step_seen(d, :today) as step) now
                join community.community c on c.id = d.community_id
                join lateral (select * from dossier.deposit p where p.dossier_id = d.id
                    order by p.ordinal desc limit 1) p on true
                left join lateral (select m.move, m.at from dossier.move m where m.dossier_id = d.id
                    and m.to_step = now.step order by m.id desc limit 1) last on now.step in ('VALIDATED', 'REFUSED', 'LAPSED')
                where s.institution_id = :institution
            )
            """;

    private final JdbcClient jdbc;
    private final Today today;

    Inbox(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** One page of the dossiers in the scope of an institution. */
    Listing<Line> of(InstitutionView view, ListQuery query) {
        var total = new AtomicLong();
        var rows = ask(
                        view,
                        query,
                        "select *, count(*) over () as total from line" + where(query) + " order by " + query.orderBy()
                                + ", number limit :size offset :offset")
                .param("size", query.size())
                .param("offset", query.offset())
                .query((row, index) -> {
                    total.set(row.getLong("total"));
                    return read(row, index);
                })
                .list();
        if (rows.isEmpty() && query.page() > 1) {
            total.set(ask(view, query, "select count(*) from line" + where(query))
                    .query(Long.class)
                    .single());
        }
        return query.listing(rows, total.get());
    }

    /** Every line of the same search, for an export. */
    List<Line> all(InstitutionView view, ListQuery query) {
        return ask(view, query, "select * from line" + where(query) + " order by " + query.orderBy() + ", number")
                .query(this::read)
                .list();
    }

    /** The most urgent dossiers beside the one that is open, at most twenty; the list has them all. */
    List<InboxItem> beside(Institution institution, String open) {
        return lines(institution.id(), null, """
                        select * from line order by number = :open desc, step_rank > 3, deemed_on nulls last, number limit 20
                        """).param("open", open).query(this::read).list().stream()
                .sorted(java.util.Comparator.comparing(
                                (Line line) -> line.step().closed())
                        .thenComparing(Line::received))
                .map(line -> item(institution, line, open))
                .toList();
    }

    private static InboxItem item(Institution institution, Line line, String open) {
        var delay = line.delay();
        return new InboxItem(
                line.community(),
                line.kind().label(),
                "reçu le " + French.date(line.received()),
                "/institutions/" + institution.slug() + "/dossiers/" + line.number(),
                Badges.of(line.step(), line.kind()),
                delay != null && delay.running() ? (long) delay.percentElapsed() * 10 : null,
                delay != null && delay.running()
                        ? delay.left()
                        : line.kind().underLegalClock() ? "" : "sans délai légal",
                delay != null && delay.isShort(),
                line.number().equals(open));
    }

    /** How many dossiers wait for this institution. */
    public int toDo(InstitutionId institution) {
        return lines(institution, null, "select count(*) from line where " + STATES.get("a-traiter"))
                .query(Integer.class)
                .single();
    }

    /**
     * The states one may filter by, each with its count.
     *
     * @param toDo how many dossiers wait for this institution
     */
    record States(int toDo, List<Option> options) {}

    States states(InstitutionView view) {
        var counts = lines(view.institution().id(), view.actor().account(), """
                        select count(*) filter (where %s), count(*) filter (where %s), count(*) filter (where %s),
                            count(*) filter (where %s), count(*) filter (where %s), count(*) filter (where %s) from line
                        """.formatted(
                                LABELS.keySet().stream().map(STATES::get).toArray()))
                .query((row, _) -> {
                    var found = new ArrayList<Integer>();
                    for (int column = 1; column <= LABELS.size(); column++) {
                        found.add(row.getInt(column));
                    }
                    return found;
                })
                .single();
        var count = counts.iterator();
        return new States(
                counts.getFirst(),
                LABELS.entrySet().stream()
                        .map(state -> new Option(state.getKey(), state.getValue() + " " + count.next()))
                        .toList());
    }

    private JdbcClient.StatementSpec ask(InstitutionView view, ListQuery query, String select) {
        return lines(view.institution().id(), view.actor().account(), select)
                .param("like", query.like())
                .param("kind", query.filter("dossier"));
    }

    /** @param reader whose own dossiers are told apart, or null for nobody's */
    private JdbcClient.StatementSpec lines(InstitutionId institution, @Nullable AccountId reader, String select) {
        return jdbc.sql(LINES + select)
                .param("institution", institution.value())
                .param("reader", reader == null ? null : reader.value(), Types.OTHER)
                .param("today", today.day())
                .param("soon", soon())
                .param("pressing", today.day().plusDays(PRESSING));
    }

    private LocalDate soon() {
        return today.day().plusDays(DossierDelay.SHORT);
    }

    private static String where(ListQuery query) {
        var state = query.filter("etat");
        return " where (public.unaccent(community || ' ' || number) ilike public.unaccent(:like)"
                + " or exists (select 1 from community.perimeter_place z join community.perimeter v on v.id = z.perimeter_id"
                + " where v.community_id = line.community_id and v.validity @> line.deposited_at"
                + " and public.unaccent(z.commune_name) ilike public.unaccent(:like)))"
                + " and (cast(:kind as text) is null or kind = :kind)"
                + (state == null || !STATES.containsKey(state) ? "" : " and " + STATES.get(state));
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("a-traiter", "À traiter");
        labels.put("a-moi", "À moi");
        labels.put("en-instruction", "En instruction");
        labels.put("complement", "Complément demandé");
        labels.put("delai-proche", "Délai proche");
        labels.put("termines", "Terminés");
        return labels;
    }

    private Line read(ResultSet row, int index) throws SQLException {
        var kind = DossierKind.valueOf(row.getString("kind"));
        var step = Step.valueOf(row.getString("step"));
        var received = row.getTimestamp("deposited_at").toInstant();
        var move = row.getString("last_move");
        var decided = row.getTimestamp("last_at");
        return new Line(
                row.getString("number"),
                row.getString("community"),
                row.getString("slug"),
                kind,
                step,
                row.getInt("ordinal"),
                received,
                row.getInt("opinions"),
                row.getInt("expected"),
                row.getTimestamp("first_at").toInstant(),
                row.getString("entrusted_to"),
                move == null ? null : Move.valueOf(move),
                decided == null ? null : decided.toInstant(),
                DossierDelay.of(step, received, row.getObject("deemed_on", LocalDate.class), today.day()));
    }
}
