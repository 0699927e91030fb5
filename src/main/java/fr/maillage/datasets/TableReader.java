package fr.maillage.datasets;

import fr.maillage.datasets.TableFile.Heading;
import fr.maillage.datasets.TableFile.Line;
import fr.maillage.datasets.TableLayout.ZoneRule;
import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.documents.WorkbookRows.Next;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables of figures by zone (shape {@code tableau}), whatever their columns: {@link TableLayout} tells. */
@Component
class TableReader implements DatasetReader {

    private static final Target OBSERVATION = new Target(
            "datasets.observation", "vintage", "series", "level", "zone", "period", "value", "missing", "former_code");
    private static final Target ZONE = new Target("datasets.zone", "vintage", "level", "code", "name");
    private static final int LINES_TO_DATE = 30;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?");

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
        var dated = new int[1];
        TableFile.read(file, layout, (heading, line) -> {
            var named = new TreeSet<String>();
            heading.columns().series().forEach(found -> named.add(period(found, heading)));
            named.remove("");
            years.addAll(named);
            if (!named.isEmpty() || layout.period() == null) {
                return Next.NEXT_SHEET;
            }
            years.add(line.cell(heading.columns().of(layout.period())));
            return ++dated[0] < LINES_TO_DATE ? Next.GO_ON : Next.NEXT_SHEET;
        });
        years.removeIf(String::isEmpty);
        return years.isEmpty() ? null : years.size() == 1 ? years.first() : years.first() + "-" + years.last();
    }

    @Override
    public void read(Reading reading) throws IOException {
        var layout = TableLayout.of(reading.descriptor());
        // Asked once: the count goes on with the reading.
        long taken = reading.recordsRead();
        var skipped = new long[1];
        TableFile.read(reading.file(), layout, (heading, line) -> {
            if (skipped[0] < taken) {
                skipped[0]++;
                return Next.GO_ON;
            }
            take(line, layout, heading, reading);
            return reading.endRecord(0, line.number()) ? Next.GO_ON : Next.STOP;
        });
    }

    /** @param former the code in the file, when it is no longer that of the zone */
    private record Zone(String code, @Nullable String former) {}

    /**
     * A figure under today's code wins over those under former codes; of several former communes that make one today
     * none stands for it. Two lines that say the same are one; two that differ leave no way to choose.
     */
    @Override
    public Map<String, Long> complete(Vintage vintage, JdbcClient jdbc) {
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
        return Map.of();
    }

    private void take(Line line, TableLayout layout, Heading heading, Reading reading) {
        if (line.cells().size() < heading.width()) {
            reading.refuse(
                    line.number(),
                    String.join(";", line.cells()),
                    "La ligne est coupée : " + line.cells().size() + " cases sur " + heading.width() + ".");
            return;
        }
        if (!holds(layout.filters(), line, heading.columns())) {
            return;
        }
        var rule = layout.zones().stream()
                .filter(candidate -> holds(candidate.conditions(), line, heading.columns()))
                .findFirst()
                .orElse(null);
        if (rule == null) {
            return;
        }
        var level = rule.level() == null ? heading.level() : rule.level();
        var zone = zone(rule, level, line, heading, reading);
        if (level == null || zone == null) {
            return;
        }
        if (layout.name() != null && level != Level.COMMUNE) {
            reading.row(
                    ZONE,
                    reading.vintage().id(),
                    level,
                    zone.code(),
                    line.cell(heading.columns().of(layout.name())));
        }
        for (var found : heading.columns().series()) {
            if (holds(found.series().conditions(), line, heading.columns())) {
                var named = period(found, heading);
                var period = named.isEmpty() && layout.period() != null
                        ? line.cell(heading.columns().of(layout.period()))
                        : named;
                figure(line, found, level, zone, period, layout, heading, reading);
            }
        }
    }

    private @Nullable Zone zone(ZoneRule rule, @Nullable Level level, Line line, Heading heading, Reading reading) {
        if (rule.column() == null) {
            return new Zone(Level.WHOLE_COUNTRY, null);
        }
        var code = line.cell(heading.columns().of(rule.column()));
        if (code.isEmpty()) {
            reading.refuse(line.number(), String.join(";", line.cells()), "Le code de la zone manque.");
            return null;
        }
        if (level != Level.COMMUNE) {
            return new Zone(code, null);
        }
        var today = codes.today(code);
        if (today == null) {
            reading.refuse(line.number(), String.join(";", line.cells()), "Code de commune inconnu : " + code);
            return null;
        }
        if (today.equals(code)) {
            return new Zone(code, null);
        }
        reading.count("anciennes-communes");
        return new Zone(today, code);
    }

    private static void figure(
            Line line,
            TableColumns.Found found,
            Level level,
            Zone zone,
            String period,
            TableLayout layout,
            Heading heading,
            Reading reading) {
        var text = line.cell(found.index());
        var key = key(found.series().key(), line, heading.columns());
        var missing = missing(text, layout);
        if (missing != null) {
            reading.row(
                    OBSERVATION, reading.vintage().id(), key, level, zone.code(), period, null, missing, zone.former());
            return;
        }
        var value = number(text);
        if (value == null) {
            reading.refuse(
                    line.number(),
                    String.join(";", line.cells()),
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

    /** The period that the name of a column, of a sheet or of the file tells; empty when none does. */
    private static String period(TableColumns.Found found, Heading heading) {
        return Objects.requireNonNullElse(found.period(), Objects.requireNonNullElse(heading.period(), ""));
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
        return plain.length() <= LONGEST_NUMBER && NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    /** {@code prevalence.{pathologie}} becomes {@code prevalence.diabete}. */
    private static String key(String pattern, Line line, TableColumns columns) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return pattern;
        }
        int close = pattern.indexOf('}', open);
        var value = line.cell(columns.of(pattern.substring(open + 1, close)));
        var slug = Normalizer.normalize(value, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return key(pattern.substring(0, open) + slug + pattern.substring(close + 1), line, columns);
    }

    private static boolean holds(Map<String, String> conditions, Line line, TableColumns columns) {
        return conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().equals(line.cell(columns.of(condition.getKey()))));
    }
}
