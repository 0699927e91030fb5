package fr.maillage.professionals;

import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.Target;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands establishments and positions on, from whatever layout they come. One by reading. */
final class FinessRows {

    private static final Target ESTABLISHMENT = new Target(
            "professionals.establishment",
            "slot",
            "finess",
            "legal",
            "name",
            "category",
            "category_label",
            "commune",
            "departement",
            "routing",
            "siret",
            "opened_on");
    private static final Target POSITION =
            new Target("professionals.establishment_position", "slot", "finess", "lat", "lon");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9AB][0-9]{7}");

    private final Reading reading;
    private final Addresses.Finder finder;
    private final Set<String> seen = new HashSet<>();

    FinessRows(Reading reading, Addresses.Finder finder) {
        this.reading = reading;
        this.finder = finder;
    }

    /**
     * An establishment as its file tells it; an empty text where it tells nothing.
     *
     * @param routing postal code and name of the post office
     */
    record Told(
            String finess,
            String legal,
            String name,
            String category,
            String categoryLabel,
            String commune,
            String departement,
            String postalCode,
            String routing,
            String siret,
            String openedOn) {}

    /** Why such a record cannot be kept, in French; null when it was handed on. */
    @Nullable
    String establishment(Told told) {
        if (!isNumber(told.finess())) {
            return "« " + told.finess() + " » n’est pas un numéro FINESS (neuf signes).";
        }
        if (told.name().isEmpty() || told.category().isEmpty()) {
            return "Le nom ou la catégorie de l’établissement manque.";
        }
        if (!seen.add(told.finess())) {
            return "Ce numéro FINESS est déjà plus haut dans le fichier.";
        }
        var commune = finder.commune(told.commune(), told.postalCode(), told.routing());
        switch (commune.how()) {
            case FORMER -> reading.count("anciennes-communes");
            case GUESSED -> reading.count("communes-retrouvees");
            case UNSURE -> reading.count("a-localiser");
            case GIVEN, NONE, ESTABLISHMENT -> {}
        }
        reading.row(
                ESTABLISHMENT,
                reading.vintage().slot(),
                told.finess(),
                orNull(told.legal()),
                told.name(),
                told.category(),
                told.categoryLabel().isEmpty() ? told.category() : told.categoryLabel(),
                commune.code(),
                finder.departement(commune, told.departement(), told.postalCode()),
                orNull(told.routing()),
                orNull(told.siret()),
                date(told.openedOn()));
        return null;
    }

    void position(String finess, Positions.Degrees degrees) {
        reading.row(POSITION, reading.vintage().slot(), finess, degrees.lat(), degrees.lon());
    }

    static boolean isNumber(String finess) {
        return NUMBER.matcher(finess).matches();
    }

    /** Null for what is no number of metres or degrees. */
    static @Nullable Double number(String text) {
        try {
            var value = Double.valueOf(text.strip().replace(',', '.'));
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
