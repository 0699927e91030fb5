package fr.maillage.datasets;

/** The kinds of zones that figures are published for. */
public enum Level {
    COMMUNE,
    EPCI,
    CANTON,
    BASSIN_DE_VIE,
    DEPARTEMENT,
    REGION,
    FRANCE;

    /** Code of the only zone of level {@link #FRANCE}. */
    public static final String WHOLE_COUNTRY = "FR";
}
