package fr.maillage.professionals;

/** Why a directory page shows no list. */
public enum DirectoryState {
    READY,
    /** The CPTS has not chosen its communes. */
    NO_TERRITORY,
    /** The dataset was never imported. */
    NO_DATA,
    /** The territory is larger than that of a CPTS: counts are shown, names are not. */
    TOO_WIDE
}
