package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** French typography in the templates: no plain space before « : ; ! ? % € » or inside guillemets, no straight apostrophe. */
class TypographyTest {

    /** Where code and addresses are, not French. */
    private static final Pattern CODE = Pattern.compile(
            "<%--.*?--%>|<svg.*?</svg>|<code.*?</code>|<(?:textarea|pre|script)[^>]*>|@param[^\\n]*|@import[^\\n]*|!\\{[^\\n]*|"
                    + "@(?:if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)|\\$\\{[^}]*}|"
                    + "\\b(?:href|class|id|name|for|content|accept|hx-[a-z-]+)=\"[^\"]*\"",
            Pattern.DOTALL);

    /** A letter or figure, a plain space, then a sign that wants a no-break space before it. */
    private static final Pattern PLAIN_SPACE = Pattern.compile(
            "(?<=[\\p{L}\\d»]) (?=(?:[;!%€»]|:(?! [@\"])|\\?(?! [a-z\"(]))(?:[\\s<\"`.,]|$))|« ", Pattern.MULTILINE);

    private static final Pattern STRAIGHT_APOSTROPHE = Pattern.compile("\\p{L}'\\p{L}");

    @Test
    void templatesFollowFrenchTypography() throws IOException {
        var faults = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".jte"))
                    .sorted()
                    .toList()) {
                var text = CODE.matcher(Files.readString(file)).replaceAll(" ");
                for (var pattern : new Pattern[] {PLAIN_SPACE, STRAIGHT_APOSTROPHE}) {
                    pattern.matcher(text)
                            .results()
                            .filter(found -> !isCode(text, found.start()))
                            .forEach(found -> faults.add(file + ": "
                                    + text.substring(
                                                    Math.max(0, found.start() - 30),
                                                    Math.min(text.length(), found.end() + 15))
                                            .strip()));
                }
            }
        }
        assertThat(String.join("\n", faults)).isEmpty();
    }

    /** A loop, a comparison or a choice of the template language, which {@link #CODE} leaves standing. */
    private static boolean isCode(String text, int at) {
        var line = text.substring(text.lastIndexOf('\n', at) + 1, at);
        var near = line.substring(Math.max(0, line.length() - 60));
        return near.matches("(?s).*(for\\(var|==|\\) \\?|isEmpty\\(\\)).*");
    }
}
