package fr.maillage.datasets;

import fr.maillage.datasets.TableLayout.Series;
import fr.maillage.datasets.spi.UnreadableFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of one table, found by their names: producers move them, add some, and change the year in them. */
final class TableColumns {

    private static final String PERIOD = "{periode}";
    private static final String YEAR = "{an}";

    /** A series and the column it was found in, with the year that the name of the column tells, or null. */
    record Found(Series series, int index, @Nullable String period) {}

    private final Map<String, Integer> byName = new LinkedHashMap<>();
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
        var name = plain(wanted.column());
        if (name.contains(PERIOD)) {
            // What follows in the name is free: units come and go.
            var pieces = name.split(Pattern.quote(PERIOD), -1);
            find(wanted, Pattern.quote(pieces[0]) + "(\\d{4})" + Pattern.quote(pieces[1]) + ".*", "");
        } else if (name.contains(YEAR)) {
            var pieces = name.split(Pattern.quote(YEAR), -1);
            find(wanted, Pattern.quote(pieces[0]) + "(\\d{2})" + Pattern.quote(pieces[1]), "20");
        } else if (name.endsWith("*")) {
            var beginning = name.substring(0, name.length() - 1).strip();
            byName.entrySet().stream()
                    .filter(column -> column.getKey().startsWith(beginning))
                    .findFirst()
                    .ifPresent(column -> series.add(new Found(wanted, column.getValue(), null)));
        } else if (byName.containsKey(name)) {
            series.add(new Found(wanted, of(name), null));
        }
    }

    private void find(Series wanted, String pattern, String century) {
        var compiled = Pattern.compile(pattern);
        byName.forEach((name, index) -> {
            var match = compiled.matcher(name);
            if (match.matches()) {
                series.add(new Found(wanted, index, century + match.group(1)));
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
