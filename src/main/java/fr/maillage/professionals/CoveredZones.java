package fr.maillage.professionals;

import fr.maillage.datasets.spi.Vintage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where an edition says enough. A département is covered when the edition holds there as many lines as 1 000 inhabitants
 * surely have; a région, or France, when the covered départements hold 99 % of its inhabitants.
 */
final class CoveredZones {

    private static final String DEPARTEMENTS = """
            insert into professionals.covered_zone (dataset, slot, level, zone)
            select :dataset, :slot, 'DEPARTEMENT', c.zone
            from ({lines}) c
            join (select departement_code as code, sum(population) as population
                  from territory.commune where parent_code is null group by departement_code) d on d.code = c.zone
            where c.lines * 1000 >= d.population * :least
            """;

    private static final String ABOVE = """
            insert into professionals.covered_zone (dataset, slot, level, zone)
            select :dataset, :slot, case when grouping(c.region_code) = 0 then 'REGION' else 'FRANCE' end,
                   coalesce(c.region_code, 'F')
            from territory.commune c
            left join professionals.covered_zone z
              on z.dataset = :dataset and z.slot = :slot and z.level = 'DEPARTEMENT' and z.zone = c.departement_code
            where c.parent_code is null
            group by grouping sets ((c.region_code), ())
            having coalesce(sum(c.population) filter (where z.zone is not null), 0) >= 0.99 * sum(c.population)
            """;

    private CoveredZones() {}

    static void forget(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("delete from professionals.covered_zone where dataset = ? and slot = ?")
                .params(vintage.dataset(), vintage.slot())
                .update();
    }

    /**
     * @param least lines per 1 000 inhabitants under which an edition is but an extract
     * @param lines a query that gives {@code zone} (département) and {@code lines}; {@code {slot}} stands for the slot
     */
    static void keep(Vintage vintage, double least, String lines, JdbcClient jdbc) {
        jdbc.sql(DEPARTEMENTS.replace("{lines}", lines.replace("{slot}", String.valueOf(vintage.slot()))))
                .param("dataset", vintage.dataset())
                .param("slot", vintage.slot())
                .param("least", least)
                .update();
        jdbc.sql(ABOVE)
                .param("dataset", vintage.dataset())
                .param("slot", vintage.slot())
                .update();
    }
}
