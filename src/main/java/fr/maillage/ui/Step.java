package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of a parcours.
 *
 * @param name « Projet de santé »
 * @param status where it stands
 * @param state the state in words: « En cours d’écriture »
 * @param date its date or delay in words, or null
 * @param href the page of the step, or null when it has none yet
 */
public record Step(
        String name,
        Status status,
        String state,
        @Nullable String date,
        @Nullable String href) {

    /** The code ends the CSS class. */
    public enum Status {
        DONE("done"),
        HERE("here"),
        TO_COME("to-come"),
        SKIPPED("skipped");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
