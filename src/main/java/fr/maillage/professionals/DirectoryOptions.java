package fr.maillage.professionals;

import fr.maillage.shared.French;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a territory's directory can be filtered by: only what is there, with how many there are. */
@Component
class DirectoryOptions {

    private static final String PROFESSIONALS = DirectoryList.LINES + """
            select * from (
                select 'profession' as kind, profession as code, case profession when '10' then 'Médecins, toutes spécialités' else min(profession_label) end as label,
                       count(distinct person) as number
                from line group by profession
                union all
                select 'profession', '10-MG', 'dont médecins généralistes', count(distinct person)
                from line where general having count(*) > 0
                union all
                select 'specialite', skill, min(skill_label), count(distinct person)
                from line where skill is not null group by skill
                union all
                select 'commune', commune, min(commune_name), count(distinct person) from line group by commune
                union all
                select 'structure', finess, min(site), count(distinct person)
                from line where finess is not null and site is not null group by finess
            ) found
            order by kind, public.unaccent(lower(case code when '10-MG' then 'Médecins, toutes spécialités' else label end)),
                code
            """;

    private static final String ESTABLISHMENTS = EstablishmentList.LINES + """
            select * from (
                select 'categorie' as kind, category as code, min(category_label) as label, count(*) as number
                from line group by category
                union all
                select 'commune', commune, min(commune_name), count(*) from line group by commune
            ) found order by kind, public.unaccent(lower(label)), code
            """;

    private final JdbcClient jdbc;

    DirectoryOptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By filter: profession, specialite, mode, commune, structure. */
    Map<String, List<Option>> professionals(List<String> communes) {
        var options = read(PROFESSIONALS, communes);
        options.put("mode", Modes.OPTIONS);
        return options;
    }

    /** By filter: categorie, commune. */
    Map<String, List<Option>> establishments(List<String> communes) {
        return read(ESTABLISHMENTS, communes);
    }

    private Map<String, List<Option>> read(String sql, List<String> communes) {
        Map<String, List<Option>> options = new HashMap<>();
        jdbc.sql(sql).param("communes", communes.toArray(String[]::new)).query(row -> {
            options.computeIfAbsent(row.getString("kind"), _ -> new ArrayList<>())
                    .add(new Option(
                            row.getString("code"),
                            row.getString("label") + " (" + French.number(row.getLong("number")) + ")"));
        });
        return options;
    }
}
