package fr.maillage.professionals;

import fr.maillage.datasets.spi.Lines;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.TextEncoding;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.professionals.FinessRows.Told;
import fr.maillage.shared.French;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The « etalab » extraction: a first line {@code finess;etalab;NNN;YYYY-MM-DD}, then one record by line between
 * semicolons, {@code structureet} (32 fields) and {@code geolocalisation} (6 fields). Quotes only around fields that hold
 * some. UTF-8 today, ISO-8859-15 before.
 */
final class FinessCsv {

    private static final Pattern FIRST_LINE = Pattern.compile("finess;etalab;\\d+;(\\d{4}-\\d{2}-\\d{2})\\s*");
    private static final int ESTABLISHMENT_FIELDS = 32;
    private static final int POSITION_FIELDS = 6;

    private static final int FINESS = 1;
    private static final int LEGAL = 2;
    private static final int NAME = 3;
    private static final int LONG_NAME = 4;
    private static final int COMMUNE = 12;
    private static final int DEPARTEMENT = 13;
    private static final int ROUTING = 15;
    private static final int CATEGORY = 18;
    private static final int CATEGORY_LABEL = 19;
    private static final int SIRET = 22;
    private static final int OPENED_ON = 28;

    private static final int X = 2;
    private static final int Y = 3;
    private static final int POSITION_SOURCE = 4;

    private final FinessLayout layout;
    private final FinessRows rows;
    private final Positions positions = new Positions();

    FinessCsv(FinessLayout layout, FinessRows rows) {
        this.layout = layout;
        this.rows = rows;
    }

    /** The day of the extraction. */
    static String recognise(SourceFile file) throws IOException {
        try (var lines = new Lines(file, charset(file), 0, 0)) {
            var first = lines.next() ? FIRST_LINE.matcher(lines.text()) : null;
            if (first == null || !first.matches()) {
                throw new UnreadableFile(
                        "Ce fichier n’est pas l’extraction FINESS des établissements : sa première ligne"
                                + " devrait être « finess;etalab;numéro;date ».");
            }
            return French.date(LocalDate.parse(first.group(1)));
        } catch (DateTimeParseException _) {
            throw new UnreadableFile("La date de la première ligne de ce fichier FINESS n’existe pas.");
        }
    }

    void read(Reading reading) throws IOException {
        try (var lines = new Lines(reading.file(), charset(reading.file()), reading.bytesRead(), reading.linesRead())) {
            String cut = null;
            while (lines.next()) {
                cut = null;
                if (lines.number() > 1 && !lines.text().isEmpty()) {
                    var wrong = take(lines.text(), reading);
                    if (wrong != null) {
                        reading.refuse(lines.number(), lines.text(), wrong.sentence());
                        cut = wrong.cut() ? "La ligne " + lines.number() + ", la dernière, est coupée" : null;
                    }
                }
                if (!reading.endRecord(lines.position(), lines.number())) {
                    return;
                }
            }
            if (cut != null) {
                throw new UnreadableFile(cut + " : le fichier n’est pas entier. Téléchargez-le de nouveau.");
            }
        }
    }

    /** @param cut fields are missing at its end */
    private record Wrong(String sentence, boolean cut) {}

    private @Nullable Wrong take(String line, Reading reading) {
        var cells = Cells.of(line, ';');
        if (cells == null) {
            cells = List.of(line.split(";", -1));
        }
        return switch (cells.getFirst()) {
            case "structureet" ->
                cells.size() < ESTABLISHMENT_FIELDS
                        ? missing(cells.size(), ESTABLISHMENT_FIELDS)
                        : wrong(establishment(cells));
            case "geolocalisation" ->
                cells.size() < POSITION_FIELDS
                        ? missing(cells.size(), POSITION_FIELDS)
                        : wrong(position(cells, reading));
            default ->
                new Wrong("Un enregistrement commence par « structureet » ou « geolocalisation ».", cells.size() == 1);
        };
    }

    private @Nullable String establishment(List<String> cells) {
        var routing = cell(cells, ROUTING);
        var departement = cell(cells, DEPARTEMENT);
        return rows.establishment(new Told(
                cell(cells, FINESS),
                cell(cells, LEGAL),
                cell(cells, LONG_NAME).isEmpty() ? cell(cells, NAME) : cell(cells, LONG_NAME),
                cell(cells, CATEGORY),
                cell(cells, CATEGORY_LABEL),
                layout.commune(departement, cell(cells, COMMUNE)),
                layout.departement(departement),
                routing.length() < 5 ? "" : routing.substring(0, 5),
                routing,
                cell(cells, SIRET),
                cell(cells, OPENED_ON)));
    }

    private @Nullable String position(List<String> cells, Reading reading) {
        var finess = cell(cells, FINESS);
        if (!FinessRows.isNumber(finess)) {
            return "« " + finess + " » n’est pas un numéro FINESS (neuf signes).";
        }
        if (cell(cells, X).isEmpty() && cell(cells, Y).isEmpty()) {
            reading.count("sans-position");
            return null;
        }
        var x = FinessRows.number(cell(cells, X));
        var y = FinessRows.number(cell(cells, Y));
        if (x == null || y == null) {
            return "Une coordonnée n’est pas un nombre.";
        }
        var projection = layout.projection(cell(cells, POSITION_SOURCE));
        if (projection == null) {
            return "Projection inconnue : « " + cell(cells, POSITION_SOURCE) + " ».";
        }
        var degrees = positions.degrees(projection, x, y);
        if (degrees == null) {
            return "Cette position est hors de France.";
        }
        rows.position(finess, degrees);
        return null;
    }

    private static Wrong missing(int found, int expected) {
        return new Wrong("Il manque des champs : " + found + " sur " + expected + ".", true);
    }

    private static @Nullable Wrong wrong(@Nullable String sentence) {
        return sentence == null ? null : new Wrong(sentence, false);
    }

    private static String cell(List<String> cells, int index) {
        return cells.get(index).strip();
    }

    /** Older stocks are ISO-8859-15, which differs from Windows-1252 by the œ and the euro. */
    private static Charset charset(SourceFile file) throws IOException {
        return TextEncoding.of(file).equals(StandardCharsets.UTF_8)
                ? StandardCharsets.UTF_8
                : Charset.forName("ISO-8859-15");
    }
}
