package fr.maillage.region;

import fr.maillage.charts.ClassBars;
import fr.maillage.charts.ClassBars.Share;
import fr.maillage.charts.Palette;
import fr.maillage.shared.Today;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.ChoroplethMap.Shade;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which communes of a scope a CPTS covers, and which none does. */
@Component("territoryCoverage")
@Transactional(readOnly = true)
public class Coverage {

    /** How a commune is covered, from nothing to a contract: the order of the classes of the map. */
    public enum State {
        NONE("sans-cpts", "Sans CPTS"),
        PROJECT("projet", "CPTS en projet"),
        SHARED("partagee", "Plusieurs CPTS, ou une partie seulement"),
        CONTRACT("contrat", "CPTS sous contrat");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static Optional<State> ofCode(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst();
        }
    }

    /**
     * A commune.
     *
     * @param communities names of the CPTS that cover it, or a part of it
     */
    public record Line(
            String code,
            String name,
            String departement,
            @Nullable String grouping,
            @Nullable Long population,
            State state,
            @Nullable String communities) {}

    /** The communes of a scope in one state. */
    public record Sum(State state, int communes, long population) {}

    static final ListSpec SPEC = ListSpec.sortedBy("commune", "sort_name")
            .column("intercommunalite", "lower(grouping)")
            .column("population", "population")
            .column("etat", "rank")
            .filters("etat", "departement");

    /** The city stands for its arrondissements, as everywhere in a territory. */
    private static final String LINES = """
            with held as (
                select p.ground, count(distinct p.community_id) as n, bool_and(p.whole) as whole,
                    bool_or(p.active) as active, string_agg(distinct p.name, ', ' order by p.name) as communities
                from (select z.ground, v.community_id, c.name, z.part = '' and z.commune_code = z.ground as whole,
                          exists (select from contract.contract k where k.community_id = c.id
                              and k.state <> 'DRAFT' and k.period @> :today::date) as active
                      from community.perimeter_place z join community.perimeter v on v.id = z.perimeter_id
                      join community.community c on c.id = v.community_id
                      where upper_inf(z.validity)) p
                group by p.ground
            ), line as (
                select c.code, c.name, c.departement_code, e.name as grouping, c.population::bigint as population,
                    public.unaccent(lower(c.name)) as sort_name, h.communities,
                    case when h.ground is null then 0 when h.n > 1 or not h.whole then 2 when h.active then 3 else 1 end
                        as rank
                from territory.commune c left join territory.epci e on e.code = c.epci_code
                left join held h on h.ground = c.code
                where c.parent_code is null and (:whole or (:region <> '' and c.region_code = :region)
                    or c.departement_code = any(:departements))
            )
            """;

    private static final String WHERE = """
             where (public.unaccent(name || ' ' || coalesce(grouping, '') || ' ' || coalesce(communities, ''))
                    ilike public.unaccent(:like) or code = :search)
               and (:state < 0 or rank = :state) and (:departement = '' or departement_code = :departement)
            """;

    private final JdbcClient db;
    private final Today today;

    Coverage(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    Listing<Line> page(Scope scope, ListQuery query) {
        long total = ask(scope, query, "select count(*) from line" + WHERE)
                .query(Long.class)
                .single();
        return query.listing(
                ask(
                                scope,
                                query,
                                "select * from line" + WHERE + " order by " + query.orderBy()
                                        + ", code limit :rows offset :offset")
                        .param("rows", query.size())
                        .param("offset", query.offset())
                        .query(Coverage::read)
                        .list(),
                total);
    }

    List<Line> all(Scope scope, ListQuery query) {
        return ask(scope, query, "select * from line" + WHERE + " order by " + query.orderBy() + ", code")
                .query(Coverage::read)
                .list();
    }

    /** Whole scope, whatever is searched. */
    List<Sum> sums(Scope scope) {
        return scoped(
                        scope,
                        "select rank, count(*) as communes, coalesce(sum(population), 0) as population from line"
                                + " group by rank order by rank desc")
                .query((rs, _) ->
                        new Sum(State.values()[rs.getInt("rank")], rs.getInt("communes"), rs.getLong("population")))
                .list();
    }

    /** The départements of a scope, for its filter and its map. */
    List<String> departements(Scope scope) {
        return scoped(scope, "select distinct departement_code from line order by 1")
                .query(String.class)
                .list();
    }

    /** The vintages of the populations that are added up: « 2023 ». */
    String vintage(Scope scope) {
        return scoped(scope, """
                        select coalesce(string_agg(distinct c.population_vintage::text, ' et '), '')
                        from line join territory.commune c on c.code = line.code
                        """).query(String.class).single();
    }

    /** A département drawn by state: a whole région would not be read on a screen. */
    ChoroplethMap map(Scope scope, String departement) {
        var shades = new LinkedHashMap<String, Shade>();
        scoped(scope, "select * from line where departement_code = :shown order by code")
                .param("shown", departement)
                .query(Coverage::read)
                .list()
                .forEach(line -> shades.put(
                        line.code(),
                        new Shade(
                                line.state().ordinal(),
                                line.communities() == null
                                        ? line.state().label()
                                        : line.state().label() + " (" + line.communities() + ")")));
        return ChoroplethMap.of(
                "Couverture du département " + departement,
                List.copyOf(shades.keySet()),
                Palette.SEQUENTIAL,
                State.values().length,
                shades);
    }

    /** The sums as the classes of the map. */
    static ClassBars classes(List<Sum> sums) {
        long people = sums.stream().mapToLong(Sum::population).sum();
        var shares = new ArrayList<Share>();
        for (var state : State.values()) {
            var sum = sums.stream()
                    .filter(each -> each.state() == state)
                    .findFirst()
                    .orElse(new Sum(state, 0, 0));
            shares.add(new Share(
                    state.label(), true, sum.communes(), sum.population(), percent(sum.population(), people)));
        }
        return new ClassBars("Habitants selon la couverture", Palette.SEQUENTIAL, shares);
    }

    /** In percent, one decimal; zero of nobody. */
    static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private JdbcClient.StatementSpec ask(Scope scope, ListQuery query, String select) {
        return scoped(scope, select)
                .param("like", query.like())
                .param("search", query.search())
                .param(
                        "state",
                        State.ofCode(query.filter("etat")).map(State::ordinal).orElse(-1))
                .param("departement", Objects.requireNonNullElse(query.filter("departement"), ""));
    }

    private JdbcClient.StatementSpec scoped(Scope scope, String select) {
        return db.sql(LINES + select)
                .param("today", today.day())
                .param("whole", scope.whole())
                .param("region", scope.region())
                .param("departements", scope.departements().toArray(String[]::new));
    }

    private static Line read(ResultSet rs, int row) throws SQLException {
        return new Line(
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("departement_code"),
                rs.getString("grouping"),
                rs.getObject("population", Long.class),
                State.values()[rs.getInt("rank")],
                rs.getString("communities"));
    }
}
