package fr.maillage.professionals;

import fr.maillage.datasets.spi.BoundedStream;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.professionals.FinessRows.Told;
import fr.maillage.professionals.Positions.Degrees;
import fr.maillage.shared.French;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The successor of the extraction, « FINESS+ » of the ANS: one JSON object whose {@code pmej} are legal persons with their
 * {@code ege}, the establishments. Read one legal person at a time. Degrees and metres change places from one file to the
 * other: the size of the numbers tells which are which.
 */
final class FinessPlus {

    private static final Pattern DATE_IN_NAME = Pattern.compile("(20\\d{2})[-_]?(\\d{2})[-_]?(\\d{2})");
    private static final String ACTIVE = "A";

    /** Bytes of one legal person, held in memory: the largest have some hundred establishments of several KiB. */
    private static final int LONGEST_PERSON = 8 << 20;

    private static final String TOO_LONG = "Une entité juridique de ce fichier FINESS+ dépasse "
            + French.bytes(LONGEST_PERSON) + ". Rien n’a été remplacé.";

    private final FinessLayout layout;
    private final FinessRows rows;
    /** Other legal persons follow the one just read. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Positions positions = new Positions();

    FinessPlus(FinessLayout layout, FinessRows rows) {
        this.layout = layout;
        this.rows = rows;
    }

    static boolean isJson(SourceFile file) throws IOException {
        for (byte sign : file.head(64)) {
            if (sign == '{') {
                return true;
            }
            // White space, and the mark that begins some files.
            if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign >= 0) {
                return false;
            }
        }
        return false;
    }

    /** The day in the name of the file, since the file tells none. */
    static @Nullable String recognise(SourceFile file) throws IOException {
        try (var bytes = file.open(0);
                var parser = JsonMapper.builder().build().createParser(bytes)) {
            if (!goToLegalPersons(parser)) {
                throw unknown();
            }
        } catch (JacksonException _) {
            throw unknown();
        }
        var date = DATE_IN_NAME.matcher(file.name());
        try {
            return date.find()
                    ? French.date(LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3))))
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    void read(Reading reading) throws IOException {
        try (var bytes = new BoundedStream(reading.file().open(0), Long.MAX_VALUE, TOO_LONG);
                var parser = json.createParser(bytes)) {
            if (!goToLegalPersons(parser)) {
                throw unknown();
            }
            long number = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                bytes.allow(LONGEST_PERSON);
                JsonNode person = json.readTree(parser);
                bytes.allow(Long.MAX_VALUE);
                for (var establishment : person.path("ege")) {
                    number++;
                    if (number > reading.recordsRead() && !take(person, establishment, number, reading)) {
                        return;
                    }
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw unknown();
            }
        } catch (JacksonException _) {
            throw new UnreadableFile("Ce fichier FINESS+ est mal formé ou coupé. Téléchargez-le de nouveau.");
        }
    }

    /** @return false when the job is asked to stop */
    private boolean take(JsonNode person, JsonNode establishment, long number, Reading reading) {
        var state = own(establishment, "etatObjet");
        if (!state.isEmpty() && !state.equals(ACTIVE)) {
            reading.count("etablissements-fermes");
            return reading.endRecord(0, number);
        }
        var address = establishment.path("adresse");
        var place = address.isArray() ? address.path(0) : address;
        var postalCode = text(place, "codePostal");
        var routing = text(place, "ligneAcheminement");
        var commune = text(place, "cogCommune");
        var category = establishment.findValue("categorieEntiteGeographiqueExercice");
        var told = new Told(
                own(establishment, "numFinessEge"),
                text(person, "numFinessPmej"),
                own(establishment, "nomEgeLong").isEmpty()
                        ? own(establishment, "nomEgeCourt")
                        : own(establishment, "nomEgeLong"),
                category == null
                        ? ""
                        : category.isValueNode() ? category.asString().strip() : text(category, "code"),
                category == null || category.isValueNode() ? "" : text(category, "libelle"),
                commune,
                "",
                postalCode,
                routing.isEmpty() ? postalCode : routing,
                own(establishment, "siret"),
                own(establishment, "dateOuverture"));
        var wrong = rows.establishment(told);
        if (wrong != null) {
            reading.refuse(number, told.finess() + " " + told.name(), wrong);
            return reading.endRecord(0, number);
        }
        var degrees = degrees(place.path("coordonneesGeographique"), departement(commune));
        if (degrees == null) {
            reading.count("sans-position");
        } else {
            rows.position(told.finess(), degrees);
        }
        return reading.endRecord(0, number);
    }

    private @Nullable Degrees degrees(JsonNode coordinates, String departement) {
        var x = FinessRows.number(text(coordinates, "coordonneeX"));
        var y = FinessRows.number(text(coordinates, "coordonneeY"));
        var lat = FinessRows.number(text(coordinates, "directionLatitude"));
        var lon = FinessRows.number(text(coordinates, "directionLongitude"));
        if (areDegrees(lat, lon)) {
            return plausible(lat, lon);
        }
        if (areDegrees(y, x)) {
            return plausible(y, x);
        }
        var projection = layout.projection(layout.projectionOf(departement));
        if (projection == null) {
            return null;
        }
        return x != null && y != null
                ? positions.degrees(projection, x, y)
                : lat != null && lon != null ? positions.degrees(projection, lon, lat) : null;
    }

    private static boolean areDegrees(@Nullable Double lat, @Nullable Double lon) {
        return lat != null && lon != null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
    }

    private static @Nullable Degrees plausible(@Nullable Double lat, @Nullable Double lon) {
        if (lat == null || lon == null) {
            return null;
        }
        var degrees = new Degrees(lat, lon);
        return degrees.plausible() ? degrees : null;
    }

    /** To the beginning of the list of legal persons. */
    private static boolean goToLegalPersons(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var value = parser.nextToken();
            if (name.equals("pmej") && value == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static String departement(String commune) {
        return commune.length() < 5 ? "" : commune.substring(0, commune.startsWith("97") ? 3 : 2);
    }

    /** Of an establishment: what its general information says, before what any other part of it does. */
    private static String own(JsonNode establishment, String name) {
        var general = text(establishment.path("informationsGeneralesEGE"), name);
        return general.isEmpty() ? text(establishment, name) : general;
    }

    /** Of this object or of one inside it; empty when there is none. */
    private static String text(JsonNode node, String name) {
        var found = node.findValue(name);
        return found == null || found.isNull() || !found.isValueNode()
                ? ""
                : found.asString().strip();
    }

    private static UnreadableFile unknown() {
        return new UnreadableFile("Ce fichier JSON n’est pas un fichier FINESS+ : il n’a pas de liste « pmej ».");
    }
}
