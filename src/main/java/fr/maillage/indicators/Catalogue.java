package fr.maillage.indicators;

import fr.maillage.community.CommunityId;
import fr.maillage.rules.Mission;
import fr.maillage.rules.NationalIndicators;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Quantity;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import fr.maillage.ui.Option;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The indicators that a CPTS may follow: the national ones of today, and its own. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    static final ListSpec SPEC = ListSpec.sortedBy("code", "national_rank")
            .column("indicateur", "lower(public.unaccent(title))")
            .column("mission", "mission_title")
            .column("mesure", "extracted_on")
            .filters("mission", "nature");

    /** National ones come from the dated rules, so they are handed over as a table. */
    private static final String LINES = """
            with known as (
                select n.code, n.title, n.mission_title, n.mission, true as national, n.rank as national_rank
                from unnest(:codes::text[], :titles::text[], :missionTitles::text[], :missions::text[], :ranks::int[])
                    as n (code, title, mission_title, mission, rank)
                union all
                select 'L' || l.number, l.title, coalesce(m.title, 'Toutes les missions'), coalesce(l.mission, ''), false,
                    1000 + l.number
                from indicators.local_indicator l
                left join unnest(:allMissions::text[], :allTitles::text[]) as m (code, title) on m.code = l.mission
                where l.community_id = :community and l.archived_at is null
            ), line as (
                select known.*, v.value, v.period_to, v.extracted_on,
                    (select count(*) from (
                        select c.period from indicators.value c
                        where c.community_id = :community and c.code = known.code and c.superseded_at is null
                        group by c.period having count(distinct c.value) > 1) d) as disputed
                from known left join lateral (
                    select value, upper(period) - 1 as period_to, extracted_on from indicators.value
                    where community_id = :community and code = known.code and superseded_at is null
                    order by upper(period) desc, extracted_on desc, entered_at desc limit 1) v on true
            )
            """;

    private static final String WHERE = """
             where public.unaccent(code || ' ' || title) ilike public.unaccent(:like)
               and (:mission = '' or mission = :mission) and (:nature = '' or national = (:nature = 'national'))
            """;

    private final JdbcClient db;
    private final Today today;

    Catalogue(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    /**
     * An indicator with where it stands.
     *
     * @param value the last one that holds, in the unit of the indicator
     * @param disputed how many periods have values that differ
     */
    public record Line(
            CatalogueIndicator indicator,
            @Nullable BigDecimal value,
            @Nullable LocalDate periodTo,
            @Nullable LocalDate extractedOn,
            int disputed) {

        /** « 72,4 % », or « aucune ». */
        public String shown() {
            return value == null ? "aucune" : Quantity.of(IndicatorValue.rounded(value), indicator.unit());
        }
    }

    Listing<Line> page(CommunityId community, ListQuery query) {
        long total = ask(community, query, "select count(*) from line" + WHERE)
                .query(Long.class)
                .single();
        return query.listing(
                lines(
                        community,
                        ask(
                                        community,
                                        query,
                                        "select * from line" + WHERE + " order by " + query.orderBy()
                                                + ", code limit :rows offset :offset")
                                .param("rows", query.size())
                                .param("offset", query.offset())),
                total);
    }

    List<Line> all(CommunityId community, ListQuery query) {
        return lines(
                community,
                ask(community, query, "select * from line" + WHERE + " order by " + query.orderBy() + ", code"));
    }

    private List<Line> lines(CommunityId community, JdbcClient.StatementSpec asked) {
        var known = known(community);
        return asked.query((rs, _) -> new Line(
                        Objects.requireNonNull(known.get(rs.getString("code"))),
                        rs.getBigDecimal("value"),
                        rs.getObject("period_to", LocalDate.class),
                        rs.getObject("extracted_on", LocalDate.class),
                        rs.getInt("disputed")))
                .list();
    }

    private JdbcClient.StatementSpec ask(CommunityId community, ListQuery query, String select) {
        var national = national();
        return db.sql(LINES + select)
                .param("community", community.value())
                .param("codes", texts(national, CatalogueIndicator::code))
                .param("titles", texts(national, CatalogueIndicator::title))
                .param("missionTitles", texts(national, CatalogueIndicator::missionTitle))
                .param(
                        "missions",
                        texts(
                                national,
                                each -> each.mission() == null
                                        ? ""
                                        : each.mission().code()))
                .param(
                        "ranks",
                        java.util.stream.IntStream.range(0, national.size())
                                .boxed()
                                .toArray(Integer[]::new))
                .param("allMissions", Mission.codes().toArray(String[]::new))
                .param(
                        "allTitles",
                        Mission.codes().stream()
                                .map(code -> Mission.ofCode(code).orElseThrow().title())
                                .toArray(String[]::new))
                .param("like", query.like())
                .param("mission", Objects.requireNonNullElse(query.filter("mission"), ""))
                .param("nature", Objects.requireNonNullElse(query.filter("nature"), ""));
    }

    private static String[] texts(List<CatalogueIndicator> list, Function<CatalogueIndicator, String> text) {
        return list.stream().map(text).toArray(String[]::new);
    }

    private List<CatalogueIndicator> national() {
        return NationalIndicators.on(today.day()).stream()
                .map(CatalogueIndicator::of)
                .toList();
    }

    /** By code, archived ones too: their values stay. */
    Map<String, CatalogueIndicator> known(CommunityId community) {
        var all = new ArrayList<>(national());
        all.addAll(db.sql("select * from indicators.local_indicator where community_id = ? order by number")
                .param(community.value())
                .query(Catalogue::local)
                .list());
        return all.stream()
                .collect(Collectors.toMap(
                        CatalogueIndicator::code, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    /** @throws NotFound for a code that the CPTS does not know */
    CatalogueIndicator find(CommunityId community, String code) {
        var found = known(community).get(code);
        if (found == null) {
            throw new NotFound("indicator " + code + " of " + community);
        }
        return found;
    }

    /** Those that may be chosen, archived ones left out: « N1, Population avec médecin traitant… ». */
    public List<Option> options(CommunityId community) {
        return known(community).values().stream()
                .filter(indicator -> !indicator.archived())
                .map(indicator -> new Option(indicator.code(), indicator.code() + ", " + indicator.title()))
                .toList();
    }

    private static CatalogueIndicator local(ResultSet rs, int row) throws SQLException {
        return new CatalogueIndicator(
                rs.getObject("id", UUID.class),
                "L" + rs.getInt("number"),
                Mission.ofCode(Objects.requireNonNullElse(rs.getString("mission"), ""))
                        .orElse(null),
                rs.getString("title"),
                Direction.valueOf(rs.getString("direction")),
                rs.getString("unit"),
                rs.getString("numerator"),
                rs.getString("denominator"),
                rs.getString("producer"),
                rs.getString("proof"),
                rs.getBoolean("persons"),
                rs.getString("fact"),
                null,
                null,
                rs.getTimestamp("archived_at") != null,
                rs.getInt("version"));
    }
}
