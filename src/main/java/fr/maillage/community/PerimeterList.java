package fr.maillage.community;

import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The list of communes of a territory: it comes from the work, saved or not, so it is searched and sorted here. */
final class PerimeterList {

    private PerimeterList() {}

    /** The keys stand for themselves: nothing of this list reaches the database. */
    static ListSpec spec() {
        return ListSpec.sortedBy("population", "population")
                .descending()
                .column("commune", "commune")
                .column("epci", "epci")
                .filters("epci");
    }

    static Listing<PerimeterRow> page(List<PerimeterRow> rows, ListQuery query) {
        var found = matching(rows, query);
        var shown = found.stream().skip(query.offset()).limit(query.size()).toList();
        return query.listing(shown, found.size());
    }

    static List<PerimeterRow> matching(List<PerimeterRow> rows, ListQuery query) {
        var search = plain(query.search());
        var epci = query.filter("epci");
        return rows.stream()
                .filter(row -> search.isEmpty()
                        || plain(row.label()).contains(search)
                        || row.code().startsWith(query.search())
                        || row.postalCodes().stream().anyMatch(code -> code.startsWith(query.search())))
                .filter(row -> epci == null
                        || epci.equals(row.epci() == null ? "sans" : row.epci().code()))
                .sorted(order(query))
                .toList();
    }

    private static Comparator<PerimeterRow> order(ListQuery query) {
        var french = Collator.getInstance(Locale.FRENCH);
        Comparator<PerimeterRow> byName = Comparator.comparing(PerimeterRow::label, french::compare);
        Comparator<PerimeterRow> order = switch (query.sort()) {
            case "commune" -> byName;
            case "epci" ->
                Comparator.comparing(row -> row.epci() == null ? "" : row.epci().name(), french::compare);
            default -> Comparator.comparing(row -> row.population() == null ? -1 : row.population());
        };
        return (query.descending() ? order.reversed() : order).thenComparing(byName);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll("\\bst\\b", "saint")
                .replaceAll("\\bste\\b", "sainte")
                .strip();
    }
}
