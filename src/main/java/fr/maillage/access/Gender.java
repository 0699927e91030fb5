package fr.maillage.access;

/** How labels agree with a person, by that person's own choice; the neutral form turns the sentence. */
public enum Gender {
    FEMININE("Au féminin"),
    MASCULINE("Au masculin"),
    NEUTRAL("Sans accord, quand c’est possible");

    private final String label;

    Gender(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The form that agrees: {@code agree("déconnectée", "déconnecté", "hors connexion")}. */
    public String agree(String feminine, String masculine, String neutral) {
        return switch (this) {
            case FEMININE -> feminine;
            case MASCULINE -> masculine;
            case NEUTRAL -> neutral;
        };
    }
}
