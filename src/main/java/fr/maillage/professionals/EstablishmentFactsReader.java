package fr.maillage.professionals;

import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.professionals.TidyTable.Layout;
import fr.maillage.professionals.TidyTable.Row;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a tidy table of which each line says one thing of an establishment, named by its FINESS number. */
abstract class EstablishmentFactsReader implements DatasetReader {

    private final String shape;
    private final Target target;

    /** @param target a table cut in parts by slot */
    EstablishmentFactsReader(String shape, Target target) {
        this.shape = shape;
        this.target = target;
    }

    /** Hands one line on; gives what is wrong with it in French, or null. */
    abstract @Nullable String take(String finess, Row row, Layout layout, Reading reading);

    @Override
    public final String shape() {
        return shape;
    }

    @Override
    public final @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        return TidyTable.recognise(file, Layout.of(descriptor));
    }

    @Override
    public final void prepare(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("truncate " + part(vintage)).update();
    }

    @Override
    public final void read(Reading reading) throws IOException {
        var layout = Layout.of(reading.descriptor());
        TidyTable.read(reading, layout, row -> {
            var finess = row.text("finess");
            return FinessRows.isNumber(finess)
                    ? take(finess, row, layout, reading)
                    : "« " + finess + " » n’est pas un numéro FINESS (neuf signes).";
        });
    }

    @Override
    public final Map<String, Long> complete(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("analyze " + part(vintage)).update();
        return Map.of();
    }

    private String part(Vintage vintage) {
        return target.table() + "_" + vintage.slot();
    }
}
