package fr.maillage.indicators;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.indicators.IndicatorValue.Origin;
import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.indicators.spi.Period;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import fr.maillage.shared.Today;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The values of the indicators of a CPTS. */
@Service
@Transactional(readOnly = true)
public class IndicatorValues {

    private final JdbcClient db;
    private final Catalogue catalogue;
    private final FactRegistry registry;
    private final Perimeters perimeters;
    private final Journal journal;
    private final Today today;

    IndicatorValues(
            JdbcClient db,
            Catalogue catalogue,
            FactRegistry registry,
            Perimeters perimeters,
            Journal journal,
            Today today) {
        this.db = db;
        this.catalogue = catalogue;
        this.registry = registry;
        this.perimeters = perimeters;
        this.journal = journal;
        this.today = today;
    }

    /** What somebody gives: a value, with the two numbers it comes from when they are known. */
    public record Given(
            UUID id,
            String code,
            Period period,
            Producer producer,
            BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            LocalDate extractedOn,
            String comment) {}

    /** Every value ever given of an indicator: latest periods first, those that hold before those they superseded. */
    List<IndicatorValue> of(CommunityId community, String code) {
        return db.sql("""
                        select * from indicators.value where community_id = ? and code = ?
                        order by upper(period) desc, lower(period) desc, superseded_at desc nulls first, producer,
                            entered_at desc limit 500
                        """)
                .params(community.value(), code)
                .query(IndicatorValues::read)
                .list();
    }

    /** The values that hold, by indicator. */
    Map<String, List<IndicatorValue>> holding(CommunityId community) {
        return db.sql("""
                        select * from indicators.value where community_id = ? and superseded_at is null
                        order by code, upper(period) desc, producer
                        """).param(community.value()).query(IndicatorValues::read).list().stream()
                .collect(Collectors.groupingBy(IndicatorValue::code));
    }

    /** The values that hold for periods that end within another. */
    public List<KnownValue> endingIn(CommunityId community, Period period) {
        var indicators = catalogue.known(community);
        return db
                .sql("""
                        select * from indicators.value where community_id = :community and superseded_at is null
                          and upper(period) - 1 between :from and :to order by code, upper(period), producer
                        """)
                .param("community", community.value())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .query(IndicatorValues::read)
                .list()
                .stream()
                .filter(value -> indicators.containsKey(value.code()))
                .map(value -> new KnownValue(Objects.requireNonNull(indicators.get(value.code())), value))
                .toList();
    }

    /** Records a value; false when the same is already known. The same form sent twice records one. */
    @Transactional
    public boolean record(CommunityView view, Given given, Origin origin) {
        var indicator = catalogue.find(view.id(), given.code());
        if (!keep(view, given, origin)) {
            return false;
        }
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("indicator-value", given.id()),
                        "indicator.valued",
                        "Valeur de l’indicateur " + given.code() + " pour "
                                + given.period().inWords() + ", "
                                + given.producer().label() + "\u00A0: "
                                + Quantity.of(given.value(), indicator.unit()) + ".")
                .in(view.id().value()));
        return true;
    }

    /** Records the lines of a file together: all or none; how many were not known yet. */
    @Transactional
    public int recordAll(CommunityView view, List<Given> lines) {
        int added = 0;
        for (var line : lines) {
            added += keep(view, line, Origin.IMPORTED) ? 1 : 0;
        }
        if (added > 0) {
            journal.record(Entry.of(
                            view.author(),
                            Subject.of("community", view.id().value()),
                            "indicator.imported",
                            French.count(added, "valeur d’indicateur importée", "valeurs d’indicateurs importées")
                                    + ".")
                    .in(view.id().value()));
        }
        return added;
    }

    /** What came of counting the facts. */
    public enum Counting {
        RECORDED,
        SAME,
        /** Nothing of that kind was recorded over the period, which is not zero. */
        NOTHING
    }

    /** Records what the facts count today for a period. */
    @Transactional
    public Counting compute(CommunityView view, UUID id, String code, Period period) {
        var indicator = catalogue.find(view.id(), code);
        var fact = registry.of(view.id(), period).stream()
                .filter(each -> each.kind().code().equals(indicator.fact()))
                .findFirst()
                .orElse(null);
        if (fact == null) {
            return Counting.NOTHING;
        }
        var given = new Given(
                id,
                code,
                period,
                Producer.FACTS,
                fact.value(),
                null,
                null,
                today.day(),
                fact.kind().label() + ". " + fact.counted());
        return record(view, given, Origin.COMPUTED) ? Counting.RECORDED : Counting.SAME;
    }

    private boolean keep(CommunityView view, Given given, Origin origin) {
        db.sql("select id from community.community where id = ? for no key update")
                .param(view.id().value())
                .query(UUID.class)
                .single();
        int known = bind(db.sql("""
                        select count(*) from indicators.value where community_id = :community and (id = :id
                            or (code = :code and period = daterange(:from, :to, '[]') and producer = :producer
                                and superseded_at is null and value = :value and extracted_on = :extracted
                                and numerator is not distinct from :numerator
                                and denominator is not distinct from :denominator and comment = :comment))
                        """), view, given).query(Integer.class).single();
        if (known > 0) {
            return false;
        }
        bind(db.sql("""
                        update indicators.value set superseded_at = :at
                        where community_id = :community and code = :code and period = daterange(:from, :to, '[]')
                          and producer = :producer and superseded_at is null
                        """), view, given)
                .param("at", Timestamp.from(today.instant()))
                .update();
        var territory = perimeters.onDay(view.id(), given.period().to());
        bind(db.sql("""
                        insert into indicators.value (id, community_id, code, period, producer, value, numerator,
                            denominator, extracted_on, territory, origin, comment, entered_at, entered_by)
                        values (:id, :community, :code, daterange(:from, :to, '[]'), :producer, :value, :numerator,
                            :denominator, :extracted, :territory, :origin, :comment, :at, :by)
                        """), view, given)
                .param("territory", territory.map(version -> version.number()).orElse(null), Types.INTEGER)
                .param("origin", origin.name())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        return true;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CommunityView view, Given given) {
        return statement
                .param("id", given.id())
                .param("community", view.id().value())
                .param("code", given.code())
                .param("from", Date.valueOf(given.period().from()))
                .param("to", Date.valueOf(given.period().to()))
                .param("producer", given.producer().name())
                .param("value", given.value())
                .param("numerator", given.numerator(), Types.NUMERIC)
                .param("denominator", given.denominator(), Types.NUMERIC)
                .param("extracted", Date.valueOf(given.extractedOn()))
                .param("comment", given.comment());
    }

    private static IndicatorValue read(ResultSet rs, int row) throws SQLException {
        var range = rs.getString("period").replaceAll("[\\[\\])]", "").split(",");
        var superseded = rs.getTimestamp("superseded_at");
        return new IndicatorValue(
                rs.getObject("id", UUID.class),
                rs.getString("code"),
                new Period(LocalDate.parse(range[0]), LocalDate.parse(range[1]).minusDays(1)),
                Producer.valueOf(rs.getString("producer")),
                rs.getBigDecimal("value"),
                rs.getBigDecimal("numerator"),
                rs.getBigDecimal("denominator"),
                rs.getObject("extracted_on", LocalDate.class),
                rs.getObject("territory", Integer.class),
                Origin.valueOf(rs.getString("origin")),
                rs.getString("comment"),
                rs.getTimestamp("entered_at").toInstant(),
                rs.getString("entered_by"),
                superseded == null ? null : superseded.toInstant());
    }
}
