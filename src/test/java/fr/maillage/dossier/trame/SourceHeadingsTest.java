package fr.maillage.dossier.trame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.dossier.DossierKind;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each shipped trame prints as its contents is the list of headings of its source, committed in
 * {@code src/test/resources/trames}: numbers and words, whatever the capitals, the accents on them and the spaces.
 */
class SourceHeadingsTest {

    @TempDir
    Path home;

    static Stream<String> shipped() {
        return Stream.of(
                "lettre-intention",
                "pre-projet-aura",
                "projet-de-sante-national",
                "projet-de-sante-occitanie",
                "projet-de-sante-aura",
                "fiche-action-aura",
                "demande-de-subvention");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theContentsAreThoseOfTheSource(String id) throws IOException {
        var trame = trames().byId(id).orElseThrow();

        assertThat(trame.inOrder().stream()
                        .map(section -> plain(section.printedNumber() + " " + section.title()))
                        .toList())
                .containsExactlyElementsOf(committed(id));
    }

    @Test
    void everyShippedTrameHasItsList() {
        assertThat(trames().all())
                .extracting(Trame::id)
                .allSatisfy(id -> assertThat(committed(id)).as(id).isNotEmpty());
    }

    /** Whoever opens a section that holds something is told what is sought, how it may look and what makes it come back. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everySectionIsGuided(String id) {
        assertThat(trames().byId(id).orElseThrow().inOrder().stream()
                        .filter(section -> !section.fillings().isEmpty()))
                .isNotEmpty()
                .allSatisfy(section -> {
                    assertThat(section.guidance()).as(section.heading()).isNotNull();
                    assertThat(section.guidance().soughtByReader()).isNotBlank();
                    assertThat(section.guidance().example())
                            .as(section.heading())
                            .isNotBlank();
                    assertThat(section.guidance().oftenSentBack())
                            .as(section.heading())
                            .isNotEmpty();
                });
    }

    /** The trame of each kind that a new dossier follows. */
    @Test
    void theUsualTramesAreTheNationalOnes() {
        assertThat(Stream.of(DossierKind.values())
                        .map(kind -> trames().byDefault(kind).id()))
                .containsExactly(
                        "lettre-intention", "pre-projet-aura", "projet-de-sante-national", "demande-de-subvention");
    }

    private Trames trames() {
        return new Trames(new Settings(home, "", false, URI.create("http://localhost:8080"), null, false));
    }

    /** The lines of the list, without its remarks; a line that begins with a hyphen is a bullet of the source. */
    private static List<String> committed(String id) throws IOException {
        try (var list = SourceHeadingsTest.class.getResourceAsStream("/trames/" + id + ".txt")) {
            assertThat(list).as("src/test/resources/trames/" + id + ".txt").isNotNull();
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> plain(line.replaceFirst("^- ", "").replaceFirst("^([\\d.]+)\\. ", "$1 ")))
                    .toList();
        }
    }

    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replace('’', '\'')
                .replace('–', '-')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replaceAll(" *([/?:;]) *", "$1")
                .replaceAll("[:;.]$", "")
                .strip();
    }
}
