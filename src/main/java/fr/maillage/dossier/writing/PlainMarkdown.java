package fr.maillage.dossier.writing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Cleans a posted text: one kind of line end, composed accents, no control or text-direction signs. HTML stays what it
 * is, signs to be shown as they are: the renderer escapes it.
 */
final class PlainMarkdown {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{4,}");

    private PlainMarkdown() {}

    static String clean(String posted) {
        var text = posted.replace("\r\n", "\n").replace('\r', '\n');
        text = INVISIBLE.matcher(text).replaceAll("");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        return BLANK_LINES.matcher(text).replaceAll("\n\n\n").strip();
    }
}
