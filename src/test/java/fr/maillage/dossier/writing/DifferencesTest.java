package fr.maillage.dossier.writing;

import static fr.maillage.ui.DiffPart.Kind.ADDED;
import static fr.maillage.ui.DiffPart.Kind.REMOVED;
import static fr.maillage.ui.DiffPart.Kind.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.maillage.ui.DiffPart;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DifferencesTest {

    @Test
    void marksTheWordsThatDiffer() {
        assertThat(Differences.between("Plusieurs routes ferment.", "Plusieurs villages ferment."))
                .containsExactly(
                        new DiffPart(SAME, "Plusieurs "),
                        new DiffPart(REMOVED, "routes"),
                        new DiffPart(ADDED, "villages"),
                        new DiffPart(SAME, " ferment."));
    }

    @Test
    void aRewrittenPassageIsReadAsOneNotWordByWord() {
        assertThat(Differences.between("Le besoin est ancien.", "Le car passe moins."))
                .containsExactly(
                        new DiffPart(SAME, "Le "),
                        new DiffPart(REMOVED, "besoin est ancien"),
                        new DiffPart(ADDED, "car passe moins"),
                        new DiffPart(SAME, "."));
    }

    @Test
    @Timeout(60)
    void aTextOfNothingButLinesIsShownTakenOutAndPutInWhole() {
        var before = "a\n".repeat(50_000);
        var after = "a\nb\n".repeat(25_000);

        assertThat(Differences.between(before, after))
                .containsExactly(new DiffPart(REMOVED, before), new DiffPart(ADDED, after));
        assertThat(Differences.between(before, before)).containsExactly(new DiffPart(SAME, before));
    }

    @Test
    void bothTextsCanBeReadBackFromTheDifferences() {
        var before = "# Titre\n\nUn paragraphe.\n\n- un\n- deux\n";
        var after = "# Autre titre\n\nUn paragraphe changé.\n\n- un\n- trois\n- quatre";

        var parts = Differences.between(before, after);

        assertThat(textOf(parts, REMOVED)).isEqualTo(before);
        assertThat(textOf(parts, ADDED)).isEqualTo(after);
    }

    @Test
    void oneTextWithItsOwnWordsMarked() {
        assertThat(textOf(Differences.onlyIn("un deux", "un trois"), ADDED)).isEqualTo("un deux");
    }

    @Test
    void theLongestTextsAreComparedQuickly() {
        var before = IntStream.range(0, 16_000).mapToObj(i -> "mot" + i).collect(Collectors.joining(" "));
        var after = IntStream.range(0, 16_000).mapToObj(i -> "autre" + i).collect(Collectors.joining(" "));

        assertThatCode(() -> Differences.between(before, after)).doesNotThrowAnyException();
        assertThat(Differences.between(before, after)).hasSize(2);
    }

    private static String textOf(List<DiffPart> parts, DiffPart.Kind kept) {
        return parts.stream()
                .filter(part -> part.kind() == SAME || part.kind() == kept)
                .map(DiffPart::text)
                .collect(Collectors.joining());
    }
}
