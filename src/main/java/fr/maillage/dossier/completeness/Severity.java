package fr.maillage.dossier.completeness;

/** What a rule that is not met does. */
public enum Severity {
    /** No deposit without it. */
    BLOCKING,
    /** Shown as missing, does not block. */
    ADVISED
}
