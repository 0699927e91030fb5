package fr.maillage.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void aLineIsOneLine() {
        assertThat(Typed.line(" CPTS\r\n  du\tLarzac \u00A0 ")).isEqualTo("CPTS du Larzac");
        assertThat(Typed.line("Attention\u00A0: ici")).isEqualTo("Attention\u00A0: ici");
        assertThat(Typed.line("a\u2028b")).isEqualTo("a b");
    }

    @Test
    void linesKeepTheirEnds() {
        assertThat(Typed.lines("\n un\r\n\r\ndeux \u00A0")).isEqualTo("un\n\ndeux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\u00A0", "\u200B", "\uFEFF\u200E", "\u3164", "\u2060 \n", "\uD800"})
    void whatShowsNothingIsEmpty(String text) {
        assertThat(Typed.line(text)).isEmpty();
        assertThat(Typed.lines(text)).isEmpty();
    }

    @Test
    void anHostileTextIsReadInOnePass() {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            Typed.line(" ".repeat(2_000_000) + "x");
            Typed.lines(" ".repeat(2_000_000) + "x" + " ".repeat(2_000_000));
            Typed.isEmail("a@" + "b.".repeat(1_000_000));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"prenom.nom@exemple.fr", " a@b.c ", "élise@exemple.fr"})
    void addresses(String text) {
        assertThat(Typed.isEmail(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "a@b.", "a b@c.d", "a@b@c.d", "<a@b.c>", "a@b.c,d@e.f", "a@b..c"})
    void noAddresses(String text) {
        assertThat(Typed.isEmail(text)).isFalse();
    }

    @Test
    void aSiteInAName() {
        assertThat(Typed.hasSite("Gagnez sur HTTPS://exemple.fr")).isTrue();
        assertThat(Typed.hasSite("www.exemple.fr")).isTrue();
        assertThat(Typed.hasSite("CPTS du Sud\u00A0: l’Aveyron")).isFalse();
    }
}
