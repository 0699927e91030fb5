package fr.maillage.datasets;

import fr.maillage.datasets.TableLayout.Series;
import fr.maillage.datasets.spi.UnreadableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of one table, found by their names: producers move them, add some, and change the year in them. */
final class TableColumns {

    private static final String PERIOD = "{periode}";

    /** A series and the column it was found in, with the year that the name of the column tells, or null. */
    record Found(Series series, int index, @Nullable String period) {}

    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Found> series = new ArrayList<>();

    /** @throws UnreadableFile when a column that the layout needs is not there, naming it */
    TableColumns(List<String> header, TableLayout layout) {
        for (int i = 0; i < header.size(); i++) {
            byName.putIfAbsent(plain(header.get(i)), i);
        }
        layout.zones().forEach(rule -> {
            require(rule.column());
            rule.conditions().keySet().forEach(this::require);
        });
        layout.filters().keySet().forEach(this::require);
        require(layout.name());
        require(layout.period());
        for (var wanted : layout.series()) {
            wanted.conditions().keySet().forEach(this::require);
            find(wanted);
        }
        if (series.isEmpty()) {
            throw new UnreadableFile("Aucune des colonnes attendues n’est dans ce fichier : "
                    + String.join(
                            ", ",
                            layout.series().stream()
                                    .map(Series::column)
                                    .distinct()
                                    .toList()) + ".");
        }
    }

    List<Found> series() {
        return series;
    }

    /** Index of a column that the layout names. */
    int of(String name) {
        return byName.getOrDefault(plain(name), -1);
    }

    private void require(@Nullable String name) {
        if (name != null && of(name) < 0) {
            throw new UnreadableFile("La colonne « " + name + " » manque : ce fichier n’est pas celui de ce jeu.");
        }
    }

    private void find(Series wanted) {
        if (!wanted.column().contains(PERIOD)) {
            var index = of(wanted.column());
            if (index >= 0) {
                series.add(new Found(wanted, index, null));
            }
            return;
        }
        var pieces = plain(wanted.column()).split(Pattern.quote(PERIOD), -1);
        var pattern = Pattern.compile(Pattern.quote(pieces[0]) + "(\\d{4})" + Pattern.quote(pieces[1]) + ".*");
        byName.forEach((name, index) -> {
            var match = pattern.matcher(name);
            if (match.matches()) {
                series.add(new Found(wanted, index, match.group(1)));
            }
        });
    }

    private static String plain(String name) {
        return name.replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('’', '\'')
                .strip()
                .replaceAll(" +", " ")
                .toLowerCase(Locale.FRENCH);
    }
}
