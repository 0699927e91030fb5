package fr.maillage.dossier.trame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.dossier.DossierKind;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region adds its trame by a file in the data folder. */
class TramesTest {

    private static final String REGION = """
            identifiant: lettre-de-ma-region
            type: lettre-intention
            titre: Lettre de ma région
            emetteur: ARS de ma région
            version: "2026"
            source:
              titre: Cahier des charges régional 2026
            sections:
              - cle: territoire
                numero: "1"
                titre: Territoire
                contenu:
                  - vue: communes
            """;

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void aFolder() throws IOException {
        file = Files.createDirectories(home.resolve("trames")).resolve("ma-region.yaml");
    }

    @Test
    void aFileOfTheDataFolderIsOfferedAfterTheShippedTrame() throws IOException {
        Files.writeString(file, REGION);

        assertThat(trames().of(DossierKind.LETTER_OF_INTENT))
                .extracting(Trame::id)
                .containsExactly("lettre-intention", "lettre-de-ma-region");
    }

    @Test
    void aBrokenFileIsLeftOutAndTold() throws IOException {
        Files.writeString(file, REGION.replace("vue: communes", "vue: villages"));

        var trames = trames();

        assertThat(trames.byId("lettre-de-ma-region")).isEmpty();
        assertThat(trames.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .startsWith("ma-region.yaml, ligne 13 : « villages » n’existe pas"));
    }

    @Test
    void aFileInAnotherEncodingOrWithATakenNameIsTold() throws IOException {
        Files.write(file, REGION.getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(file.resolveSibling("copie.yaml"), REGION.replace("lettre-de-ma-region", "lettre-intention"));

        assertThat(trames().faults())
                .extracting(Fault::what)
                .containsExactly(
                        "l’identifiant « lettre-intention » est déjà celui d’une autre trame.",
                        "le fichier n’est pas en UTF-8.");
    }

    @Test
    void readAgainItKeepsTheTrameInUseWhileItsFileIsBroken() throws IOException {
        Files.writeString(file, REGION);
        var trames = trames();
        Files.writeString(file, REGION.replace("vue: communes", "vue: villages"));

        trames.reload();

        assertThat(trames.byId("lettre-de-ma-region")).isPresent();
        assertThat(trames.faults()).hasSize(1);

        Files.writeString(file, REGION);
        trames.reload();
        assertThat(trames.faults()).isEmpty();
    }

    private Trames trames() {
        return new Trames(new Settings(home, "", false, URI.create("http://localhost:8080"), null, false));
    }
}
