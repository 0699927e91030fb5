package fr.maillage.datasets;

/** Why a source gives no figure. It is never zero. */
public enum Missing {
    SECRET("couvert par le secret statistique"),
    UNAVAILABLE("non disponible dans la source"),
    EMPTY("case vide dans la source");

    private final String label;

    Missing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
