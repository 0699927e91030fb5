package fr.maillage.diagnosis.scenarios;

import fr.maillage.diagnosis.Scenario;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The scenarios of a CPTS, searched, sorted, paged and exported. A few dozens at most: sorted in memory. */
final class ScenarioList {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "name").column("date", "changed_at");

    private ScenarioList() {}

    static Listing<Scenario> page(List<Scenario> all, ListQuery query) {
        var found = chosen(all, query);
        return query.listing(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    static Spreadsheet sheet(List<Scenario> all, ListQuery query, String community) {
        return new Spreadsheet(
                "Scénarios",
                List.of(community + ", scénarios du diagnostic"),
                List.of("Nom", "Hypothèses", "Dernière modification", "Par"),
                chosen(all, query).stream()
                        .map(scenario -> List.of(
                                Cell.text(scenario.name()),
                                Cell.text(scenario.words()),
                                Cell.text(French.dateTime(scenario.change().at())),
                                Cell.text(scenario.change().by())))
                        .toList());
    }

    private static List<Scenario> chosen(List<Scenario> all, ListQuery query) {
        var order = query.sort().equals("date")
                ? Comparator.comparing((Scenario scenario) -> scenario.change().at())
                : Comparator.comparing(Scenario::name, French.ORDER);
        return all.stream()
                .filter(scenario ->
                        plain(scenario.name() + " " + scenario.words()).contains(plain(query.search())))
                .sorted((query.descending() ? order.reversed() : order).thenComparing(Scenario::id))
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
