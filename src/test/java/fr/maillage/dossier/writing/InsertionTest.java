package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An inserted sentence is known again in a text whatever the editor did to its spaces, and only word for word. */
class InsertionTest {

    private static final String SENTENCE =
            "En 2025, la distance moyenne est de 9,1\u00A0km (8,5\u00A0%), contre 12,0\u00A0km dans l’Aveyron.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Avant. En 2025, la distance moyenne est de 9,1 km (8,5 %), contre 12,0 km dans l’Aveyron. Après. | true
            En 2025, la distance moyenne\\nest de 9,1 km (8,5 %), contre 12,0 km dans l’Aveyron.             | true
            En 2025, la distance moyenne est de 9,1 km \\(8,5 %\\), contre 12,0 km dans l’Aveyron\\.         | true
            En 2025, la distance moyenne est de 9,4 km (8,5 %), contre 12,0 km dans l’Aveyron.               | false
            En 2025, la distance moyenne est élevée : 9,1 km (8,5 %), contre 12,0 km dans l’Aveyron.         | false
            """)
    void aSentenceIsFoundWordForWord(String text, boolean found) {
        assertThat(sentence().isIn(text.replace("\\n", "\n"))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Les urgences sont à 9,1 km en moyenne.      | true
            Chez nous (9,1  km), il faut rouler.        | true
            L’Aveyron, lui, est à 12,0 km.              | true
            Les urgences sont à 19,1 km ou à 9,15 km.   | false
            En 2025, tout va bien.                      | false
            """)
    void aSentenceWrittenInOtherWordsIsKnownByItsFigures(String text, boolean found) {
        assertThat(sentence().isRewrittenIn(text)).isEqualTo(found);
    }

    @Test
    void aSentenceWordForWordOrAMapIsNotRewritten() {
        assertThat(sentence().isRewrittenIn("Avant. " + SENTENCE)).isFalse();
        assertThat(insertion("distance-urgences", "Distance aux urgences").isRewrittenIn("9,1 km"))
                .isFalse();
    }

    @Test
    void anExchangeLeavesTheWordsAroundAlone() {
        var text = "Avant.\n\n" + SENTENCE.replace('\u00A0', ' ') + "\n\nAprès 9,1 km.";

        assertThat(sentence().exchangedIn(text, "Un coût de 5 $ \\ nouveau."))
                .isEqualTo("Avant.\n\nUn coût de 5 $ \\ nouveau.\n\nAprès 9,1 km.");
    }

    @Test
    void aFigureIsItsLine() {
        var figure = insertion("distance-urgences", "Distance aux urgences");

        assertThat(figure.line()).isEqualTo("{{figure:distance-urgences}}");
        assertThat(figure.isIn("a\n\n{{figure:distance-urgences}}\n\nb")).isTrue();
        assertThat(figure.isIn("a\n\n{{figure:distance-urgences-2}}\n\nb")).isFalse();
        assertThat(figure.exchangedIn("a\n\n{{figure:distance-urgences}}", "{{figure:distance-urgences-2}}"))
                .isEqualTo("a\n\n{{figure:distance-urgences-2}}");
    }

    private static Insertion sentence() {
        return insertion(null, SENTENCE);
    }

    private static Insertion insertion(@Nullable String name, String words) {
        return new Insertion(
                UUID.randomUUID(),
                "besoins-de-sante",
                name,
                Insertion.Subject.indicator("distance-urgences"),
                "Distance aux urgences",
                words,
                Map.of("territoire", "9,1\u00A0km", "Aveyron", "12,0\u00A0km", "année", "2025"),
                name == null ? null : new Block.Figure(Block.FigureKind.MAP, "<svg/>", "", words, null, ""),
                null,
                Instant.EPOCH,
                "Camille Exemple");
    }
}
