package fr.maillage.professionals;

import fr.maillage.datasets.spi.Vintage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts an edition of the RPPS once, when all its lines are read: persons by zone, profession and mode.
 *
 * <p>Most persons have one line: for them lines are counted. Only those with several lines are looked at one by one, so
 * that two million lines are grouped by their place and not by person.
 */
final class SupplySummary {

    /** Lines that count: civil persons, in a known département. */
    private static final String COUNTED = "category = 'C' and departement is not null";

    private static final String GENERAL = "(profession = '10' and skill in ('SM26', 'SM53', 'SM54')) is true";

    /** By the hash of their number: two persons with one hash are looked at one by one, which changes nothing. */
    private static final String SEVERAL_LINES = """
            create temp table several_line on commit drop as
            select person, profession, commune, departement, mode, {general} as general
            from {activity} a
            join (select hashtextextended(person, 0) as hash from {activity} where {counted}
                  group by 1 having count(*) > 1) s on s.hash = hashtextextended(a.person, 0)
            where {counted}
            """;

    /**
     * A row by person, profession and place. Doctors with a skill of general practice are there twice: as doctors, and as
     * {@link Supply#GENERALISTES}.
     */
    private static final String SITES = """
            create temp table site on commit drop as
            select person, profession, commune, departement, liberal, salaried, count(*) over several as places,
                   count(*) filter (where liberal and commune is not null) over several as liberal_sites
            from (
                select person, profession, commune, departement,
                       bool_or(mode = 'L') is true as liberal, bool_or(mode = 'S') is true as salaried
                from (select * from several_line
                      union all
                      select person, '{generalists}', commune, departement, mode, general
                      from several_line where general) line
                group by person, profession, commune, departement
            ) grouped
            window several as (partition by person, profession)
            """;

    private static final String SEVERAL_SITES = """
            insert into professionals.several_sites
                (slot, commune, profession, person, liberal, salaried, liberal_sites)
            select {slot}, commune, profession, person, liberal, salaried, liberal_sites
            from site where commune is not null and places > 1
            order by commune collate "C"
            """;

    /**
     * All lines, less those of persons who have several, plus a row by place of those persons. Rows arrive in the order
     * of the primary key: its index then grows at its end alone. Counts are integers: sums of bigint would be numeric.
     */
    private static final String SUPPLY = """
            insert into professionals.supply
                (slot, level, zone, profession, persons, liberals, salaried, activities, liberal_activity)
            with line as (
                select commune, departement, profession, {general} as general, count(*)::int as persons,
                       (count(*) filter (where mode = 'L'))::int as liberals,
                       (count(*) filter (where mode = 'S'))::int as salaried, count(*)::int as activities
                from {activity} where {counted} group by 1, 2, 3, 4
                union all
                select commune, departement, profession, general, -count(*)::int,
                       -(count(*) filter (where mode = 'L'))::int, -(count(*) filter (where mode = 'S'))::int, 0
                from several_line group by 1, 2, 3, 4
            ), placed as (
                select commune, departement, profession, persons, liberals, salaried, activities,
                       liberals::double precision as liberal_activity
                from line
                union all
                select commune, departement, '{generalists}', persons, liberals, salaried, activities, liberals
                from line where general
                union all
                select commune, departement, profession, count(*)::int, (count(*) filter (where liberal))::int,
                       (count(*) filter (where salaried))::int, 0,
                       coalesce(sum(1.0 / liberal_sites::double precision)
                                filter (where liberal and liberal_sites > 0), 0)
                from site group by commune, departement, profession
            )
            select {slot}, case when grouping(commune) = 0 then 'COMMUNE' when grouping(departement) = 0 then 'DEPARTEMENT'
                               when grouping(d.region_code) = 0 then 'REGION' else 'FRANCE' end,
                   coalesce(commune, departement, d.region_code, 'F'), profession,
                   sum(persons), sum(liberals), sum(salaried), sum(activities), sum(liberal_activity)
            from placed join territory.departement d on d.code = departement
            group by grouping sets
                ((commune, profession), (departement, profession), (d.region_code, profession), (profession))
            having grouping(commune) = 1 or commune is not null
            order by grouping(commune), grouping(departement),
                     coalesce(commune, departement, d.region_code, 'F') collate "C", profession collate "C"
            """;

