package fr.maillage.datasets;

/** Why a source gives no figure. It is never zero. */
public enum Missing {
    SECRET,
    UNAVAILABLE,
    EMPTY;
}
