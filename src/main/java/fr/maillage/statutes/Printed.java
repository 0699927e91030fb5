package fr.maillage.statutes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it reads with the answers of a team.
 *
 * @param number its place among the printed articles; 0 when it is left out
 * @param blanks what is missing to finish it
 */
public record Printed(String key, int number, String title, List<Part> parts, List<Blank> blanks) {

    public Printed {
        parts = List.copyOf(parts);
        blanks = List.copyOf(blanks);
    }

    /** « Article 3. Siège social », or its title alone when it is left out. */
    public String heading() {
        return number == 0 ? title : "Article " + number + ". " + title;
    }

    /**
     * A paragraph with the lines under it.
     *
     * @param colleges rows of the table under it, empty for none
     */
    public record Part(List<Piece> text, List<List<Piece>> lines, List<College> colleges) {}

    /** Some words of a paragraph. Stored with an adopted text: no method here is named like a property. */
    public record Piece(String words, Origin origin) {

        /** Whether the team decided it, or Maillage knew it. */
        public boolean marked() {
            return origin == Origin.CHOSEN || origin == Origin.KNOWN;
        }

        public boolean blank() {
            return origin == Origin.BLANK;
        }
    }

    /** Where words come from. */
    public enum Origin {
        MODEL,
        CHOSEN,
        KNOWN,
        BLANK
    }

    /**
     * Something that the text needs and that nobody gave.
     *
     * @param page of the CPTS where it is given, {@code /gouvernance/association}; null when it is a choice of the article
     */
    public record Blank(String label, @Nullable String page) {}
}
