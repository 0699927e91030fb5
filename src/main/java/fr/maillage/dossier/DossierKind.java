package fr.maillage.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a CPTS deposits, and whether silence of the ARS is worth validation (rules.md section 4). */
public enum DossierKind {
    LETTER_OF_INTENT("Lettre d’intention", "lettre-intention", false),
    HEALTH_PROJECT("Projet de santé", "projet-de-sante", true);

    private final String label;
    private final String path;
    private final boolean underLegalClock;

    DossierKind(String label, String path, boolean underLegalClock) {
        this.label = label;
        this.path = path;
        this.underLegalClock = underLegalClock;
    }

    public String label() {
        return label;
    }

    /** Segment of the public URL. */
    public String path() {
        return path;
    }

    public static Optional<DossierKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    public static List<String> paths() {
        return Arrays.stream(values()).map(DossierKind::path).toList();
    }

    /** Whether the dossier is deemed validated when the ARS has not opposed it in time. */
    public boolean underLegalClock() {
        return underLegalClock;
    }
}
