package fr.maillage.diagnosis.apl;

/** How far a parameter can be trusted; told beside it. */
public enum Reliability {
    READ("lu dans un texte"),
    FROM_MEMORY("de mémoire, à vérifier"),
    ASSUMED("hypothèse de Maillage");

    private final String label;

    Reliability(String label) {
        this.label = label;
    }

    /** In French. */
    public String label() {
        return label;
    }
}
