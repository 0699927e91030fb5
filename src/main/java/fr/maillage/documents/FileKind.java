package fr.maillage.documents;

import java.util.Locale;

/** What the bytes of a file say it is, whatever its name says. */
sealed interface FileKind {

    /** A zip archive, perhaps an Excel workbook. */
    record Archive() implements FileKind {}

    /** Decoded text, without byte order mark. */
    record Text(String text) implements FileKind {}

    /** @param sentence what it is and how to mend it, in French */
    record Other(String sentence) implements FileKind {}

    String DAMAGED = "Ce fichier est abîmé ou incomplet. Exportez-le de nouveau depuis votre tableur.";

    String COMPRESSED = "Ce fichier est une archive compressée. Déposez le classeur .xlsx ou le .csv qu’elle contient.";

    static FileKind of(byte[] bytes) {
        if (bytes.length == 0) {
            return new Other("Ce fichier est vide.");
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G')
                || starts(bytes, 0xFF, 0xD8, 0xFF)
                || starts(bytes, 'G', 'I', 'F', '8')) {
            return new Other(
                    "Ce fichier est une image, pas un tableau. Enregistrez la liste en XLSX ou en CSV depuis votre tableur.");
        }
        if (starts(bytes, '%', 'P', 'D', 'F')) {
            return new Other("Ce fichier est un PDF. Exportez la liste en .xlsx ou en .csv depuis votre tableur.");
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new Other("Ce fichier est un ancien classeur .xls, ou il est protégé par un mot de passe. "
                    + "Enregistrez-le au format .xlsx, sans mot de passe.");
        }
        if (starts(bytes, 'P', 'K')) {
            return new Archive();
        }
        if (starts(bytes, 0x1F, 0x8B) || starts(bytes, '7', 'z', 0xBC, 0xAF) || starts(bytes, 'R', 'a', 'r', '!')) {
            return new Other(
                    "Ce fichier est une archive compressée. Déposez le classeur .xlsx ou le .csv qu’elle contient.");
        }
        return text(bytes);
    }

    private static FileKind text(byte[] bytes) {
        var text = Decoded.of(bytes);
        if (text == null) {
            return new Other(
                    "Ce fichier n’est ni un classeur .xlsx ni un fichier .csv. Exportez-le depuis votre tableur.");
        }
        if (text.isBlank()) {
            return new Other("Ce fichier est vide.");
        }
        var start = text.stripLeading();
        start = start.substring(0, Math.min(start.length(), 200)).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
            return new Other("Ce fichier est une page web ou un fichier XML. Exportez la liste en .xlsx ou en .csv.");
        }
        if (start.startsWith("{\\rtf")) {
            return new Other("Ce fichier est un document texte. Déposez un classeur .xlsx ou un fichier .csv.");
        }
        return new Text(text);
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
