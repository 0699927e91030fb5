package fr.maillage.region;

import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.rules.NationalIndicators.NationalIndicator;
import fr.maillage.rules.ShareInterval;
import fr.maillage.rules.SmallCounts;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A national indicator over the CPTS of a scope, in one civil year: each with its persons, its interval and where it started.
 * Never sorted by value: a raw league table says more of territories and of chance than of what CPTS did. See
 * docs/decisions/0187.
 */
@Component
@Transactional(readOnly = true)
public class IndicatorSpread {

    static final ListSpec SPEC = ListSpec.sortedBy("cpts", "lower(name)")
            .column("departement", "seat_departement")
            .column("population", "population")
            .filters("indicateur", "annee");

    /** By year, the value agreed in a closed review, else the last one given: by the Assurance Maladie first. */
    private static final String LINES = """
            with here as (
                select c.id, c.slug, c.name, c.seat_departement, p.population
                from community.community c
                left join community.perimeter p on p.community_id = c.id and upper_inf(p.validity)
                where (:whole or (:region <> '' and c.region_code = :region) or c.seat_departement = any(:departements))
            ), given as (
                select distinct on (v.community_id) v.community_id, v.producer, v.value, v.numerator, v.denominator,
                    v.extracted_on, (select count(distinct o.value) from indicators.value o
                        where o.community_id = v.community_id and o.code = v.code and o.period = v.period
                            and o.superseded_at is null) > 1 as disputed
                from indicators.value v join here on here.id = v.community_id
                where v.code = :code and v.superseded_at is null and extract(year from upper(v.period) - 1) = :year
                order by v.community_id, upper(v.period) desc,
                    array_position(array['CPAM', 'NATIONAL', 'ARS', 'MSA', 'CPTS', 'FACTS'], v.producer)
            ), settled as (
                select distinct on (k.community_id) k.community_id, l.agreed
                from review.review r join contract.contract k on k.id = r.contract_id
                join here on here.id = k.community_id
                join review.line l on l.review_id = r.id and l.agreed_at is not null and l.agreed is not null
                join contract.result_line n on n.id = l.result_line and n.indicator = :code
                where r.state = 'CLOSED'
                    and extract(year from lower(k.period) + make_interval(years => r.year) - interval '1 day') = :year
                order by k.community_id, r.closed_at desc
            ), start as (
                select distinct on (k.community_id) k.community_id, n.baseline
                from contract.contract k join here on here.id = k.community_id
                join contract.terms t on t.contract_id = k.id and t.state = 'SIGNED'
                join contract.result_line n on n.terms_id = t.id and n.indicator = :code and n.baseline is not null
                order by k.community_id, t.signed_on
            ), line as (
                select here.*, g.producer, g.value, g.numerator, g.denominator, g.extracted_on,
                    coalesce(g.disputed, false) as disputed, settled.agreed, start.baseline
                from here left join given g on g.community_id = here.id
                left join settled on settled.community_id = here.id
                left join start on start.community_id = here.id
                where g.community_id is not null or settled.community_id is not null
            )
            """;

    private static final String WHERE = " where public.unaccent(name) ilike public.unaccent(:like) ";

    private static final ListQuery EVERY = new ListQuery("", "", "cpts", false, 1, 10, Map.of(), "lower(name)");

    private final JdbcClient db;
    private final Today today;

