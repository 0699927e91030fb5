package fr.maillage.community;

import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.community.PerimeterUpload.Taken;
import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.documents.SheetReading.Row;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Part;
import fr.maillage.territory.Successor;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Understands a list of communes by their code, or by their name and postal code; tells every line it does not. */
@Service
class PerimeterImport {

    /** Beyond this many unknown names no resemblance is looked for: the file is something else. */
    private static final int SUGGESTIONS = 20;

    /** A territory astride two départements is usual, of more is worth a second look. */
    private static final int NEIGHBOURS = 2;

    /** Paris, Lyon, Marseille: the cities with arrondissements. */
    private static final Set<String> CITIES = Set.of("75056", "69123", "13055");

    private final Communes communes;

    PerimeterImport(Communes communes) {
        this.communes = communes;
    }

    PerimeterUpload read(byte[] file) {
        return switch (SheetReader.read(file)) {
            case SheetReading.Refused(var sentence) -> new PerimeterUpload.Refused(sentence);
            case SheetReading.Rows(var header, var rows) -> understand(header, rows);
        };
    }

    private PerimeterUpload understand(List<String> header, List<Row> rows) {
        var columns = PerimeterColumns.of(header);
        List<Row> all = new ArrayList<>();
        if (!columns.headed()) {
            all.add(new Row(1, header));
        }
        all.addAll(rows);
        if (all.isEmpty()) {
            return new PerimeterUpload.Refused("Ce fichier n’a que des titres de colonnes : aucune commune n’y est.");
        }
        return new Reading(columns, all).understood();
    }

    /** One file being read: the communes it may mean are fetched at once, then each line is looked at. */
    private final class Reading {

        private final PerimeterColumns columns;
        private final List<Row> rows;
        private final Map<String, Commune> byCode;
        private final Map<String, List<Successor>> successors;
        private final Map<String, List<Commune>> byName;

        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, String> chosen = new LinkedHashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private final Map<String, Integer> departements = new LinkedHashMap<>();
        private final Set<String> regions = new HashSet<>();
        private final List<Line> notes = new ArrayList<>();
        private final List<Line> faults = new ArrayList<>();
        private int suggestions;

        Reading(PerimeterColumns columns, List<Row> rows) {
            this.columns = columns;
            this.rows = rows;
            Set<String> codes = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (var row : rows) {
                codes.add(code(row));
                names.add(text(row, columns.name()));
            }
            codes.remove("");
            names.remove("");
            successors = communes.successors(codes).stream().collect(Collectors.groupingBy(Successor::code));
            successors.values().forEach(heirs -> heirs.forEach(heir -> codes.add(heir.currentCode())));
            byCode = communes.withCodes(codes).stream().collect(Collectors.toMap(Commune::code, commune -> commune));
            byName = communes.named(names);
        }

        PerimeterUpload understood() {
            for (var row : rows) {
                var commune = commune(row);
                if (commune != null) {
                    keep(row, commune);
                }
            }
            return new PerimeterUpload.Understood(
                    rows.size(), List.copyOf(chosen.keySet()), parts, taken, warnings(), notes, faults);
        }

        /** A slip in a code leads far away; three cities are rarely meant whole. */
        private List<String> warnings() {
            var warnings = new ArrayList<String>();
            if (regions.size() > 1 || departements.size() > NEIGHBOURS) {
                var counted = departements.entrySet().stream()
                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                        .collect(Collectors.joining(", "));
                warnings.add("Ces communes sont dans " + departements.size() + " départements"
                        + (regions.size() > 1 ? " de " + regions.size() + " régions" : "") + " : " + counted
                        + ". Vérifiez que c’est voulu.");
            }
            chosen.forEach((code, name) -> {
                if (CITIES.contains(code)) {
                    warnings.add(name
                            + " est comptée tout entière. Pour un ou plusieurs arrondissements, donnez leur code.");
                }
            });
            return warnings;
        }

        private @Nullable Commune commune(Row row) {
            var code = code(row);
            var name = text(row, columns.name());
            if (code.isEmpty() && name.isEmpty()) {
                return fault(row, "Ni code ni nom de commune.");
            }
            if (!code.isEmpty()) {
                var known = byCode.get(code);
                if (known != null) {
                    return agreed(row, name, known);
                }
                var heirs = successors.getOrDefault(code, List.of());
                if (heirs.size() == 1) {
                    var heir = heirs.getFirst();
                    var current = agreed(row, name, Objects.requireNonNull(byCode.get(heir.currentCode())));
                    if (current == null) {
                        return null;
                    }
                    note(
                            row,
                            "Ancienne commune : " + heir.currentName() + " (" + heir.currentCode()
                                    + ") la remplace, tout entière.");
                    return current;
                }
                if (name.isEmpty()) {
                    return fault(
                            row, "Aucune commune n’a le code « " + code + " ». Vérifiez le code Insee (cinq signes).");
                }
            }
            return named(row, name);
        }

