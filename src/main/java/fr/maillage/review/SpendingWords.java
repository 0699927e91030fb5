package fr.maillage.review;

import fr.maillage.rules.Mission;

/** How an envelope is called. */
public final class SpendingWords {

    private SpendingWords() {}

    /** The title of a mission, or « Fonctionnement » for the operating money. */
    public static String part(String code) {
        return code.isEmpty()
                ? "Fonctionnement"
                : Mission.ofCode(code).map(Mission::title).orElse(code);
    }
}
