package fr.maillage.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a CPTS deposits, and whether silence of the ARS is worth validation (rules.md section 4). */
public enum DossierKind {
    LETTER_OF_INTENT("Lettre d’intention", "lettre-intention", "lettre", true),
    /** What some ARS ask for instead of a lettre d’intention, with its own list of questions. */
    PRE_PROJECT("Pré-projet", "pre-projet", "pre-projet", false),
    HEALTH_PROJECT("Projet de santé", "projet-de-sante", "projet", false),
    GRANT_REQUEST("Demande de subvention", "demande-de-subvention", "demande", true);

    /** The segment of an address that says which dossier, for the mappings of controllers. */
    public static final String SEGMENT = "{kind:projet-de-sante|lettre-intention|pre-projet|demande-de-subvention}";

    private final String label;
    private final String path;
    private final String letters;
    private final boolean feminine;

    DossierKind(String label, String path, String letters, boolean feminine) {
        this.label = label;
        this.path = path;
        this.letters = letters;
        this.feminine = feminine;
    }

    public String label() {
        return label;
    }

    /** Segment of the public URL. */
    public String path() {
        return path;
    }

    /** What the codes of its letters begin with, in {@code rules/letters.yaml}. */
    public String letters() {
        return letters;
    }

    public static Optional<DossierKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    public static List<String> paths() {
        return Arrays.stream(values()).map(DossierKind::path).toList();
    }

    /** Whether the dossier is deemed validated when the ARS has not opposed it in time. */
    public boolean underLegalClock() {
        return this == HEALTH_PROJECT;
    }

    /** « e » after a participle of a feminine dossier, else nothing: « déposée », « déposé ». */
    public String e() {
        return feminine ? "e" : "";
    }

    /** « elle » or « il ». */
    public String pronoun() {
        return feminine ? "elle" : "il";
    }

    /** « la lettre d’intention », « le projet de santé ». */
    public String the() {
        return (feminine ? "la " : "le ") + label.toLowerCase(Locale.FRENCH);
    }

    /** As {@link #the()} in the name of a button: « la lettre », « le projet ». */
    public String theShort() {
        return (feminine ? "la " : "le ") + letters;
    }

    /** « La lettre d’intention », at the head of a sentence. */
    public String begins() {
        return (feminine ? "La " : "Le ") + label.toLowerCase(Locale.FRENCH);
    }

    /** « de la lettre d’intention », « du projet de santé ». */
    public String ofThe() {
        return (feminine ? "de la " : "du ") + label.toLowerCase(Locale.FRENCH);
    }

    /** « à la lettre d’intention », « au pré-projet ». */
    public String toThe() {
        return (feminine ? "à la " : "au ") + label.toLowerCase(Locale.FRENCH);
    }
}