    IndicatorSpread(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    /**
     * A CPTS with its value.
     *
     * @param value as given; null when only an agreed one is known
     * @param agreed by the parties of its contract, in a closed review
     * @param baseline where its contract starts
     * @param hidden whether too few persons make it
     */
    public record Line(
            String name,
            String departement,
            @Nullable Long population,
            @Nullable Producer producer,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable LocalDate extractedOn,
            boolean disputed,
            @Nullable BigDecimal agreed,
            @Nullable BigDecimal baseline,
            boolean hidden) {

        /** Empty for an agreed value that is not the one given: nobody said of how many persons it is. */
        public Optional<ShareInterval> interval() {
            return hidden || !counted() ? Optional.empty() : ShareInterval.of(numerator, denominator);
        }

        /** Whether the persons told are those of the value that stands. */
        public boolean counted() {
            return denominator != null
                    && numerator != null
                    && (agreed == null || value != null && agreed.compareTo(value) == 0);
        }

        /** The value that stands for the year; null when it may not be shown. */
        public @Nullable BigDecimal counts() {
            return hidden ? null : agreed != null ? agreed : value;
        }

        /** « 72,4 % », or why there is none. */
        public String shown(NationalIndicator indicator, SmallCounts small) {
            var counts = counts();
            return counts == null
                    ? small.inWords()
                    : Quantity.of(counts.setScale(1, RoundingMode.HALF_UP), indicator.unit());
        }

        /** « la CPAM, relevé le 10 février 2026 », « convenu dans le dialogue de gestion ». */
        public String from() {
            var given = producer == null
                    ? ""
                    : producer.label() + (extractedOn == null ? "" : ", relevé le " + French.date(extractedOn));
            return agreed == null
                    ? given + (disputed ? ". Une autre partie dit autrement." : "")
                    : "Convenu dans le dialogue de gestion" + (given.isEmpty() ? "" : ". Selon " + given);
        }
    }

    /**
     * How the CPTS of the scope spread, hidden values left out.
     *
     * @param known how many have a value
     * @param among how many the scope has
     * @param median of the values, each CPTS alike; null without any
     */
    public record Sum(
            int known,
            int among,
            @Nullable BigDecimal least,
            @Nullable BigDecimal median,
            @Nullable BigDecimal most) {}

    Listing<Line> page(Scope scope, NationalIndicator indicator, int year, ListQuery query) {
        long total = ask(scope, indicator, year, query, "select count(*) from line" + WHERE)
                .query(Long.class)
                .single();
        return query.listing(
                ask(
                                scope,
                                indicator,
                                year,
                                query,
                                "select * from line" + WHERE + "order by " + query.orderBy()
                                        + ", slug limit :rows offset :offset")
                        .param("rows", query.size())
                        .param("offset", query.offset())
                        .query((rs, _) -> line(rs, indicator))
                        .list(),
                total);
    }

    List<Line> all(Scope scope, NationalIndicator indicator, int year, ListQuery query) {
        return ask(
                        scope,
                        indicator,
                        year,
                        query,
                        "select * from line" + WHERE + "order by " + query.orderBy() + ", slug")
                .query((rs, _) -> line(rs, indicator))
                .list();
    }

    /** Years that have a value of an indicator, given or agreed, newest first. */
    List<Integer> years(Scope scope, NationalIndicator indicator) {
        return db.sql("""
                        with here as (
                            select c.id from community.community c
                            where (:whole or (:region <> '' and c.region_code = :region)
                                or c.seat_departement = any(:departements)))
                        select extract(year from upper(v.period) - 1)::int as year
                        from indicators.value v join here on here.id = v.community_id
                        where v.code = :code and v.superseded_at is null
                        union
                        select extract(year from lower(k.period) + make_interval(years => r.year) - interval '1 day')::int
                        from review.review r join contract.contract k on k.id = r.contract_id
                        join here on here.id = k.community_id
                        join review.line l on l.review_id = r.id and l.agreed_at is not null and l.agreed is not null
                        join contract.result_line n on n.id = l.result_line and n.indicator = :code
                        where r.state = 'CLOSED'
                        order by year desc limit 15
                        """)
                .param("whole", scope.whole())
                .param("region", scope.region())
                .param("departements", scope.departements().toArray(String[]::new))
                .param("code", indicator.code())
                .query(Integer.class)
                .list();
    }

    Sum sum(Scope scope, NationalIndicator indicator, int year) {
        var values = all(scope, indicator, year, EVERY).stream()
                .map(Line::counts)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
        int among = db.sql("""
                        select count(*) from community.community c
                        where (:whole or (:region <> '' and c.region_code = :region) or c.seat_departement = any(:departements))
                        """)
                .param("whole", scope.whole())
                .param("region", scope.region())
                .param("departements", scope.departements().toArray(String[]::new))
                .query(Integer.class)
                .single();
        if (values.isEmpty()) {
            return new Sum(0, among, null, null, null);
        }
        var upper = values.get(values.size() / 2);
        var lower = values.get((values.size() - 1) / 2);
        return new Sum(
                values.size(),
                among,
                values.getFirst(),
                upper.add(lower).divide(BigDecimal.TWO, 4, RoundingMode.HALF_UP),
                values.getLast());
    }

    private JdbcClient.StatementSpec ask(
            Scope scope, NationalIndicator indicator, int year, ListQuery query, String select) {
        return db.sql(LINES + select)
                .param("whole", scope.whole())
                .param("region", scope.region())
                .param("departements", scope.departements().toArray(String[]::new))
                .param("code", indicator.code())
                .param("year", year)
                .param("like", query.like());
    }

    private Line line(ResultSet rs, NationalIndicator indicator) throws SQLException {
        var producer = rs.getString("producer");
        var numerator = rs.getBigDecimal("numerator");
        var denominator = rs.getBigDecimal("denominator");
        var value = rs.getBigDecimal("value");
        var agreed = rs.getBigDecimal("agreed");
        // A count out of nothing is itself a number of persons; a share without its numbers says none.
        var count = numerator != null || indicator.denominator() != null ? numerator : value != null ? value : agreed;
        var population = rs.getLong("population");
        return new Line(
                rs.getString("name"),
                rs.getString("seat_departement"),
                rs.wasNull() ? null : population,
                producer == null ? null : Producer.valueOf(producer),
                value,
                numerator,
                denominator,
                rs.getObject("extracted_on", LocalDate.class),
                rs.getBoolean("disputed"),
                agreed,
                rs.getBigDecimal("baseline"),
                SmallCounts.on(today.day()).hides(count, denominator));
    }
}
