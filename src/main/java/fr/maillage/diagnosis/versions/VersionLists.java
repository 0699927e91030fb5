package fr.maillage.diagnosis.versions;

import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.versions.FrozenDiagnosis.Line;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lists of the versions, searched, sorted, filtered, paged and exported. They are read whole: no second query. */
final class VersionLists {

    static final ListSpec VERSIONS =
            ListSpec.sortedBy("date", "date").descending().column("nom", "nom");

    static final ListSpec LINES = ListSpec.sortedBy("ordre", "ordre")
            .column("indicateur", "indicateur")
            .filters("theme");

    static final ListSpec MOVEMENTS = ListSpec.sortedBy("ordre", "ordre")
            .column("indicateur", "indicateur")
            .filters("theme", "changement");

    private VersionLists() {}

    static Listing<DatedDiagnosis> versions(List<DatedDiagnosis> all, ListQuery query) {
        var order = query.sort().equals("nom")
                ? Comparator.comparing((DatedDiagnosis version) -> plain(version.name()))
                : Comparator.comparing(DatedDiagnosis::madeAt);
        return page(
                all,
                query,
                version -> plain(version.name() + " " + version.madeBy()).contains(plain(query.search())),
                order);
    }

    static Listing<Line> lines(FrozenDiagnosis diagnosis, ListQuery query) {
        return page(diagnosis.lines(), query, matches(query), order(diagnosis.lines(), query, Line::title));
    }

    static Listing<Movement> movements(List<Movement> all, ListQuery query) {
        return page(
                all,
                query,
                matchesMovement(query),
                order(all, query, movement -> movement.line().title()));
    }

    static Spreadsheet sheet(List<DatedDiagnosis> all, String community) {
        return new Spreadsheet(
                "Versions",
                List.of(community + ", diagnostics datés"),
                List.of("Date", "Nom", "Daté par", "Communes", "Population", "Millésime", "Indicateurs connus"),
                all.stream()
                        .map(version -> List.of(
                                Cell.day(version.day()),
                                Cell.text(version.name()),
                                Cell.text(version.madeBy()),
                                Cell.whole(version.diagnosis().communes().size()),
                                Cell.whole(version.diagnosis().population()),
                                Cell.text(version.diagnosis().populationVintage()),
                                Cell.whole(version.diagnosis().known())))
                        .toList());
    }

    static Spreadsheet sheet(DatedDiagnosis version, String community, ListQuery query) {
        return new Spreadsheet(
                "Diagnostic",
                List.of(community + ", « " + version.name() + " », diagnostic daté du " + French.date(version.day())),
                List.of("Thème", "Indicateur", "Lieu", "Valeur", "Nombre", "Source", "Période", "Édition", "Lecture"),
                version.diagnosis().lines().stream()
                        .filter(matches(query))
                        .map(VersionLists::cells)
                        .toList());
    }

    static Spreadsheet sheet(List<Movement> movements, String title, ListQuery query) {
        return new Spreadsheet(
                "Comparaison",
                List.of(title),
                List.of("Indicateur", "Lieu", "Changement", "Avant", "Après", "Écart", "Source avant", "Source après"),
                movements.stream()
                        .filter(matchesMovement(query))
                        .map(movement -> List.of(
                                Cell.text(movement.line().title()),
                                Cell.text(movement.line().place()),
                                Cell.text(movement.kind().words()),
                                Cell.text(movement.was()),
                                Cell.text(movement.is()),
                                Cell.text(movement.gap()),
                                Cell.text(
                                        movement.before() == null
                                                ? ""
                                                : movement.before().origin()),
                                Cell.text(
                                        movement.after() == null
                                                ? ""
                                                : movement.after().origin())))
                        .toList());
    }

    private static List<Cell> cells(Line line) {
        return List.of(
                Cell.text(DiagnosisTheme.of(line.theme())
                        .map(DiagnosisTheme::label)
                        .orElse(line.theme())),
                Cell.text(line.title()),
                Cell.text(line.place()),
                Cell.text(line.text()),
                Cell.decimal(line.value()),
                Cell.text(line.source()),
                Cell.text(line.period()),
                Cell.text(line.vintage()),
                Cell.text(line.reading()));
    }

    private static Predicate<Line> matches(ListQuery query) {
        var theme = query.filter("theme");
        var search = plain(query.search());
        return line -> (theme == null || line.theme().equals(theme))
                && plain(line.title() + " " + line.place()).contains(search);
    }

    private static Predicate<Movement> matchesMovement(ListQuery query) {
        var kind = query.filter("changement");
        var line = matches(query);
        return movement -> (kind == null || movement.kind().code().equals(kind)) && line.test(movement.line());
    }

    /** The order in which they come, or that of a title. */
    private static <T> Comparator<T> order(List<T> all, ListQuery query, Function<T, String> title) {
        if (query.sort().equals("indicateur")) {
            return Comparator.comparing(element -> plain(title.apply(element)));
        }
        var places = new IdentityHashMap<T, Integer>();
        IntStream.range(0, all.size()).forEach(i -> places.put(all.get(i), i));
        return Comparator.comparing(places::get);
    }

    private static <T> Listing<T> page(List<T> all, ListQuery query, Predicate<T> kept, Comparator<T> order) {
        var rows = all.stream()
                .filter(kept)
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
        return query.listing(
                rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** How many of each kind there are, for the head of a comparison. */
    static Map<Movement.Kind, Long> counts(List<Movement> movements) {
        return movements.stream().collect(Collectors.groupingBy(Movement::kind, TreeMap::new, Collectors.counting()));
    }
}
