package fr.maillage.professionals;

import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.Vintage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the places of establishments, one line by discipline. Lines that are a part of another one are kept, not added. */
@Component
class EquipmentReader implements DatasetReader {

    private static final Target EQUIPMENT = new Target(
            "professionals.equipment", "slot", "finess", "discipline", "activity", "clients", "places", "added");

    @Override
    public String shape() {
        return "finess-equipements";
    }

    @Override
    public @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        return TidyTable.recognise(file, TidyTable.Layout.of(descriptor));
    }

    @Override
    public void prepare(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("truncate professionals.equipment_" + vintage.slot()).update();
    }

    @Override
    public void read(Reading reading) throws IOException {
        var layout = TidyTable.Layout.of(reading.descriptor());
        TidyTable.read(reading, layout, row -> {
            var finess = row.text("finess");
            if (!FinessRows.isNumber(finess)) {
                return "« " + finess + " » n’est pas un numéro FINESS (neuf signes).";
            }
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
                    row.text("clients").isEmpty() ? null : row.text("clients"),
                    whole.isEmpty() ? null : whole,
                    layout.adds(row.text("discipline")));
            return null;
        });
    }

    @Override
    public void complete(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("analyze professionals.equipment_" + vintage.slot()).update();
    }
}
