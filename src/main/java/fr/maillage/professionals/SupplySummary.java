package fr.maillage.professionals;

import fr.maillage.datasets.spi.Vintage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts an edition of the RPPS once, when all its lines are read: persons by zone, profession and mode. */
final class SupplySummary {

    /**
     * A row by civil person, profession and place. Doctors with a skill of general practice are there twice: as doctors,
     * and as {@link Supply#GENERALISTES}.
     */
    private static final String SITES = """
            create temp table site on commit drop as
            select person, profession, commune, departement,
                   bool_or(mode = 'L') is true as liberal, bool_or(mode = 'S') is true as salaried, count(*) as activities
            from professionals.activity
            where slot = {slot} and category = 'C' and departement is not null
            group by person, profession, commune, departement
            union all
            select person, '{generalists}', commune, departement,
                   bool_or(mode = 'L') is true, bool_or(mode = 'S') is true, count(*)
            from professionals.activity
            where slot = {slot} and category = 'C' and departement is not null
              and profession = '10' and skill in ('SM26', 'SM53', 'SM54')
            group by person, commune, departement
            """;

    private static final String SEVERAL = """
            create temp table several on commit drop as
            select s.* from site s
            join (select person, profession from site group by person, profession having count(*) > 1) twice
              using (person, profession)
            """;

    private static final String SEVERAL_SITES = """
            insert into professionals.several_sites
                (slot, commune, profession, person, liberal, salaried, liberal_sites)
            select {slot}, commune, profession, person, liberal, salaried,
                   count(*) filter (where liberal) over (partition by person, profession)
            from several where commune is not null
            order by commune, profession
            """;

    /** All rows of a zone, less those that a person has beyond the first one there. */
    private static final String SUPPLY = """
            insert into professionals.supply (slot, level, zone, profession, persons, liberals, salaried, activities)
            select {slot}, case when grouping(commune) = 0 then 'COMMUNE' when grouping(departement) = 0 then 'DEPARTEMENT'
                           when grouping(region) = 0 then 'REGION' else 'FRANCE' end,
                   coalesce(commune, departement, region, 'F'), profession,
                   sum(persons), sum(liberals), sum(salaried), sum(activities)
            from (
                select s.commune, s.departement, d.region_code as region, s.profession, count(*) as persons,
                       count(*) filter (where liberal) as liberals, count(*) filter (where salaried) as salaried,
                       sum(activities) as activities
                from site s join territory.departement d on d.code = s.departement
                group by s.commune, s.departement, d.region_code, s.profession
            ) counted
            group by grouping sets ((commune, profession), (departement, profession), (region, profession), (profession))
            having grouping(commune) = 1 or commune is not null
            """;

    private static final String TWICE = """
            update professionals.supply s
            set persons = s.persons - t.persons, liberals = s.liberals - t.liberals, salaried = s.salaried - t.salaried
            from (
                select case when grouping(departement) = 0 then 'DEPARTEMENT'
                            when grouping(region) = 0 then 'REGION' else 'FRANCE' end as level,
                       coalesce(departement, region, 'F') as zone, profession,
                       count(*) - count(distinct person) as persons,
                       count(*) filter (where liberal) - count(distinct person) filter (where liberal) as liberals,
                       count(*) filter (where salaried) - count(distinct person) filter (where salaried) as salaried
                from (select v.*, d.region_code as region
                      from several v join territory.departement d on d.code = v.departement) placed
                group by grouping sets ((departement, profession), (region, profession), (profession))
            ) t
            where s.slot = {slot} and s.level = t.level and s.zone = t.zone and s.profession = t.profession
            """;

    private SupplySummary() {}

    static void empty(Vintage vintage, JdbcClient jdbc) {
        for (var table : new String[] {"supply_", "several_sites_", "label_"}) {
            jdbc.sql("truncate professionals." + table + vintage.slot()).update();
        }
        CoveredZones.forget(vintage, jdbc);
    }

    static void count(Vintage vintage, JdbcClient jdbc) {
        // The whole directory is grouped in memory, for the time of this transaction.
        jdbc.sql("set local work_mem = '128MB'").update();
        for (var step : new String[] {SITES, SEVERAL, SEVERAL_SITES, SUPPLY, TWICE}) {
            jdbc.sql(step.replace("{slot}", String.valueOf(vintage.slot()))
                            .replace("{generalists}", Supply.GENERALISTES))
                    .update();
        }
        CoveredZones.keep(vintage, 1, """
                select zone, sum(persons) as lines from professionals.supply
                where slot = {slot} and level = 'DEPARTEMENT' and profession <> '10-MG' group by zone""", jdbc);
        for (var table : new String[] {"supply_", "several_sites_"}) {
            jdbc.sql("analyze professionals." + table + vintage.slot()).update();
        }
    }
}
