package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrasts promised by the face, computed from the colours of tokens.css by the WCAG 2 formula. */
class ContrastTest {

    private record Token(String light, String dark) {}

    private static final Map<String, Token> TOKENS = tokens();

    /** Least ratios in both themes: 4.5 for text, 3 for the border of a control and the lines of a chart. */
    @ParameterizedTest(name = "{0} on {1} at least {2}")
    @CsvSource({
        "encre, feuille, 4.5",
        "encre, papier, 4.5",
        "encre, creux, 4.5",
        "encre, action-fond, 4.5",
        "encre, genet-fond, 4.5",
        "encre, ambre-fond, 4.5",
        "encre, rouge-fond, 4.5",
        "encre, vert-fond, 4.5",
        "encre2, feuille, 4.5",
        "encre2, papier, 4.5",
        "encre2, creux, 4.5",
        "encre2, action-fond, 4.5",
        "encre2, genet-fond, 4.5",
        "action, feuille, 4.5",
        "action, papier, 4.5",
        "action, creux, 4.5",
        "action, action-fond, 4.5",
        "action, ambre-fond, 4.5",
        "action-survol, feuille, 4.5",
        "action-survol, action-fond, 4.5",
        "sur-action, action, 4.5",
        "sur-action, action-survol, 4.5",
        "sur-genet, genet, 4.5",
        "genet-encre, feuille, 4.5",
        "genet-encre, genet-fond, 4.5",
        "vert, vert-fond, 4.5",
        "vert, feuille, 4.5",
        "ambre, ambre-fond, 4.5",
        "ambre, feuille, 4.5",
        "rouge, rouge-fond, 4.5",
        "rouge, feuille, 4.5",
        "bleu, bleu-fond, 4.5",
        "gris, gris-fond, 4.5",
        "gris, feuille, 4.5",
        "contour, feuille, 3",
        "contour, papier, 3",
        "serie1, feuille, 3",
        "serie2, feuille, 3",
        "serie3, feuille, 3",
        "serie4, feuille, 3"
    })
    void isReadableInBothThemes(String front, String ground, double least) {
        assertThat(contrast(token(front).light(), token(ground).light())).isGreaterThanOrEqualTo(least);
        assertThat(contrast(token(front).dark(), token(ground).dark())).isGreaterThanOrEqualTo(least);
    }

    /** To the hundredth, so that a changed colour is noticed. */
    @ParameterizedTest(name = "{0} on {1}: {2} light, {3} dark")
    @CsvSource({
        "contour, feuille, 4.25, 4.87",
        "encre, feuille, 15.10, 13.81",
        "encre2, papier, 6.77, 9.48",
        "action, feuille, 8.46, 8.41",
        "sur-action, action, 8.46, 8.64",
        "sur-action, action-survol, 11.62, 10.87",
        "encre, action-fond, 12.87, 11.02",
        "genet-encre, genet-fond, 7.18, 9.93",
        "vert, vert-fond, 6.11, 7.45",
        "ambre, ambre-fond, 6.36, 7.88",
        "rouge, rouge-fond, 6.48, 7.30",
        "bleu, bleu-fond, 6.63, 7.82",
        "gris, gris-fond, 6.08, 6.87"
    })
    void isAsMeasured(String front, String ground, double light, double dark) {
        assertThat(contrast(token(front).light(), token(ground).light())).isCloseTo(light, offset(0.01));
        assertThat(contrast(token(front).dark(), token(ground).dark())).isCloseTo(dark, offset(0.01));
    }

    private static Token token(String name) {
        return Objects.requireNonNull(TOKENS.get(name), name);
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int from) {
        var value = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Token> tokens() {
        try (var css = ContrastTest.class.getResourceAsStream("/static/css/tokens.css")) {
            var text = new String(css.readAllBytes(), StandardCharsets.UTF_8);
            var tokens = new HashMap<String, Token>();
            Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\);")
                    .matcher(text)
                    .results()
                    .forEach(found -> tokens.put(found.group(1), new Token(found.group(2), found.group(3))));
            Pattern.compile("--([a-z0-9-]+): (#[0-9A-F]{6});")
                    .matcher(text)
                    .results()
                    .forEach(found -> tokens.put(found.group(1), new Token(found.group(2), found.group(2))));
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
