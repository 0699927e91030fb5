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

/** Reads the care activities that establishments are authorised for. */
@Component
class CareReader implements DatasetReader {

    private static final Target CARE =
            new Target("professionals.care", "slot", "finess", "activity", "label", "form", "form_label");

    @Override
    public String shape() {
        return "finess-soins";
    }

    @Override
    public @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        return TidyTable.recognise(file, TidyTable.Layout.of(descriptor));
    }

    @Override
    public void prepare(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("truncate professionals.care_" + vintage.slot()).update();
    }

    @Override
    public void read(Reading reading) throws IOException {
        TidyTable.read(reading, TidyTable.Layout.of(reading.descriptor()), row -> {
            var finess = row.text("finess");
            if (!FinessRows.isNumber(finess)) {
                return "« " + finess + " » n’est pas un numéro FINESS (neuf signes).";
            }
            if (row.text("activity").isEmpty() || row.text("label").isEmpty()) {
                return "Le code ou le nom de l’activité manque.";
            }
            reading.row(
                    CARE,
                    reading.vintage().slot(),
                    finess,
                    row.text("activity"),
                    row.text("label"),
                    row.text("form").isEmpty() ? null : row.text("form"),
                    row.text("formLabel").isEmpty() ? null : row.text("formLabel"));
            return null;
        });
    }

    @Override
    public void complete(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("analyze professionals.care_" + vintage.slot()).update();
    }
}
