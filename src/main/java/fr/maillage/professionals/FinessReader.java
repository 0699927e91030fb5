package fr.maillage.professionals;

import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads establishments, from the « etalab » extraction or from FINESS+: either makes an edition of one dataset. */
@Component
class FinessReader implements DatasetReader {

    /** Fewer establishments per 1 000 inhabitants make but an extract: France has 1,5. */
    private static final double LEAST = 0.5;

    private final Addresses addresses;

    FinessReader(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String shape() {
        return "finess";
    }

    @Override
    public @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        try {
            return FinessPlus.isJson(file) ? FinessPlus.recognise(file) : FinessCsv.recognise(file);
        } catch (EOFException | ZipException _) {
            throw cutArchive();
        }
    }

    @Override
    public void prepare(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("truncate professionals.establishment_" + vintage.slot()).update();
        jdbc.sql("truncate professionals.establishment_position_" + vintage.slot())
                .update();
        CoveredZones.forget(vintage, jdbc);
    }

    @Override
    public void read(Reading reading) throws IOException {
        var layout = FinessLayout.of(reading.descriptor());
        var rows = new FinessRows(reading, addresses.finder());
        try {
            if (FinessPlus.isJson(reading.file())) {
                new FinessPlus(layout, rows).read(reading);
            } else {
                new FinessCsv(layout, rows).read(reading);
            }
        } catch (EOFException | ZipException _) {
            throw cutArchive();
        }
    }

    /** Brings positions beside their establishments, and the words of a category where this edition has its code alone. */
    @Override
    public Map<String, Long> complete(Vintage vintage, JdbcClient jdbc) {
        var part = "professionals.establishment_" + vintage.slot();
        var positions = "professionals.establishment_position_" + vintage.slot();
        jdbc.sql("analyze " + part).update();
        jdbc.sql("analyze " + positions).update();
        jdbc.sql("""
                        delete from {part} where ctid = any (array(
                            select ctid from (select ctid, row_number() over (partition by finess order by ctid) as rank
                                              from {part}) line where rank > 1))""".replace("{part}", part)).update();
        jdbc.sql("update " + part + " e set lat = p.lat, lon = p.lon from " + positions
                        + " p where p.finess = e.finess")
                .update();
        jdbc.sql("truncate " + positions).update();
        jdbc.sql("""
                        update {part} e set category_label = known.label
                        from (select category, min(category_label) as label from professionals.establishment
                              where category_label <> category group by category) known
                        where e.category_label = e.category and known.category = e.category""".replace("{part}", part)).update();
        CoveredZones.keep(
                vintage,
                LEAST,
                "select departement as zone, count(*) as lines from " + part
                        + " where departement is not null group by departement",
                jdbc);
        jdbc.sql("analyze " + part).update();
        long placed = SitesOfEstablishments.placeDirectory(vintage, jdbc);
        return placed == 0 ? Map.of() : Map.of("rpps-places", placed);
    }

    private static UnreadableFile cutArchive() {
        return new UnreadableFile("L’archive est coupée ou abîmée. Téléchargez-la de nouveau.");
    }
}
