package fr.maillage.region;

import fr.maillage.community.CommunityId;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The portfolio of a scope: one query gives a page of it. Money is what was received, from the receipts; what is due is
 * computed for the lines shown alone, see {@link PortfolioRows}.
 */
@Component
@Transactional(readOnly = true)
public class Portfolio {

    /** Where a CPTS stands, as those who follow it may know. */
    public enum Stage {
        INITIATIVE("initiative", "Initiative"),
        LETTER("lettre", "Lettre d’intention"),
        PROJECT("projet", "Projet de santé"),
        CONTRACT("contrat", "Contrat à signer"),
        ACTIVE("activite", "En activité"),
        ENDED("termine", "Contrat terminé");

        private final String code;
        private final String label;

        Stage(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static Optional<Stage> ofCode(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(stage -> stage.code.equals(code))
                    .findFirst();
        }
    }

    /**
     * @param population null while no territory is saved
     * @param contract number of its last signed contract, or null
     * @param year the contract year of today, or null
     * @param received for that contract
     * @param late missions whose latest start has passed without a start
     * @param review state of the newest review of that contract, or null
     */
    public record Line(
            CommunityId id,
            String slug,
            String name,
            String departement,
            String region,
            Stage stage,
            @Nullable Long population,
            int communes,
            @Nullable Integer size,
            @Nullable String contract,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer year,
            Euros received,
            int late,
            @Nullable String review,
            @Nullable Integer reviewYear,
            boolean fileLate) {}

    static final ListSpec SPEC = ListSpec.sortedBy("cpts", "lower(name)")
            .column("etape", "stage_rank")
            .column("population", "population")
            .column("taille", "size")
            .column("contrat", "from_day")
            .column("recu", "received")
            .column("retard", "late")
            .filters("etape", "taille", "retard");

    /** Sets, not a look-up by CPTS: an institution may follow a thousand. */
    private static final String LINES = """
            with here as (
                select c.id, c.slug, c.name, c.seat_departement, c.region_code from community.community c
                where (:whole or (:region <> '' and c.region_code = :region) or c.seat_departement = any(:departements))
            ), place as (
                select p.community_id, p.population, p.communes
                from here join community.perimeter p on p.community_id = here.id and upper_inf(p.validity)
            ), k as (
                select distinct on (x.community_id) x.community_id, x.id, x.number, x.state, x.period
                from here join contract.contract x on x.community_id = here.id and x.state <> 'DRAFT'
                order by x.community_id, lower(x.period) desc
            ), t as (
                select distinct on (y.contract_id) y.contract_id, y.id, y.size
                from k join contract.terms y on y.contract_id = k.id and y.state = 'SIGNED'
                order by y.contract_id, y.effect_on desc, y.number desc
            ), money as (
                select r.contract_id, sum(r.amount) as received
                from k join contract.receipt r on r.contract_id = k.id and r.cancelled_at is null group by r.contract_id
            ), delay as (
                select t.contract_id, count(*) as late from t join contract.mission m on m.terms_id = t.id
                left join contract.mission_start s on s.contract_id = t.contract_id and s.mission = m.mission
                where m.start_by < :today and s.mission is null group by t.contract_id
            ), v as (
                select distinct on (w.contract_id) w.contract_id, w.state, w.year, w.file_due
                from k join review.review w on w.contract_id = k.id order by w.contract_id, w.year desc
            ), d as (
                select o.community_id, bool_or(o.kind = 'HEALTH_PROJECT') as project,
                    bool_or(o.kind = 'LETTER_OF_INTENT') as letter
                from here join dossier.dossier o on o.community_id = here.id
                where exists (select from dossier.deposit q where q.dossier_id = o.id) group by o.community_id
            ), line as (
                select here.id, here.slug, here.name, here.seat_departement, here.region_code, place.population,
                    coalesce(place.communes, 0) as communes,
                    k.number, lower(k.period) as from_day, upper(k.period) as to_day, t.size,
                    coalesce(money.received, 0) as received, coalesce(delay.late, 0) as late,
                    v.state as review, v.year as review_year,
                    coalesce(v.state = 'OPEN' and v.file_due < :today, false) as file_late,
                    case when k.id is not null and upper(k.period) <= :today then 'ENDED'
                        when k.id is not null then 'ACTIVE'
                        when exists (select from contract.contract x where x.community_id = here.id and x.state = 'DRAFT')
                            then 'CONTRACT'
                        when d.project then 'PROJECT' when d.letter then 'LETTER' else 'INITIATIVE' end as stage
                from here left join place on place.community_id = here.id left join k on k.community_id = here.id
                left join t on t.contract_id = k.id left join money on money.contract_id = k.id
                left join delay on delay.contract_id = k.id left join v on v.contract_id = k.id
                left join d on d.community_id = here.id
            ), ranked as materialized (
                select line.*, array_position(array['INITIATIVE', 'LETTER', 'PROJECT', 'CONTRACT', 'ACTIVE', 'ENDED'], stage)
                    as stage_rank from line
            )
            """;

    /** By stage, for the whole scope whatever is searched. */
    private static final String SUMS = """
            select stage, count(*) as communities, coalesce(sum(population), 0) as population,
                sum(received) as received
            from ranked group by stage, stage_rank order by stage_rank
            """;

