package fr.maillage.datasets;

import fr.maillage.datasets.spi.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Small files of open data for tests, read as users’ files are. */
@Component
public class TestDatasets {

    private final Imports imports;
    private final Descriptors descriptors;

    TestDatasets(Imports imports, Descriptors descriptors) {
        this.imports = imports;
        this.descriptors = descriptors;
    }

    /** @param name by which the dataset is known, {@code communes_essai_contexte.csv} */
    public ImportJob load(String name, String content) {
        try {
            var folder = Files.createTempDirectory("jeu");
            var file = Files.writeString(folder.resolve(name), content);
            try {
                return load(file);
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file known by its name. */
    public ImportJob load(Path file) {
        var known = descriptors.named(file.getFileName().toString()).orElseThrow();
        return imports.run(known, SourceFile.of(file), "test", _ -> {});
    }
}
