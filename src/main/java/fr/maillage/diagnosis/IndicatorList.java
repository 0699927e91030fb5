package fr.maillage.diagnosis;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of an indicator by commune: computed, so it is searched and sorted here. */
final class IndicatorList {

    private IndicatorList() {}

    /** The keys stand for themselves: nothing of this list reaches the database. */
    static ListSpec spec() {
        return ListSpec.sortedBy("valeur", "valeur")
                .descending()
                .column("commune", "commune")
                .column("population", "population");
    }

    static Listing<IndicatorRow> page(List<IndicatorRow> rows, ListQuery query) {
        var found = matching(rows, query);
        return query.listing(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    static List<IndicatorRow> matching(List<IndicatorRow> rows, ListQuery query) {
        var search = plain(query.search());
        return rows.stream()
                .filter(row -> plain(row.name()).contains(search) || row.code().startsWith(query.search()))
                .sorted(order(query))
                .toList();
    }

    static Spreadsheet sheet(IndicatorPage page, List<IndicatorRow> rows) {
        var indicator = page.indicator();
        List<String> notes = new ArrayList<>();
        notes.add(indicator.definition());
        if (page.shown() != null && page.shown().measure().anySource() != null) {
            notes.add("Source" + French.NBSP + ": "
                    + page.shown().measure().anySource().words());
        }
        notes.add(indicator.limits());
        return new Spreadsheet(
                indicator.title(),
                notes,
                List.of("Code Insee", "Commune", "Population", "Valeur", "Unité"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.text(row.code()),
                                Cell.text(row.name()),
                                row.population() == null ? Cell.EMPTY : Cell.whole(row.population()),
                                Cell.decimal(row.value() == null ? null : indicator.rounded(row.value())),
                                Cell.text(indicator.unit())))
                        .toList());
    }

    /** Unknown values come last, whichever way the list is sorted. */
    private static Comparator<IndicatorRow> order(ListQuery query) {
        Comparator<IndicatorRow> byName = Comparator.comparing(IndicatorRow::name, French.ORDER);
        return switch (query.sort()) {
            case "commune" -> query.descending() ? byName.reversed() : byName;
            case "population" -> nullsLast(IndicatorRow::population, query).thenComparing(byName);
            default -> nullsLast(IndicatorRow::value, query).thenComparing(byName);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<IndicatorRow> nullsLast(
            java.util.function.Function<IndicatorRow, @org.jspecify.annotations.Nullable T> key, ListQuery query) {
        Comparator<T> order = query.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(key, Comparator.nullsLast(order));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
