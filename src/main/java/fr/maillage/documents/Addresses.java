package fr.maillage.documents;

/** Web addresses as printed. */
final class Addresses {

    private Addresses() {}

    /** Without its scheme, with a zero-width space after each separator so that a narrow column can hold it. */
    static String breakable(String href) {
        return href.replaceFirst("(?i)^https?://", "").replaceAll("([/?&=._-])", "$1\u200B");
    }
}
