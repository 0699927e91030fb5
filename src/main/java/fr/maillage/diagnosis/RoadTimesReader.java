package fr.maillage.diagnosis;

import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Lines;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.TextEncoding;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.territory.Communes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a matrix of road times: {@code origine;destination;minutes}, codes of communes, decimals with a comma or a dot.
 * Separated by semicolons, commas or tabs; columns are found by name.
 */
@Component
class RoadTimesReader implements DatasetReader {

    private static final Target ROAD_TIME =
            new Target("diagnosis.road_time", "slot", "origin", "destination", "minutes");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,4}([.,]\\d{1,9})?");
    private static final List<String> COLUMNS = List.of("origine", "destination", "minutes");

    private final Communes communes;

    RoadTimesReader(Communes communes) {
        this.communes = communes;
    }

    /** @param at where each of {@link #COLUMNS} is */
    private record Header(String separator, List<Integer> at, long end) {}

    @Override
    public String shape() {
        return RoadTimesStore.DATASET;
    }

    @Override
    public @Nullable String recognise(SourceFile file, Descriptor descriptor) throws IOException {
        header(file);
        return null;
    }

    @Override
    public void prepare(Vintage vintage, JdbcClient jdbc) {
        jdbc.sql("truncate diagnosis.road_time_" + vintage.slot()).update();
    }

    @Override
    public void read(Reading reading) throws IOException {
        var header = header(reading.file());
        boolean fresh = reading.bytesRead() == 0;
        try (var lines = new Lines(
                reading.file(),
                TextEncoding.of(reading.file()),
                fresh ? header.end : reading.bytesRead(),
                fresh ? 1 : reading.linesRead())) {
            while (lines.next()) {
                take(lines.text(), lines.number(), header, reading);
                if (!reading.endRecord(lines.position(), lines.number())) {
                    return;
                }
            }
        }
    }

    @Override
    public Map<String, Long> complete(Vintage vintage, JdbcClient jdbc) {
        var part = "diagnosis.road_time_" + vintage.slot();
        jdbc.sql("""
                        select origin || ' → ' || destination from {part}
                        group by origin, destination having min(minutes) <> max(minutes) limit 1""".replace("{part}", part)).query(String.class).optional().ifPresent(pair -> {
            throw new UnreadableFile("Ce fichier donne deux temps différents pour " + pair + ".");
        });
        jdbc.sql("""
                        delete from {part} where ctid = any (array(
                            select ctid from (select ctid, row_number() over (partition by origin, destination
                                                                              order by ctid) as rank
                                              from {part}) line where rank > 1))""".replace("{part}", part)).update();
        jdbc.sql("analyze " + part).update();
        return Map.of();
    }

    private void take(String line, long number, Header header, Reading reading) {
        if (line.isBlank()) {
            return;
        }
        var cells = line.split(Pattern.quote(header.separator), -1);
        if (cells.length <= header.at.stream().max(Integer::compare).orElseThrow()) {
            reading.refuse(number, line, "Il manque des colonnes.");
            return;
        }
        var origin = plain(cells[header.at.get(0)]);
        var destination = plain(cells[header.at.get(1)]);
        var minutes = plain(cells[header.at.get(2)]);
        for (var code : List.of(origin, destination)) {
            if (communes.withCode(code).isEmpty()) {
                reading.refuse(number, line, "Code de commune inconnu : " + code);
                return;
            }
        }
        if (!MINUTES.matcher(minutes).matches()) {
            reading.refuse(number, line, "« " + minutes + " » n’est pas un nombre de minutes.");
            return;
        }
        reading.row(ROAD_TIME, reading.vintage().slot(), origin, destination, minutes.replace(',', '.'));
    }

    private static Header header(SourceFile file) throws IOException {
        try (var lines = new Lines(file, TextEncoding.of(file), 0, 0)) {
            if (!lines.next()) {
                throw new UnreadableFile("Ce fichier est vide.");
            }
            var line = lines.text();
            var separator = line.contains(";") ? ";" : line.contains("\t") ? "\t" : ",";
            var names = List.of(line.split(Pattern.quote(separator), -1)).stream()
                    .map(name -> plain(name).toLowerCase(java.util.Locale.ROOT))
                    .toList();
            var missing = COLUMNS.stream().filter(name -> !names.contains(name)).toList();
            if (!missing.isEmpty()) {
                throw new UnreadableFile("Ce fichier n’est pas une matrice de temps de route. Il manque : "
                        + String.join(", ", missing) + ".");
            }
            return new Header(separator, COLUMNS.stream().map(names::indexOf).toList(), lines.position());
        }
    }

    private static String plain(String cell) {
        return cell.replace("\"", "").strip();
    }
}
