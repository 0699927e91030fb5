package fr.maillage.datasets;

/** The kinds of zones that figures are published for. */
public enum Level {
    COMMUNE("commune"),
    EPCI("intercommunalité"),
    CANTON("canton ou ville"),
    BASSIN_DE_VIE("bassin de vie"),
    DEPARTEMENT("département"),
    REGION("région"),
    FRANCE("France");

    /** Code of the only zone of level {@link #FRANCE}. */
    public static final String WHOLE_COUNTRY = "FR";

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