    /** Who has several places in a zone counts once there. */
    private static final String TWICE = """
            update professionals.supply s
            set persons = s.persons - t.persons, liberals = s.liberals - t.liberals, salaried = s.salaried - t.salaried
            from (
                select level, zone, profession, sum(persons) - count(*) as persons,
                       sum(liberals) - count(*) filter (where liberals > 0) as liberals,
                       sum(salaried) - count(*) filter (where salaried > 0) as salaried
                from (
                    select case when grouping(departement) = 0 then 'DEPARTEMENT'
                                when grouping(region_code) = 0 then 'REGION' else 'FRANCE' end as level,
                           coalesce(departement, region_code, 'F') as zone, profession, person, count(*) as persons,
                           count(*) filter (where liberal) as liberals, count(*) filter (where salaried) as salaried
                    from site v join territory.departement d on d.code = v.departement
                    where places > 1
                    group by grouping sets
                        ((departement, profession, person), (region_code, profession, person), (profession, person))
                ) by_person
                group by level, zone, profession
            ) t
            where s.slot = {slot} and s.level = t.level and s.zone = t.zone and s.profession = t.profession
            """;

    private SupplySummary() {}

    static void empty(Vintage vintage, JdbcClient jdbc) {
        for (var table : new String[] {"supply_", "several_sites_", "label_"}) {
            jdbc.sql("truncate professionals." + table + vintage.slot()).update();
        }
        jdbc.sql("drop index if exists professionals.several_sites_" + vintage.slot() + "_commune")
                .update();
        jdbc.sql("drop index if exists professionals.supply_" + vintage.slot() + "_profession")
                .update();
        CoveredZones.forget(vintage, jdbc);
    }

    /** Counts an edition that is shown already, of which lines were placed since. Readers see the earlier counts meanwhile. */
    static void recount(Vintage vintage, JdbcClient jdbc) {
        for (var table : new String[] {"supply_", "several_sites_"}) {
            jdbc.sql("delete from professionals." + table + vintage.slot()).update();
        }
        CoveredZones.forget(vintage, jdbc);
        count(vintage, jdbc);
    }

    static void count(Vintage vintage, JdbcClient jdbc) {
        // The whole directory is grouped in memory, for the time of this transaction.
        jdbc.sql("set local work_mem = '96MB'").update();
        for (var step : new String[] {SEVERAL_LINES, SITES, SEVERAL_SITES, SUPPLY, TWICE}) {
            jdbc.sql(step.replace("{counted}", COUNTED)
                            .replace("{general}", GENERAL)
                            .replace("{activity}", "professionals.activity_" + vintage.slot())
                            .replace("{slot}", String.valueOf(vintage.slot()))
                            .replace("{generalists}", Supply.GENERALISTES))
                    .update();
        }
        jdbc.sql("drop table several_line, site").update();
        jdbc.sql(
                        "create index if not exists several_sites_{slot}_commune on professionals.several_sites_{slot} (commune)"
                                .replace("{slot}", String.valueOf(vintage.slot())))
                .update();
        jdbc.sql(
                        "create index if not exists supply_{slot}_profession on professionals.supply_{slot} (profession, level)"
                                .replace("{slot}", String.valueOf(vintage.slot())))
                .update();
        CoveredZones.keep(vintage, 1, """
                select zone, sum(persons) as lines from professionals.supply
                where slot = {slot} and level = 'DEPARTEMENT' and profession <> '10-MG' group by zone""", jdbc);
        for (var table : new String[] {"supply_", "several_sites_"}) {
            jdbc.sql("analyze professionals." + table + vintage.slot()).update();
        }
    }
}
