package fr.maillage.project.context;

import fr.maillage.shared.Change;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the projet régional de santé that a CPTS retains, beside those that its actions choose.
 *
 * @param comments what is said of each retained line, by its code; may be empty
 * @param change null before the first saving
 */
public record PrsChoices(
        Map<String, String> comments, @Nullable Change change) {

    public PrsChoices {
        comments = Map.copyOf(comments);
    }

    public int version() {
        return change == null ? -1 : change.version();
    }
}
