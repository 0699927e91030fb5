package fr.maillage.documents;

/** Escaping of text for HTML and XHTML. */
final class Html {

    private Html() {}

    /** For an element's text or for an attribute between double quotes. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        var plain = Plain.of(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
