package fr.maillage.documents;

/** The numbering part: one definition of bullets and one of numbers; each numbered list starts afresh. */
final class WordLists {

    static final int BULLETS = 1;

    private static final int LEVELS = 9;
    private static final int STEP = 340;

    private final StringBuilder instances =
            new StringBuilder("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n");
    private int last = BULLETS;

    /** A new numbered list; answers its number. */
    int numbered(int start, int level) {
        last++;
        instances.append("<w:num w:numId=\"").append(last).append("\"><w:abstractNumId w:val=\"1\"/>");
        instances.append("<w:lvlOverride w:ilvl=\"").append(level).append("\"><w:startOverride w:val=\"");
        instances.append(start).append("\"/></w:lvlOverride></w:num>\n");
        return last;
    }

    static int indent(int level) {
        return STEP * (Math.min(level, LEVELS - 1) + 1);
    }

    static int deepest(int level) {
        return Math.min(level, LEVELS - 1);
    }

    String xml() {
        return Word.XML + "<w:numbering " + Word.NAMESPACES + ">\n" + definition(0, "bullet") + definition(1, "decimal")
                + instances + "</w:numbering>";
    }

    private static String definition(int id, String format) {
        var xml = new StringBuilder(
                "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\n");
        for (int level = 0; level < LEVELS; level++) {
            xml.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:start w:val=\"1\"/><w:numFmt w:val=\"");
            xml.append(format).append("\"/><w:lvlText w:val=\"");
            xml.append(format.equals("bullet") ? (level % 2 == 0 ? "•" : "–") : "%" + (level + 1) + ".");
            xml.append("\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"").append(indent(level));
            xml.append("\" w:hanging=\"").append(STEP).append("\"/></w:pPr></w:lvl>\n");
        }
        return xml.append("</w:abstractNum>\n").toString();
    }
}
