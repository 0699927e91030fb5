package fr.maillage.diagnosis;

import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.ImportJob;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Small files of the official layouts, for tests of accessibility: points of communes, a directory, anything else. */
@Component
public class AccessData {

    private static final String DIRECTORY =
            "Identification nationale PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|Code catégorie professionnelle|Code savoir-faire|Code mode exercice|Numéro FINESS site|Code postal (coord. structure)|Code commune (coord. structure)|Bureau cedex (coord. structure)|";

    private final Imports imports;
    private final Descriptors descriptors;
    private final JdbcClient jdbc;

    AccessData(Imports imports, Descriptors descriptors, JdbcClient jdbc) {
        this.imports = imports;
        this.descriptors = descriptors;
        this.jdbc = jdbc;
    }

    /** Millau, Aguessac, Creissels, Saint-Georges-de-Luzençon, and Saint-Affrique 25 km away, at their real points. */
    public void aroundMillau() {
        points(
                "12145,3.0783,44.1003",
                "12002,3.1000,44.1500",
                "12084,3.0600,44.0800",
                "12225,2.9900,44.0650",
                "12208,2.8900,43.9600");
    }

    /** @param lines {@code code,longitude,latitude} */
    public void points(String... lines) {
        var all = new ArrayList<>(List.of("code,lon_point,lat_point"));
        all.addAll(List.of(lines));
        read("communes-points", "communes_points.csv", all.toArray(String[]::new));
    }

    /** Doctors of one commune, and salaried nurses enough that their département counts as covered. */
    public void directory(int doctors, String commune) {
        int people = jdbc.sql(
                        "select sum(population) from territory.commune where departement_code = ? and parent_code is null")
                .param(commune.substring(0, 2))
                .query(Integer.class)
                .single();
        var lines = new ArrayList<>(List.of(DIRECTORY));
        IntStream.range(0, doctors)
                .forEach(i -> lines.add("8990%08d|990%08d|EXEMPLE|Alix|10|C|SM54|L|||%s||".formatted(i, i, commune)));
        IntStream.range(0, people / 900)
                .forEach(i -> lines.add("8991%08d|991%08d|EXEMPLE|Bao|60|C||S|||%s||".formatted(i, i, commune)));
        read("rpps", "PS_LibreAcces_Personne_activite_202605120812.txt", lines.toArray(String[]::new));
    }

    public ImportJob read(String key, String name, String... lines) {
        try {
            var path = Files.createTempDirectory("maillage-essai").resolve(name);
            Files.writeString(path, String.join("\n", lines) + "\n");
            try {
                return file(key, path);
            } finally {
                Files.delete(path);
                Files.delete(path.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportJob file(String key, Path path) {
        return imports.run(descriptors.of(key).orElseThrow(), SourceFile.of(path), "test", _ -> {});
    }
}
