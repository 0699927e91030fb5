package fr.maillage.dossier.instruction;

import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionId;
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
import java.time.Instant;
import java.time.LocalDate;
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
     * @param expected how many institutions give one
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
            @Nullable DossierDelay delay) {}

    static final ListSpec SPEC = ListSpec.sortedBy("recu", "deposited_at")
            .column("cpts", "community")
            .column("etat", "step_rank")
            .column("delai", "deemed_on")
            .column("numero", "number")
            .filters("etat", "dossier");

    /** Conditions of the filter « etat », by its value in the address. */
    private static final Map<String, String> STATES = Map.of(
            "a-traiter", "(step = 'SUBMITTED' or (step = 'IN_REVIEW' and not own_opinion))",
            "en-instruction", "step = 'IN_REVIEW'",
            "complement", "step = 'TO_COMPLETE'",
            "delai-proche", "(step in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE') and deemed_on < :soon)",
            "termines", "step in ('VALIDATED', 'REFUSED', 'LAPSED')");

    private static final String LINES = """
            with line as (
                select d.number, c.name as community, c.slug, d.kind, now.step, p.ordinal, p.deposited_at, p.deemed_on,
                    array_position(array['SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE', 'VALIDATED', 'REFUSED', 'LAPSED'],
                        now.step) as step_rank,
                    (select count(distinct o.institution_id) from dossier.opinion o where o.deposit_id = p.id)
                        as opinions,
                    (select count(*) from dossier.instructed_by i join access.institution n on n.id = i.institution_id
                     where i.dossier_id = d.id and n.role <> 'ARS_HEAD_OFFICE') as expected,
                    exists (select 1 from dossier.opinion o
                        where o.deposit_id = p.id and o.institution_id = :institution) as own_opinion
                from dossier.instructed_by s
                join dossier.dossier d on d.id = s.dossier_id
                cross join lateral (select dossier.step_seen(d, :today) as step) now
                join community.community c on c.id = d.community_id
                join lateral (select * from dossier.deposit p where p.dossier_id = d.id
                    order by p.ordinal desc limit 1) p on true
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
    public Listing<Line> of(InstitutionId institution, ListQuery query) {
        var total = new AtomicLong();
        var rows = ask(
                        institution,
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
            total.set(ask(institution, query, "select count(*) from line" + where(query))
                    .query(Long.class)
                    .single());
        }
        return query.listing(rows, total.get());
    }

    /** Every line of the same search, for an export. */
    List<Line> all(InstitutionId institution, ListQuery query) {
        return ask(
                        institution,
                        query,
                        "select * from line" + where(query) + " order by " + query.orderBy() + ", number")
                .query(this::read)
                .list();
    }

    /** The most urgent dossiers beside the one that is open, at most twenty; the list has them all. */
    List<InboxItem> beside(Institution institution, String open) {
        return jdbc
                .sql(LINES + """
                        select * from line order by number = :open desc, step_rank > 3, deemed_on nulls last, number limit 20
                        """)
                .param("institution", institution.id().value())
                .param("today", today.day())
                .param("open", open)
                .query(this::read)
                .list()
                .stream()
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
        return jdbc.sql(LINES + "select count(*) from line where " + STATES.get("a-traiter"))
                .param("institution", institution.value())
                .param("today", today.day())
                .query(Integer.class)
                .single();
    }

    /**
     * The states one may filter by, each with its count.
     *
     * @param toDo how many dossiers wait for this institution
     */
    record States(int toDo, List<Option> options) {}

    States states(InstitutionId institution) {
        var counts = jdbc.sql(LINES
                        + """
                        select count(*) filter (where %s), count(*) filter (where %s), count(*) filter (where %s),
                            count(*) filter (where %s), count(*) filter (where %s) from line
                        """.formatted(
                                        STATES.get("a-traiter"),
                                        STATES.get("en-instruction"),
                                        STATES.get("complement"),
                                        STATES.get("delai-proche"),
                                        STATES.get("termines")))
                .param("institution", institution.value())
                .param("today", today.day())
                .param("soon", soon())
                .query((row, index) ->
                        new int[] {row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)})
                .single();
        return new States(
                counts[0],
                List.of(
                        new Option("a-traiter", "À traiter " + counts[0]),
                        new Option("en-instruction", "En instruction " + counts[1]),
                        new Option("complement", "Complément demandé " + counts[2]),
                        new Option("delai-proche", "Délai proche " + counts[3]),
                        new Option("termines", "Terminés " + counts[4])));
    }

    private JdbcClient.StatementSpec ask(InstitutionId institution, ListQuery query, String select) {
        return jdbc.sql(LINES + select)
                .param("institution", institution.value())
                .param("today", today.day())
                .param("like", query.like())
                .param("kind", query.filter("dossier"))
                .param("soon", soon());
    }

    private LocalDate soon() {
        return today.day().plusDays(DossierDelay.SHORT);
    }

    private static String where(ListQuery query) {
        var state = query.filter("etat");
        return " where public.unaccent(community || ' ' || number) ilike public.unaccent(:like)"
                + " and (cast(:kind as text) is null or kind = :kind)"
                + (state == null || !STATES.containsKey(state) ? "" : " and " + STATES.get(state));
    }

    private Line read(ResultSet row, int index) throws SQLException {
        var kind = DossierKind.valueOf(row.getString("kind"));
        var step = Step.valueOf(row.getString("step"));
        var received = row.getTimestamp("deposited_at").toInstant();
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
                DossierDelay.of(step, received, row.getObject("deemed_on", LocalDate.class), today.day()));
    }
}
