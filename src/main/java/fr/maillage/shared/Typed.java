package fr.maillage.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people and programs send it, before anything is done with it. */
public final class Typed {

    /**
     * Signs that show nothing: controls (PostgreSQL refuses NUL), directions and joiners, halves of surrogate pairs,
     * letters that are blank. A text of these alone is an empty one.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u115F\\u1160\\u2800\\u3164\\uFFA0&&[^\\n\\t]]");

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}<>,;.]+(\\.[^@\\s\\p{Cntrl}<>,;.]+)+");
    private static final int LONGEST_EMAIL = 254;

    private Typed() {}

    /** Without the signs that nobody sees, and with one kind of line end. */
    public static String clean(String text) {
        var lines = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
        return INVISIBLE.matcher(lines).replaceAll("");
    }

    /** On one line: every run of spaces and line ends becomes one space, none is left around. */
    public static String line(String text) {
        var cleaned = clean(text);
        var line = new StringBuilder(cleaned.length());
        int i = 0;
        while (i < cleaned.length()) {
            int from = i;
            while (i < cleaned.length() && isSpace(cleaned.charAt(i))) {
                i++;
            }
            if (i == cleaned.length()) {
                break;
            }
            if (i > from && !line.isEmpty()) {
                // one no-break space alone is typography
                line.append(
                        i == from + 1 && !Character.isWhitespace(cleaned.charAt(from)) ? cleaned.charAt(from) : ' ');
            }
            line.append(cleaned.charAt(i));
            i++;
        }
        return line.toString();
    }

    /** On its lines, without spaces of any kind around the whole. */
    public static String lines(String text) {
        var cleaned = clean(text);
        int from = 0;
        int to = cleaned.length();
        while (from < to && isSpace(cleaned.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(cleaned.charAt(to - 1))) {
            to--;
        }
        return cleaned.substring(from, to);
    }

    /** Whether this is written as an e-mail address, {@code prenom.nom@exemple.fr}; spaces around do not count. */
    public static boolean isEmail(String text) {
        var address = text.strip();
        return address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches();
    }

    /** Whether a name carries the address of a site, which our mails to other people would make into a link. */
    public static boolean hasSite(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.contains("://") || small.contains("www.");
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