        /** The commune of the code, unless the line names another one: one of the two is then wrong. */
        private @Nullable Commune agreed(Row row, String name, Commune known) {
            var written = text(row, columns.code()).strip();
            if (!name.isEmpty() && !bears(known, name)) {
                return fault(
                        row,
                        "Le code « " + written + " » est celui de " + known.name() + " ("
                                + known.departement().name() + "), et la ligne dit « " + shortened(name)
                                + " ». Corrigez le code ou le nom.");
            }
            if (name.isEmpty() && written.length() < known.code().length()) {
                note(
                        row,
                        "Code lu comme " + known.code() + " : " + known.name() + " ("
                                + known.departement().name() + "). Le tableur a sans doute retiré le zéro du début.");
            }
            return known;
        }

        private boolean bears(Commune commune, String name) {
            if (byName.getOrDefault(name, List.of()).stream()
                    .anyMatch(bearer -> bearer.code().equals(commune.code()))) {
                return true;
            }
            // « Millau (12) », « Commune de Millau », « Sauclières - La Rouvière » still name it.
            var said = " " + plain(name) + " ";
            var real = " " + plain(commune.name()) + " ";
            return said.contains(real) || real.contains(said);
        }

        private static String plain(String name) {
            return Normalizer.normalize(name.toLowerCase(Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("\\bst(e?)\\b", "saint$1")
                    .replaceAll("[^a-z0-9]+", " ")
                    .strip();
        }

        private @Nullable Commune named(Row row, String name) {
            var postal = text(row, columns.postalCode()).replaceAll("\\D", "");
            var wanted = postal.length() == 4 ? "0" + postal : postal;
            var bearers = byName.getOrDefault(name, List.of());
            var there = wanted.isEmpty()
                    ? bearers
                    : bearers.stream()
                            .filter(commune -> commune.postalCodes().contains(wanted))
                            .toList();
            if (there.size() == 1) {
                return there.getFirst();
            }
            if (there.size() > 1) {
                return fault(
                        row,
                        "Plusieurs communes s’appellent « " + name + " »"
                                + (wanted.isEmpty()
                                        ? ". Ajoutez le code postal ou le code Insee."
                                        : " avec le code postal " + wanted + ". Donnez le code Insee."));
            }
            if (!bearers.isEmpty()) {
                var first = bearers.getFirst();
                return fault(
                        row,
                        "« " + name + " » n’a pas le code postal " + wanted + ", mais "
                                + String.join(", ", first.postalCodes()) + " ("
                                + first.departement().name() + ").");
            }
            return fault(row, "Aucune commune ne s’appelle « " + shortened(name) + " »." + suggestion(name));
        }

        private String suggestion(String name) {
            if (suggestions++ >= SUGGESTIONS) {
                return "";
            }
            return communes.search(shortened(name), 1).stream()
                    .findFirst()
                    .map(commune -> " Peut-être " + commune.name() + " (" + commune.code() + ").")
                    .orElse("");
        }

        private void keep(Row row, Commune commune) {
            var name = text(row, columns.part());
            var key = commune.code() + "/" + name.toLowerCase(Locale.FRENCH);
            var earlier = lines.putIfAbsent(key, row.line());
            if (earlier != null) {
                fault(row, commune.name() + " est déjà à la ligne " + earlier + ".");
            } else if (name.isEmpty()) {
                chosen.put(commune.code(), commune.name());
                take(row, commune, "", commune.population());
            } else {
                var population = text(row, columns.population()).replaceAll("[\\s\\u00A0\\u202F.]", "");
                if (name.length() <= 80 && population.matches("\\d{1,7}")) {
                    parts.add(new Part(commune.code(), name, Integer.parseInt(population)));
                    take(row, commune, name, Integer.valueOf(population));
                } else {
                    fault(row, "Une partie de commune a un nom (80 signes au plus) et une population en chiffres.");
                }
            }
        }

        private void take(Row row, Commune commune, String part, @Nullable Integer population) {
            var departement = commune.departement().name();
            departements.merge(departement, 1, Integer::sum);
            regions.add(commune.region().code());
            taken.add(new Taken(row.line(), commune.code(), commune.name(), part, departement, population));
        }

        private @Nullable Commune fault(Row row, String reason) {
            faults.add(new Line(row.line(), content(row), reason));
            return null;
        }

        private void note(Row row, String reason) {
            notes.add(new Line(row.line(), content(row), reason));
        }

        private String code(Row row) {
            var code = text(row, columns.code()).toUpperCase(Locale.ROOT).replace(" ", "");
            // A spreadsheet takes 01001 for a number and drops its zero.
            return code.matches("\\d{4}") ? "0" + code : code;
        }

        private static String text(Row row, int column) {
            return column < 0 ? "" : row.cell(column);
        }

        private static String content(Row row) {
            return shortened(String.join(" ; ", row.cells()));
        }

        private static String shortened(String text) {
            return text.length() <= 80 ? text : text.substring(0, 80) + "…";
        }
    }
}
