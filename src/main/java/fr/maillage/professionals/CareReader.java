package fr.maillage.professionals;

import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.Target;
import fr.maillage.professionals.TidyTable.Layout;
import fr.maillage.professionals.TidyTable.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the care activities that establishments are authorised for. */
@Component
class CareReader extends EstablishmentFactsReader {

    private static final Target CARE =
            new Target("professionals.care", "slot", "finess", "activity", "label", "form", "form_label");

    CareReader() {
        super("finess-soins", CARE);
    }

    @Override
    @Nullable
    String take(String finess, Row row, Layout layout, Reading reading) {
        if (row.text("activity").isEmpty() || row.text("label").isEmpty()) {
            return "Le code ou le nom de l’activité manque.";
        }
        reading.row(
                CARE,
                reading.vintage().slot(),
                finess,
                row.text("activity"),
                row.text("label"),
                row.textOrNull("form"),
                row.textOrNull("formLabel"));
        return null;
    }
}
