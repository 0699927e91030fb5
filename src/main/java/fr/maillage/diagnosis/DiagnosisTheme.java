package fr.maillage.diagnosis;

import java.util.Optional;
import java.util.stream.Stream;

/** The four parts that the indicators of a diagnosis are grouped in. */
public enum DiagnosisTheme {
    POPULATION("population", "Population"),
    HEALTH("sante", "Santé"),
    PROFESSIONALS("professionnels", "Professionnels"),
    ACCESS("acces", "Accès aux soins");

    private final String slug;
    private final String label;

    DiagnosisTheme(String slug, String label) {
        this.slug = slug;
        this.label = label;
    }

    /** The word of the address. */
    public String slug() {
        return slug;
    }

    public String label() {
        return label;
    }

    public static Optional<DiagnosisTheme> of(String slug) {
        return Stream.of(values()).filter(theme -> theme.slug.equals(slug)).findFirst();
    }
}
