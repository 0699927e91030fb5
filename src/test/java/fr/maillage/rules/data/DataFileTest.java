package fr.maillage.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

    @Test
    void listsTheFilesOfAFolderOnDisk() {
        assertThat(DataFile.namesIn("rules/aci")).contains("aci-2019.yaml", "aci-avenant-2.yaml");
    }

    @Test
    void listsTheFilesOfAFolderInsideAJar(@TempDir Path folder) throws Exception {
        var jar =
                jarWith(folder, "rules/aci/", "rules/aci/b.yaml", "rules/aci/a.yaml", "rules/aci/old/c.yaml", "x.yaml");
        var url = URI.create("jar:" + jar.toUri() + "!/rules/aci/").toURL();
        assertThat(DataFile.namesAt(url, "rules/aci/")).containsExactly("a.yaml", "b.yaml");
    }

    private static Path jarWith(Path folder, String... names) throws IOException {
        var jar = folder.resolve("data.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : names) {
                out.putNextEntry(new JarEntry(name));
                out.closeEntry();
            }
        }
        return jar;
    }
}
