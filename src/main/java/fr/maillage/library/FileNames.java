package fr.maillage.library;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that any disk and any archive can bear, and that never say another format than the real one. */
public final class FileNames {

    private static final int LONGEST = 100;

    /** What Windows keeps for itself. */
    private static final Set<String> TAKEN = Set.of("con", "prn", "aux", "nul", "com1", "com2", "lpt1", "lpt2");

    private FileNames() {}

    /**
     * The name of a file as it is kept: without path, invisible or forbidden signs, with the extension of its format.
     *
     * @param given what the browser said
     */
    public static String safe(@Nullable String given, FileFormat format) {
        var name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*%]", "-")
                .replaceAll("\\s+", " ");
        // « rib.pdf.exe » is a PDF called « rib »
        name = name.replaceFirst("(?i)(\\.[a-z0-9]{1,5})+$", "").replaceAll("^[. ]+|[. ]+$", "");
        if (name.length() > LONGEST) {
            name = name.substring(0, LONGEST).strip();
        }
        if (name.isEmpty() || TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            name = "document";
        }
        return name + "." + format.extension();
    }

    /** A title as a name: « Statuts signés (2026) » is {@code statuts-signes-2026}. */
    public static String plain(String title) {
        var plain = Normalizer.normalize(title.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (plain.length() > 60) {
            plain = plain.substring(0, 60).replaceAll("-+$", "");
        }
        return plain.isEmpty() ? "document" : plain;
    }
}
