package fr.maillage.dossier.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.ui.DiffPart;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

    private static final String TEXT = """
            L’hiver, les routes ferment et les villages sont isolés pendant des semaines.

            Deux cabinets sur cinq ferment avant 2028.""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Le car passe.  | Le car passe.            |
            Le car passe.  | Le train passe.          | Le car passe. -> Le train passe.
            un deux trois  | un trois                 | un deux trois -> un trois
            un deux        | un deux trois            | deux -> deux trois
            un deux un six | un deux un sept          | un six -> un sept
            """)
    void aChangeCarriesJustEnoughWordsToBeFound(String before, String after, String passages) {
        assertThat(Passage.between(before, after).stream()
                        .map(passage -> passage.before() + " -> " + passage.after())
                        .map(String::strip)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(passages == null ? "" : passages);
    }

    @Test
    void twoChangesOfATextAreDecidedOneByOneInAnyOrder() {
        var wanted = TEXT.replace("routes", "routes de crête").replace("Deux", "Trois");
        var passages = Passage.between(TEXT, wanted);
        assertThat(passages).hasSize(2);

        for (var order : List.of(passages, passages.reversed())) {
            var text = TEXT;
            for (var passage : order) {
                text = ((Passage.Applied.To) passage.in(text)).text();
            }
            assertThat(text).isEqualTo(wanted);
        }
    }

    /** Every other line of a text that says the same in each: looking for a passage found once took hours. */
    @Test
    @Timeout(60)
    void aTextThatRepeatsItselfIsQuick() {
        var text = "à compléter\n".repeat(8_000);
        var many = "à compléter\nfait\n".repeat(4_000);
        var few = "fait\n" + text.substring(0, 40_000 + 8) + "fait\n" + text.substring(40_000 + 8) + "fait";

        assertThat(Passage.between(text, many)).containsExactly(new Passage(text, many));
        var passages = Passage.between(text, few);
        assertThat(passages).hasSizeBetween(1, 3);
        assertThat(passages).allSatisfy(passage -> assertThat(passage.in(text)).isInstanceOf(Passage.Applied.To.class));
    }

    @Test
    void theFirstTextOfASectionCanBeProposed() {
        var passage = Passage.between("", "Le besoin est ancien.").getFirst();

        assertThat(passage.in("")).isEqualTo(new Passage.Applied.To("Le besoin est ancien."));
        assertThat(passage.in("Déjà écrit.")).isInstanceOf(Passage.Applied.Gone.class);
    }

    @Test
    void whereTheWordsChangedNothingIsWritten() {
        var passage = Passage.between(TEXT, TEXT.replace("cinq", "six")).getFirst();

        assertThat(passage.in(TEXT.replace("Deux cabinets sur cinq", "Un cabinet sur deux")))
                .isInstanceOf(Passage.Applied.Gone.class);
        assertThat(passage.in(TEXT + "\n\n" + TEXT)).isInstanceOf(Passage.Applied.Several.class);
        assertThat(passage.shownIn("Autre chose.")).isEmpty();
    }

    @Test
    void itIsShownInItsLine() {
        var passage = Passage.between(TEXT, TEXT.replace("Deux", "Trois")).getFirst();

        assertThat(passage.shownIn(TEXT).orElseThrow())
                .containsExactly(
                        new DiffPart(DiffPart.Kind.REMOVED, "Deux"),
                        new DiffPart(DiffPart.Kind.ADDED, "Trois"),
                        new DiffPart(DiffPart.Kind.SAME, " cabinets sur cinq ferment avant 2028."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsChangedAcceptingAllOfItGivesTheTextOfItsAuthor(long seed) {
        for (int round = 0; round < 50; round++) {
            var random = new Random(seed * 1_000 + round);
            var before = made(random, 60);
            var after = changed(random, before);
            var text = before;
            for (var passage : Passage.between(before, after)) {
                if (!(passage.in(text) instanceof Passage.Applied.To(var next))) {
                    // Two changes that share a word around them: the second is told apart, never written elsewhere.
                    continue;
                }
                assertThat(next).isNotEqualTo(text);
                text = next;
            }
            if (Passage.between(before, after).size() == 1) {
                assertThat(text).isEqualTo(after);
            }
        }
    }

    private static String made(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "mot" + random.nextInt(20) + (random.nextInt(12) == 0 ? ".\n\n" : " "))
                .collect(Collectors.joining())
                .strip();
    }

    private static String changed(Random random, String text) {
        var words = text.split("(?<= )");
        for (int change = 0; change < 3; change++) {
            int place = random.nextInt(words.length);
            words[place] = switch (random.nextInt(3)) {
                case 0 -> "";
                case 1 -> "autre" + random.nextInt(9) + " ";
                default -> words[place] + "ajout" + random.nextInt(9) + " ";
            };
        }
        return String.join("", words).strip();
    }
}
