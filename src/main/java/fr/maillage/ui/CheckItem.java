package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * One line of a completeness list.
 *
 * @param status done, missing, later or waiting for somebody
 * @param title the rule or the part, in words
 * @param href the place where one mends or reads it, or null
 * @param detail what is there, or what to do; or null
 * @param word at the right: « Fait », « 2 manques »; or null
 * @param source where the rule comes from, or null
 */
public record CheckItem(
        Status status,
        String title,
        @Nullable String href,
        @Nullable String detail,
        @Nullable String word,
        @Nullable String source) {

    /** The icon and the French word say what the colour says. */
    public enum Status {
        DONE("circle-check", "done", "Fait"),
        MISSING("circle-alert", "missing", "Manque"),
        WAITING("clock", "waiting", "Attendu"),
        LATER("circle-dashed", "later", "Plus tard");

        private final String icon;
        private final String code;
        private final String word;

        Status(String icon, String code, String word) {
            this.icon = icon;
            this.code = code;
            this.word = word;
        }

        public String icon() {
            return icon;
        }

        public String code() {
            return code;
        }

        /** Read aloud when the line shows no word of its own. */
        public String word() {
            return word;
        }
    }

    public static CheckItem of(Status status, String title, @Nullable String detail) {
        return new CheckItem(status, title, null, detail, null, null);
    }

    public static CheckItem of(Status status, String title, @Nullable String detail, @Nullable String href) {
        return new CheckItem(status, title, href, detail, null, null);
    }
}
