package fr.maillage.professionals;

import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.Target;
import fr.maillage.professionals.TidyTable.Layout;
import fr.maillage.professionals.TidyTable.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the places of establishments, one line by discipline. Lines that are a part of another one are kept, not added. */
@Component
class EquipmentReader extends EstablishmentFactsReader {

    private static final Target EQUIPMENT = new Target(
            "professionals.equipment", "slot", "finess", "discipline", "activity", "clients", "places", "added");

    EquipmentReader() {
        super("finess-equipements", EQUIPMENT);
    }

    @Override
    @Nullable
    String take(String finess, Row row, Layout layout, Reading reading) {
        var places = row.text("places");
        // Tables made from figures write « 12.0 ».
        var whole = places.endsWith(".0") ? places.substring(0, places.length() - 2) : places;
        if (!whole.matches("\\d{0,6}")) {
            return "« " + places + " » n’est pas un nombre de places.";
        }
        if (row.text("discipline").isEmpty()) {
            return "La discipline manque.";
        }
        reading.row(
                EQUIPMENT,
                reading.vintage().slot(),
                finess,
                row.text("discipline"),
                row.text("activity"),
                row.textOrNull("clients"),
                whole.isEmpty() ? null : whole,
                layout.adds(row.text("discipline")));
        return null;
    }
}
