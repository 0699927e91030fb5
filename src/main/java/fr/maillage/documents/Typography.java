package fr.maillage.documents;

import java.util.regex.Pattern;

/**
 * French typography of a text that somebody typed: real apostrophes, and a no-break space wherever a space stands beside
 * a sign that must not be left alone at a line's end. Only spaces already there are changed, so that addresses and times
 * stay as they are. Applying it twice changes nothing more.
 */
final class Typography {

    private static final String SPACE = "[ \\u00A0\\u202F]+";
    private static final String NBSP = "\u00A0";
    private static final String NARROW = "\u202F";

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=[\\p{L}«])");
    private static final Pattern OPENING = Pattern.compile("«" + SPACE + "|«(?=[^\\s])");
    private static final Pattern CLOSING = Pattern.compile(SPACE + "»|(?<=[^\\s«])»");
    private static final Pattern WIDE_SIGN = Pattern.compile(SPACE + "(?=[:%€])");
    private static final Pattern NARROW_SIGN = Pattern.compile(SPACE + "(?=[;!?])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)" + SPACE + "(?=\\d{3}(?!\\d))");
    private static final Pattern NUMBER_SIGN = Pattern.compile("(?<=\\bn°)" + SPACE + "(?=\\d)");
    private static final Pattern UNIT =
            Pattern.compile("(?<=\\d)" + SPACE + "(?=(?:h|km|min|habitants?|communes?)\\b)");

    private Typography() {}

    static String french(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var fixed = APOSTROPHE.matcher(text).replaceAll("’");
        fixed = fixed.replace("...", "…");
        fixed = OPENING.matcher(fixed).replaceAll("«" + NBSP);
        fixed = CLOSING.matcher(fixed).replaceAll(NBSP + "»");
        fixed = WIDE_SIGN.matcher(fixed).replaceAll(NBSP);
        fixed = NARROW_SIGN.matcher(fixed).replaceAll(NARROW);
        fixed = THOUSANDS.matcher(fixed).replaceAll(NBSP);
        fixed = NUMBER_SIGN.matcher(fixed).replaceAll(NBSP);
        return UNIT.matcher(fixed).replaceAll(NBSP);
    }
}
