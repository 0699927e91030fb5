package fr.maillage.dossier.instruction;

/** The opinion of a co-instructor. */
public enum Verdict {
    FAVORABLE("Favorable"),
    WITH_RESERVES("Avec réserve"),
    UNFAVORABLE("Défavorable");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
