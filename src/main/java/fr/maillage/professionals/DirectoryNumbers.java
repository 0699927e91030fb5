package fr.maillage.professionals;

import fr.maillage.community.Identifiers;
import fr.maillage.community.NumberCheck;
import fr.maillage.datasets.Vintages;
import fr.maillage.shared.French;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks the numbers of actors up in the current editions; silent about a number that is wrong or has no edition. */
@Component
class DirectoryNumbers implements NumberCheck {

    private final JdbcClient jdbc;
    private final Vintages vintages;

    DirectoryNumbers(JdbcClient jdbc, Vintages vintages) {
        this.jdbc = jdbc;
        this.vintages = vintages;
    }

    @Override
    public @Nullable String rpps(String number) {
        return Identifiers.isRpps(number)
                ? sentence(
                        "rpps",
                        "répertoire des professionnels",
                        jdbc.sql("""
                        select a.given_name || ' ' || a.name || coalesce(', ' || (
                                   select min(l.label) from professionals.label l
                                   where l.slot = a.slot and l.kind = 'PROFESSION' and l.code = a.profession), '')
                               || coalesce(', ' || c.name, '')
                        from professionals.activity a left join territory.commune c on c.code = a.commune
                        where a.person = '8' || ?
                          and a.slot = (select slot from datasets.vintage where dataset = 'rpps' and state = 'CURRENT')
                        order by c.name nulls last limit 1""").param(number).query(String.class).list())
                : null;
    }

    @Override
    public @Nullable String finess(String number) {
        return Identifiers.isFiness(number)
                ? sentence(
                        "finess",
                        "fichier des établissements",
                        jdbc.sql("""
                        select e.name || ', ' || e.category_label || coalesce(', ' || c.name, '')
                        from professionals.establishment e left join territory.commune c on c.code = e.commune
                        where e.finess = ?
                          and e.slot = (select slot from datasets.vintage where dataset = 'finess' and state = 'CURRENT')
                        limit 1""").param(number).query(String.class).list())
                : null;
    }

    private @Nullable String sentence(String dataset, String name, List<String> found) {
        return vintages.current(dataset)
                .map(vintage -> found.isEmpty()
                        ? "Ce numéro n’est pas dans le " + name + " (édition " + vintage.label() + "). Vérifiez-le."
                        : "Dans le " + name + ", édition " + vintage.label() + French.NBSP + ": " + found.getFirst()
                                + ".")
                .orElse(null);
    }
}
