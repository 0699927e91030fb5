package fr.maillage.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.maillage.datasets.TableLayout.ZoneRule;
import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.TextEncoding;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables of figures by zone (shape {@code tableau}), whatever their columns: {@link TableLayout} tells. */
@Component
class TableReader implements DatasetReader {

    private static final Target OBSERVATION = new Target(
            "datasets.observation", "vintage", "series", "level", "zone", "period", "value", "missing", "former_code");
    private static final Target ZONE = new Target("datasets.zone", "vintage", "level", "code", "name");
    private static final int LINES_BEFORE_HEADER = 30;
    private static final int LONGEST_NUMBER = 40;

    private final ZoneCodes codes;

    TableReader(ZoneCodes codes) {
        this.codes = codes;
    }

    @Override
    public String shape() {
        return "tableau";
    }

    @Override
    public @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        var layout = TableLayout.of(descriptor);
        var years = new TreeSet<String>();
        try (var table = open(file, layout)) {
            var columns = table.columns;
            columns.series().forEach(found -> {
                if (found.period() != null) {
                    years.add(found.period());
                }
            });
            if (years.isEmpty() && layout.period() != null) {
                for (int i = 0; i < LINES_BEFORE_HEADER && table.records.hasNext(); i++) {
                    years.add(cell(table.records.next(), columns.of(layout.period())));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken();
        }
        years.removeIf(String::isEmpty);
        return years.isEmpty() ? null : years.size() == 1 ? years.first() : years.first() + "-" + years.last();
    }

    @Override
    public void read(Reading reading) throws IOException {
        var layout = TableLayout.of(reading.descriptor());
        try (var table = open(reading.file(), layout)) {
            for (long skipped = 0; skipped < reading.recordsRead() && table.records.hasNext(); skipped++) {
                table.records.next();
            }
            while (table.records.hasNext()) {
                var line = table.records.next();
                take(line, layout, table, reading);
                if (!reading.endRecord(0, line.getStartingLineNumber())) {
                    return;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken();
        }
    }

    /** @param former the code in the file, when it is no longer that of the zone */
    private record Zone(String code, @Nullable String former) {}

    /**
     * A figure under today's code wins over those under former codes; of several former communes that make one today
     * none stands for it. Two lines that say the same are one; two that differ leave no way to choose.
     */
    @Override
    public void complete(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("""
                        delete from datasets.observation where vintage = :vintage and ctid = any (array(
                            select ctid from (
                                select ctid, former_code,
                                       count(*) filter (where former_code is null) over same as own,
                                       min(former_code) over same <> max(former_code) over same as mixed,
                                       row_number() over (
                                           partition by series, level, zone, period, value, missing
                                           order by former_code nulls first, ctid) as rank
                                from datasets.observation where vintage = :vintage
                                window same as (partition by series, level, zone, period)) line
                            where rank > 1 or (former_code is not null and (own > 0 or mixed))))""").param("vintage", vintage.id()).update();
        jdbc.sql("""
                        select series || ', ' || zone || ', ' || period from datasets.observation where vintage = ?
                        group by series, level, zone, period having count(*) > 1 limit 1""").param(vintage.id()).query(String.class).optional().ifPresent(twice -> {
            throw new UnreadableFile("Ce fichier donne deux valeurs différentes pour " + twice + ".");
        });
        jdbc.sql("analyze datasets.observation").update();
    }

    private void take(CsvRecord line, TableLayout layout, Table table, Reading reading) {
        if (!holds(layout.filters(), line, table.columns)) {
            return;
        }
        var rule = layout.zones().stream()
                .filter(candidate -> holds(candidate.conditions(), line, table.columns))
                .findFirst()
                .orElse(null);
        if (rule == null) {
            return;
        }
        var level = rule.level() == null ? table.level : rule.level();
        var zone = zone(rule, level, line, table, reading);
        if (level == null || zone == null) {
            return;
        }
        if (layout.name() != null && level != Level.COMMUNE) {
            reading.row(ZONE, reading.vintage().id(), level, zone.code(), cell(line, table.columns.of(layout.name())));
        }
        for (var found : table.columns.series()) {
            if (holds(found.series().conditions(), line, table.columns)) {
                var period = found.period() != null
                        ? found.period()
                        : layout.period() == null ? "" : cell(line, table.columns.of(layout.period()));
                figure(line, found, level, zone, period, layout, table, reading);
            }
        }
    }

    private @Nullable Zone zone(ZoneRule rule, @Nullable Level level, CsvRecord line, Table table, Reading reading) {
        if (rule.column() == null) {
            return new Zone(Level.WHOLE_COUNTRY, null);
        }
        var code = cell(line, table.columns.of(rule.column()));
        if (code.isEmpty()) {
            reading.refuse(
                    line.getStartingLineNumber(), String.join(";", line.getFields()), "Le code de la zone manque.");
            return null;
        }
        if (level != Level.COMMUNE) {
            return new Zone(code, null);
        }
        var today = codes.today(code);
        if (today == null) {
            reading.refuse(
                    line.getStartingLineNumber(),
                    String.join(";", line.getFields()),
                    "Code de commune inconnu : " + code);
            return null;
        }
        if (today.equals(code)) {
            return new Zone(code, null);
        }
        reading.count("anciennes-communes");
        return new Zone(today, code);
    }

    private static void figure(
            CsvRecord line,
            TableColumns.Found found,
            Level level,
            Zone zone,
            String period,
            TableLayout layout,
            Table table,
            Reading reading) {
        var text = cell(line, found.index());
        var key = key(found.series().key(), line, table.columns);
        var missing = missing(text, layout);
        if (missing != null) {
            reading.row(
                    OBSERVATION, reading.vintage().id(), key, level, zone.code(), period, null, missing, zone.former());
            return;
        }
        var value = number(text);
        if (value == null) {
            reading.refuse(
                    line.getStartingLineNumber(),
                    String.join(";", line.getFields()),
                    "« " + text + " » n’est ni un nombre ni un signe d’absence connu ("
                            + found.series().column() + ").");
        } else {
            reading.row(
                    OBSERVATION,
                    reading.vintage().id(),
                    key,
                    level,
                    zone.code(),
                    period,
                    value.toPlainString(),
                    null,
                    zone.former());
        }
    }

    private static @Nullable Missing missing(String text, TableLayout layout) {
        if (text.isEmpty()) {
            return Missing.EMPTY;
        }
        return layout.missing() == null ? null : layout.missing().get(text);
    }

    /** A number as French and English tables write it; null for anything else, formulas and « NaN » included. */
    static @Nullable BigDecimal number(String text) {
        var plain = text.replace("\u00A0", "")
                .replace("\u202F", "")
                .replace(" ", "")
                .replace(',', '.');
        return plain.length() <= LONGEST_NUMBER && plain.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?")
                ? new BigDecimal(plain)
                : null;
    }

    /** {@code prevalence.{pathologie}} becomes {@code prevalence.diabete}. */
    private static String key(String pattern, CsvRecord line, TableColumns columns) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return pattern;
        }
        int close = pattern.indexOf('}', open);
        var value = cell(line, columns.of(pattern.substring(open + 1, close)));
        var slug = Normalizer.normalize(value, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return key(pattern.substring(0, open) + slug + pattern.substring(close + 1), line, columns);
    }

    private static boolean holds(Map<String, String> conditions, CsvRecord line, TableColumns columns) {
        return conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().equals(cell(line, columns.of(condition.getKey()))));
    }

    private static String cell(CsvRecord line, int index) {
        return index >= 0 && index < line.getFieldCount()
                ? line.getField(index).replace('\u00A0', ' ').strip()
                : "";
    }

    /** An open table, after its header. */
    private record Table(
            CsvReader<CsvRecord> csv,
            java.util.Iterator<CsvRecord> records,
            TableColumns columns,
            @Nullable Level level)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    private static Table open(SourceFile file, TableLayout layout) throws IOException {
        var decoder = TextEncoding.of(file).newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var text = new InputStreamReader(file.open(0), decoder);
        var csv = CsvReader.builder()
                .fieldSeparator(separator(file, layout))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .ofCsvRecord(text);
        try {
            var records = csv.iterator();
            Level level = null;
            for (int i = 0; i < LINES_BEFORE_HEADER && records.hasNext(); i++) {
                var line = records.next();
                var first = line.getField(0).replace("\uFEFF", "").strip();
                if (layout.header() == null || first.equals(layout.header())) {
                    var names = new java.util.ArrayList<>(line.getFields());
                    names.set(0, first);
                    if (layout.zones().stream().anyMatch(rule -> rule.level() == null) && level == null) {
                        throw new UnreadableFile(
                                "Les premières lignes ne disent pas le niveau géographique du fichier.");
                    }
                    return new Table(csv, records, new TableColumns(List.copyOf(names), layout), level);
                }
                level = level == null ? level(first, layout) : level;
            }
            throw new UnreadableFile("La ligne des noms de colonnes (« " + layout.header() + " ») est introuvable.");
        } catch (RuntimeException e) {
            csv.close();
            throw e;
        }
    }

    private static @Nullable Level level(String text, TableLayout layout) {
        return layout.levels() == null
                ? null
                : layout.levels().entrySet().stream()
                        .filter(entry -> text.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static char separator(SourceFile file, TableLayout layout) throws IOException {
        if (layout.separator() != null) {
            return layout.separator().charAt(0);
        }
        var head = new String(file.head(1 << 14), java.nio.charset.StandardCharsets.ISO_8859_1);
        return head.chars().filter(sign -> sign == ';').count()
                        >= head.chars().filter(sign -> sign == ',').count()
                ? ';'
                : ',';
    }

    private static UnreadableFile broken() {
        return new UnreadableFile(
                "Ce fichier est mal formé : un guillemet n’est pas refermé, ou son encodage n’est pas celui de son début.");
    }
}
