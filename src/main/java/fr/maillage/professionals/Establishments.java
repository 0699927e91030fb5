package fr.maillage.professionals;

import fr.maillage.datasets.Vintages;
import fr.maillage.datasets.spi.Vintage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Health, social and medico-social establishments of the current edition of the FINESS, with the places that the dataset
 * of equipments tells and the care that they are authorised for.
 *
 * <p>A département is <em>covered</em> when the edition holds at least one establishment per 2 000 inhabitants there
 * (France has three); a région, or France, when the covered départements hold at least 99 % of its inhabitants.
 */
@Service
public class Establishments {

    /** Category of the EHPAD. */
    public static final String EHPAD = "500";

    /** « Médecine d’urgence » among the authorised activities. */
    private static final String EMERGENCY = "14";

    private static final String CURRENT =
            "(select slot from datasets.vintage where dataset = 'finess' and state = 'CURRENT')";

    /** Places of an establishment, null when no line tells them: never zero for lack of a figure. */
    private static final String PLACES = """
            left join lateral (
                select sum(q.places)::int as places from professionals.equipment q
                where q.finess = e.finess and q.added
                  and q.slot = (select slot from datasets.vintage
                                where dataset = 'finess-equipements' and state = 'CURRENT')
            ) p on true
            """;

    private static final String BY_CATEGORY = """
            select e.category as code, min(e.category_label) as label, count(*)::int as number,
                   sum(p.places)::int as places
            from professionals.establishment e
            """ + PLACES + "where e.slot = " + CURRENT + " and {zone}\n"
            + "group by e.category order by number desc, code";

    private static final String POINTS =
            """
            select e.finess, e.name, e.category, e.category_label, e.commune, e.lat, e.lon, p.places
            from professionals.establishment e
            """ + PLACES + "where e.slot = " + CURRENT + " and e.lat is not null and {zone}\norder by e.finess";

    private static final String IN_COMMUNES = """
            e.commune in (select code from territory.commune
                          where code = any(:communes) or parent_code = any(:communes))""";

    private static final String WITH_EMERGENCIES = """
            e.finess in (select c.finess from professionals.care c
                         where c.activity = :activity
                           and c.slot = (select slot from datasets.vintage
                                         where dataset = 'finess-soins' and state = 'CURRENT'))""";

    private final JdbcClient jdbc;
    private final Vintages vintages;

    Establishments(JdbcClient jdbc, Vintages vintages) {
        this.jdbc = jdbc;
        this.vintages = vintages;
    }

    /**
     * How many establishments of a category.
     *
     * @param code of the category, three digits: 500 is an EHPAD
     * @param places installed in those whose places are known; null when none is
     */
    public record CategoryCount(
            String code, String label, int number, @Nullable Integer places) {}

    /**
     * An establishment on the map.
     *
     * @param finess nine signs
     * @param commune today's code, null when it cannot be told
     * @param lat degrees, WGS 84
     * @param lon degrees, WGS 84
     * @param places installed; null when the source does not say
     */
    public record Point(
            String finess,
            String name,
            String category,
            String categoryLabel,
            @Nullable String commune,
            double lat,
            double lon,
            @Nullable Integer places) {}

    /** By category, the most numerous first; communes that are not covered give no line: ask {@link #covers}. */
    public List<CategoryCount> of(Collection<String> communes) {
        return jdbc.sql(BY_CATEGORY.replace("{zone}", IN_COMMUNES))
                .param("communes", communes.toArray(String[]::new))
                .query(CategoryCount.class)
                .list();
    }

    /** Empty when the edition does not cover this département. */
    public List<CategoryCount> ofDepartement(String code) {
        return covered("DEPARTEMENT", code) ? ofZone("e.departement = :zone", code) : List.of();
    }

    /** Empty when the edition does not cover all of this région. */
    public List<CategoryCount> ofRegion(String code) {
        return covered("REGION", code)
                ? ofZone(
                        "e.departement in (select d.code from territory.departement d where d.region_code = :zone)",
                        code)
                : List.of();
    }

    /** Empty when the edition is not a national one. */
    public List<CategoryCount> ofFrance() {
        return covered("FRANCE", "F") ? ofZone("(e.departement is not null or :zone = '')", "F") : List.of();
    }

    /** @param category code of a category, or null for all */
    public List<Point> points(Collection<String> communes, @Nullable String category) {
        return jdbc.sql(POINTS.replace("{zone}", IN_COMMUNES + " and (:category = '' or e.category = :category)"))
                .param("communes", communes.toArray(String[]::new))
                .param("category", category == null ? "" : category)
                .query(Point.class)
                .list();
    }

    /** Every establishment of the edition that is authorised for « Médecine d’urgence », wherever it is. */
    public List<Point> emergencyDepartments() {
        return jdbc.sql(POINTS.replace("{zone}", WITH_EMERGENCIES))
                .param("activity", EMERGENCY)
                .query(Point.class)
                .list();
    }

    /** Whether the edition covers all these départements; never when the FINESS was not imported. */
    public boolean covers(Collection<String> departements) {
        return !departements.isEmpty()
                && Set.copyOf(departements).stream().allMatch(code -> covered("DEPARTEMENT", code));
    }

    /** Codes of the départements that the edition covers; none when the FINESS was not imported. */
    public Set<String> coveredDepartements() {
        return Set.copyOf(jdbc.sql("""
                        select zone from professionals.covered_zone
                        where dataset = 'finess' and level = 'DEPARTEMENT' and slot = """ + CURRENT).query(String.class).list());
    }

    /** Of the FINESS; empty while it was never imported. */
    public Optional<Vintage> vintage() {
        return vintages.current("finess");
    }

    /** Of the places; empty while they were never imported: places are then unknown. */
    public Optional<Vintage> placesVintage() {
        return vintages.current("finess-equipements");
    }

    /** Of the authorised care activities; empty while they were never imported: no emergency department is known. */
    public Optional<Vintage> careVintage() {
        return vintages.current("finess-soins");
    }

    private List<CategoryCount> ofZone(String condition, String zone) {
        return jdbc.sql(BY_CATEGORY.replace("{zone}", condition))
                .param("zone", zone)
                .query(CategoryCount.class)
                .list();
    }

    private boolean covered(String level, String zone) {
        return jdbc.sql("""
                        select exists (select from professionals.covered_zone
                            where dataset = 'finess' and level = ? and zone = ? and slot = """ + CURRENT + ")")
                .params(level, zone)
                .query(Boolean.class)
                .single();
    }
}
