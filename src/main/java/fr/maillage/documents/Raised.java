package fr.maillage.documents;

/** Raised letters such as those of « 1ᵉʳ »: on paper they are real superscripts and need no rare glyph. */
final class Raised {

    static final String LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
    private static final String PLAIN = "abcdefghijklmnoprstuvwxyz";

    private Raised() {}

    static String lowered(String raised) {
        var letters = new StringBuilder();
        raised.chars().forEach(c -> letters.append(PLAIN.charAt(LETTERS.indexOf(c))));
        return letters.toString();
    }
}
