package fr.maillage.territory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Départements with their région. */
@Service
public class Departements {

    private final JdbcClient jdbc;

    Departements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** « 12 », « Aveyron », in the région « Occitanie ». */
    public record Departement(String code, String name, Grouping region) {}

    /** By code. */
    public List<Departement> all() {
        return jdbc.sql("""
                select d.code, d.name, r.code as region_code, r.name as region_name
                  from territory.departement d join territory.region r on r.code = d.region_code
                 order by d.code
                """)
                .query((row, _) -> new Departement(
                        row.getString("code"),
                        row.getString("name"),
                        new Grouping(row.getString("region_code"), row.getString("region_name"))))
                .list();
    }
}
