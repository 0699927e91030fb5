package fr.maillage.reminders;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineState;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import fr.maillage.ui.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A list of deadlines as it was asked for. They are computed, not stored, so the search, the filters and the order are
 * applied here instead of in a query.
 */
record DeadlineList(ListQuery query, List<Dated> all) {

    /**
     * What is passed first, then what comes, then what was met. The « columns » are keys of {@link #order}: no query is made
     * of them.
     */
    static final ListSpec SPEC = ListSpec.sortedBy("etat", "etat")
            .column("jour", "jour")
            .column("quoi", "quoi")
            .column("objet", "objet")
            .column("cpts", "cpts")
            .filters("etat", "objet");

    /** The lines of the page that is asked for. */
    Listing<Dated> page() {
        var found = found();
        return query.listing(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    /** Every line of the same search, for an export. */
    List<Dated> found() {
        var words = French.plain(query.search());
        return all.stream()
                .filter(line -> chosen("etat", line.state().code())
                        && chosen("objet", line.deadline().kind().code()))
                .filter(line -> French.plain(line.deadline().label() + " " + line.community() + " "
                                + line.deadline().rule())
                        .contains(words))
                .sorted(order())
                .toList();
    }

    private boolean chosen(String filter, String code) {
        var value = query.filter(filter);
        return value == null || value.equals(code);
    }

    private Comparator<Dated> order() {
        Comparator<Dated> order = switch (query.sort()) {
            case "quoi" -> Comparator.comparing(line -> line.deadline().label(), French.ORDER);
            case "objet" -> Comparator.comparing(line -> line.deadline().kind());
            case "etat" -> Comparator.comparing(Dated::state);
            case "cpts" -> Comparator.comparing(Dated::community, French.ORDER);
            default -> Dated.BY_DAY;
        };
        return (query.descending() ? order.reversed() : order).thenComparing(Dated.BY_DAY);
    }

    /** Each state with its count. */
    List<Option> states() {
        return Arrays.stream(DeadlineState.values())
                .map(state -> new Option(
                        state.code(),
                        state.plural() + " "
                                + all.stream()
                                        .filter(line -> line.state() == state)
                                        .count()))
                .toList();
    }

    /** The kinds that are there, with their counts. */
    List<Option> kinds() {
        return Arrays.stream(DeadlineKind.values())
                .map(kind -> new Option(
                        kind.code(),
                        kind.label() + " "
                                + all.stream()
                                        .filter(line -> line.deadline().kind() == kind)
                                        .count()))
                .filter(option -> !option.label().endsWith(" 0"))
                .toList();
    }

    /** The same list as a file. */
    Spreadsheet sheet(String title, LocalDate today) {
        return new Spreadsheet(
                title,
                List.of("Échéances calculées le " + French.date(today)
                        + " ; chacune dit sa règle et sa source.".replace(" ;", "\u202F;")),
                List.of("Jour", "Échéance", "Objet", "CPTS", "État", "Règle", "Source"),
                found().stream()
                        .map(line -> List.of(
                                Cell.day(line.deadline().day()),
                                Cell.text(line.deadline().label()),
                                Cell.text(line.deadline().kind().label()),
                                Cell.text(line.community()),
                                Cell.text(line.state().label()),
                                Cell.text(line.deadline().rule()),
                                Cell.text(line.deadline().source().title())))
                        .toList());
    }
}
