package fr.maillage.professionals;

import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Lines;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.TextEncoding;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.shared.French;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the open extraction of the RPPS, « PS_LibreAcces_Personne_activite »: cells between bars, no quotes, one line per
 * activity. Columns are found by name. A line without a profession or an identifier is refused; one without a place is
 * kept, since the person exists, and counted.
 */
@Component
class RppsReader implements DatasetReader {

    private static final String[] COLUMNS = {
        "slot",
        "person",
        "name",
        "given_name",
        "profession",
        "category",
        "skill",
        "mode",
        "commune",
        "departement",
        "finess",
        "siret",
        "site",
        "sector"
    };
    private static final Target LABEL = new Target("professionals.label", "slot", "kind", "code", "label");
    private static final Pattern DATE_IN_NAME = Pattern.compile("(20\\d{6})\\d{4}");

    /** Follows the edition wherever it is printed: nobody should take figures of a trial for those of a territory. */
    private static final String INVENTED = "personnes fictives";

    private final Addresses addresses;
    private final ActivityIndexes indexes;

    RppsReader(Addresses addresses, ActivityIndexes indexes) {
        this.addresses = addresses;
        this.indexes = indexes;
    }

    @Override
    public String shape() {
        return "rpps";
    }

    @Override
    public @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        try (var lines = new Lines(file, charset(file), 0, 0)) {
            if (!lines.next()) {
                throw new UnreadableFile("Ce fichier est vide.");
            }
            var columns = RppsColumns.of(lines.text());
            var date = date(file.name());
            return lines.next() && columns.isInvented(lines.text())
                    ? (date == null ? INVENTED : date + ", " + INVENTED)
                    : date;
        }
    }

    private static @Nullable String date(String fileName) {
        var date = DATE_IN_NAME.matcher(fileName);
        try {
            return date.find() ? French.date(LocalDate.parse(date.group(1), DateTimeFormatter.BASIC_ISO_DATE)) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public void prepare(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("truncate professionals.activity_" + vintage.slot()).update();
        ActivityIndexes.drop(vintage, jdbc);
        SupplySummary.empty(vintage, jdbc);
    }

    @Override
    public void read(Reading reading) throws IOException {
        var charset = charset(reading.file());
        RppsColumns columns;
        long afterHeader;
        try (var head = new Lines(reading.file(), charset, 0, 0)) {
            head.next();
            columns = RppsColumns.of(head.text());
            afterHeader = head.position();
        }
        boolean fresh = reading.bytesRead() == 0;
        // The part itself: PostgreSQL need not look for it two million times.
        var activity = new Target("professionals.activity_" + reading.vintage().slot(), COLUMNS);
        var finder = addresses.finder();
        var labels = new RppsLabels(reading, LABEL);
        try (var lines = new Lines(
                reading.file(), charset, fresh ? afterHeader : reading.bytesRead(), fresh ? 1 : reading.linesRead())) {
            boolean cut = false;
            while (lines.next()) {
                var cells = columns.cells(lines.text());
                cut = cells.length() < columns.size();
                take(cells, columns, lines, finder, labels, activity, reading);
                if (!reading.endRecord(lines.position(), lines.number())) {
                    return;
                }
            }
            if (cut) {
                throw new UnreadableFile(
                        "La dernière ligne est coupée : le fichier n’est pas entier. Téléchargez-le de nouveau.");
            }
        }
    }

    @Override
    public Map<String, Long> complete(Vintage vintage, JdbcClient jdbc) {
        var indexed = indexes.build(vintage);
        long placed;
        try {
            placed = SitesOfEstablishments.place(vintage, jdbc, indexed::join);
            SupplySummary.count(vintage, jdbc);
        } finally {
            indexed.join();
        }
        return placed == 0 ? Map.of() : Map.of("communes-par-finess", placed);
    }

    private static void take(
            RppsColumns.Cut cells,
            RppsColumns columns,
            Lines lines,
            Addresses.Finder finder,
            RppsLabels labels,
            Target activity,
            Reading reading) {
        if (cells.length() < columns.size()) {
            reading.refuse(
                    lines.number(),
                    lines.text(),
                    "Il manque des colonnes : " + cells.length() + " sur " + columns.size() + ".");
            return;
        }
        var person = columns.person(cells);
        var profession = columns.profession(cells);
        if (person.isEmpty() || profession.isEmpty()) {
            reading.refuse(
                    lines.number(), lines.text(), "L’identifiant de la personne ou le code de la profession manque.");
            return;
        }
        var commune = finder.commune(
                columns.commune(cells), columns.postalCode(cells), columns.routing(cells), columns.finess(cells));
        switch (commune.how()) {
            case FORMER -> reading.count("anciennes-communes");
            case GUESSED -> reading.count("communes-retrouvees");
            case ESTABLISHMENT -> reading.count("communes-par-finess");
            case UNSURE -> reading.count("a-localiser");
            case GIVEN, NONE -> {}
        }
        labels.see("PROFESSION", profession, columns.professionLabel(cells));
        labels.see("SKILL", columns.skill(cells), columns.skillLabel(cells));
        labels.see("SECTOR", columns.sector(cells), columns.sectorLabel(cells));
        reading.row(
                activity,
                reading.vintage().slot(),
                person,
                columns.name(cells),
                columns.givenName(cells),
                profession,
                columns.category(cells),
                orNull(columns.skill(cells)),
                orNull(columns.mode(cells)),
                commune.code(),
                finder.departement(commune, columns.departement(cells), columns.postalCode(cells)),
                orNull(columns.finess(cells)),
                orNull(columns.siret(cells)),
                orNull(columns.site(cells)),
                orNull(columns.sector(cells)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Charset charset(SourceFile file) throws IOException {
        return TextEncoding.of(file);
    }
}
