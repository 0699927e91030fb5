package fr.maillage.access;

/** The side on which a role acts in a dossier; the legal weight of an act depends on it. */
public enum Party {
    CPTS,
    ARS,
    CPAM,
    MSA,
    ADMINISTRATION;

    /** Whether this party instructs dossiers. */
    public boolean instructs() {
        return this == ARS || this == CPAM || this == MSA;
    }
}
