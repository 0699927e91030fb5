package fr.maillage.ui;

/** A run of words that two versions share, or that one of them has alone. */
public record DiffPart(Kind kind, String text) {

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }
}
