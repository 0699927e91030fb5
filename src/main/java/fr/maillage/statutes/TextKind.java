package fr.maillage.statutes;

import java.util.Arrays;
import java.util.Optional;

/** The two texts by which an association governs itself. */
public enum TextKind {
    STATUTES("statuts", "Statuts", "les statuts", "/statutes/association-1901.yaml"),
    INTERNAL_RULES(
            "reglement-interieur",
            "Règlement intérieur",
            "le règlement intérieur",
            "/statutes/reglement-interieur.yaml");

    private final String path;
    private final String title;
    private final String words;
    private final String file;

    TextKind(String path, String title, String words, String file) {
        this.path = path;
        this.title = title;
        this.words = words;
        this.file = file;
    }

    /** Its part of the address: {@code statuts}. */
    public String path() {
        return path;
    }

    /** « Statuts ». */
    public String title() {
        return title;
    }

    /** « les statuts », inside a sentence. */
    public String words() {
        return words;
    }

    String file() {
        return file;
    }

    static Optional<TextKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
