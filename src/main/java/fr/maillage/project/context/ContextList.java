package fr.maillage.project.context;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A register searched, sorted by name, paged and exported. It has a few dozens of lines, read whole. */
@Component
class ContextList {

    private static final String OWN_ORDER = "ordre";

    static final ListSpec SPEC = ListSpec.sortedBy(OWN_ORDER, OWN_ORDER).column("nom", "nom");

    private final Today today;

    ContextList(Today today) {
        this.today = today;
    }

    Listing<ContextRow> page(List<ContextRow> all, ListQuery query) {
        var rows = rows(all, query);
        return query.listing(
                rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size());
    }

    Spreadsheet sheet(RegisterPage<?> page, List<ContextRow> all, String community, ListQuery query) {
        return new Spreadsheet(
                page.part().title(),
                List.of(
                        community + ", " + page.part().title().toLowerCase(Locale.FRENCH) + " au "
                                + French.date(today.day()),
                        "Saisi par la CPTS dans Maillage."),
                page.heads(),
                rows(all, query).stream()
                        .map(row -> row.cells().stream().map(Cell::text).toList())
                        .toList());
    }

    private static List<ContextRow> rows(List<ContextRow> all, ListQuery query) {
        var search = plain(query.search());
        var found = all.stream()
                .filter(row -> plain(String.join(" ", row.cells())).contains(search))
                .toList();
        if (query.sort().equals(OWN_ORDER)) {
            return found;
        }
        var byName = Comparator.comparing((ContextRow row) -> row.cells().getFirst(), French.ORDER);
        return found.stream()
                .sorted(query.descending() ? byName.reversed() : byName)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