    private static final String WHERE = """
             where public.unaccent(name || ' ' || coalesce(number, '')) ilike public.unaccent(:like)
               and (:stage = '' or stage = :stage) and (:size = 0 or size = :size)
               and (not :late or late > 0 or file_late)
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Today today;

    Portfolio(JdbcClient db, JsonMapper json, Today today) {
        this.db = db;
        this.json = json;
        this.today = today;
    }

    /** A page of the CPTS of a scope, with how many there are at each stage. */
    record Page(Listing<Line> listing, List<Sum> sums) {}

    /** Counts once for both: the sums come with each line. */
    Page of(Scope scope, ListQuery query) {
        var total = new AtomicLong();
        var sums = new AtomicReference<List<Sum>>();
        var rows = ask(
                        scope,
                        query,
                        "select *, count(*) over () as total, (select json_agg(s) from (" + SUMS
                                + ") s)::text as sums from ranked" + WHERE + " order by " + query.orderBy()
                                + ", slug limit :rows offset :offset")
                .param("rows", query.size())
                .param("offset", query.offset())
                .query((rs, _) -> {
                    if (sums.get() == null) {
                        total.set(rs.getLong("total"));
                        sums.set(sums(rs.getString("sums")));
                    }
                    return read(rs);
                })
                .list();
        if (rows.isEmpty() && query.page() > 1) {
            total.set(ask(scope, query, "select count(*) from ranked" + WHERE)
                    .query(Long.class)
                    .single());
        }
        return new Page(query.listing(rows, total.get()), Objects.requireNonNullElseGet(sums.get(), () -> sums(scope)));
    }

    private List<Sum> sums(Scope scope) {
        return scoped(scope, "select coalesce(json_agg(s), '[]')::text from (" + SUMS + ") s")
                .query((rs, _) -> sums(rs.getString(1)))
                .single();
    }

    private List<Sum> sums(String text) {
        return json.readValue(text, new TypeReference<List<SumJson>>() {}).stream()
                .map(sum -> new Sum(
                        sum.stage(),
                        sum.communities(),
                        sum.population(),
                        new Euros(sum.received().setScale(2))))
                .toList();
    }

    private record SumJson(Stage stage, int communities, long population, BigDecimal received) {}

    /** Every line of the same search, for an export. */
    List<Line> all(Scope scope, ListQuery query) {
        return ask(scope, query, "select * from ranked" + WHERE + " order by " + query.orderBy() + ", slug")
                .query((rs, _) -> read(rs))
                .list();
    }

    /** How many CPTS of a stage, with the inhabitants and the money they stand for. */
    public record Sum(Stage stage, int communities, long population, Euros received) {}

    /** How many CPTS, inhabitants and contracts of each région, for the whole country. */
    public record RegionSum(String region, int communities, int active, long population, Euros received, int late) {}

    List<RegionSum> byRegion() {
        return scoped(Scope.COUNTRY, """
                        select region_code, count(*) as n, count(*) filter (where stage = 'ACTIVE') as active,
                            coalesce(sum(population), 0) as people, sum(received) as received, sum(late) as late
                        from ranked group by region_code order by region_code
                        """)
                .query((rs, _) -> new RegionSum(
                        rs.getString("region_code"),
                        rs.getInt("n"),
                        rs.getInt("active"),
                        rs.getLong("people"),
                        new Euros(rs.getBigDecimal("received")),
                        rs.getInt("late")))
                .list();
    }

    private JdbcClient.StatementSpec ask(Scope scope, ListQuery query, String select) {
        var size = query.filter("taille");
        return scoped(scope, select)
                .param("like", query.like())
                .param(
                        "stage",
                        Stage.ofCode(query.filter("etape")).map(Stage::name).orElse(""))
                .param("size", size != null && size.matches("[1-4]") ? Integer.parseInt(size) : 0)
                .param("late", "oui".equals(query.filter("retard")));
    }

    private JdbcClient.StatementSpec scoped(Scope scope, String select) {
        return db.sql(LINES + select)
                .param("today", today.day())
                .param("whole", scope.whole())
                .param("region", scope.region())
                .param("departements", scope.departements().toArray(String[]::new));
    }

    private Line read(ResultSet rs) throws SQLException {
        var from = rs.getObject("from_day", LocalDate.class);
        var to = rs.getObject("to_day", LocalDate.class);
        var running = from != null
                && to != null
                && !today.day().isBefore(from)
                && today.day().isBefore(to);
        return new Line(
                new CommunityId(rs.getObject("id", UUID.class)),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("seat_departement"),
                rs.getString("region_code"),
                Stage.valueOf(rs.getString("stage")),
                rs.getObject("population", Long.class),
                rs.getInt("communes"),
                rs.getObject("size", Integer.class),
                rs.getString("number"),
                from,
                to == null ? null : to.minusDays(1),
                running ? (int) java.time.temporal.ChronoUnit.YEARS.between(from, today.day()) + 1 : null,
                new Euros(rs.getBigDecimal("received")),
                rs.getInt("late"),
                rs.getString("review"),
                rs.getObject("review_year", Integer.class),
                rs.getBoolean("file_late"));
    }
}
