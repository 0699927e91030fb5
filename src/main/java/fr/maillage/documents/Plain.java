package fr.maillage.documents;

/** Text freed from what no XML file may hold: control characters and halves of surrogate pairs. */
final class Plain {

    private Plain() {}

    static String of(String text) {
        if (text.chars().allMatch(Plain::isOrdinary)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(Plain::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isOrdinary(int unit) {
        return (unit >= ' ' && unit < 0x7F) || (unit >= 0xA0 && unit < 0xD800);
    }

    /** The characters of XML 1.0, section 2.2, less the discouraged controls. */
    private static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || (codePoint >= ' ' && codePoint < 0x7F)
                || (codePoint >= 0xA0 && codePoint < 0xD800)
                || (codePoint >= 0xE000 && codePoint < 0xFFFE)
                || codePoint > 0xFFFF;
    }
}
