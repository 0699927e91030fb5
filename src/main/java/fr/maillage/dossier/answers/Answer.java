package fr.maillage.dossier.answers;

import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.ui.CheckItem;
import java.util.List;

/**
 * What the project says to a section of a trame.
 *
 * @param parts its texts and views, in the order in which they are printed; empty for a mere heading
 */
public record Answer(TrameSection section, List<Part> parts) {

    /**
     * One text or one view.
     *
     * @param asked whether the section counts as unanswered without it
     * @param line what it is, whether it is there, from which fact and where one enters it
     */
    public record Part(boolean asked, CheckItem line) {

        boolean left() {
            return asked && line.status() != CheckItem.Status.DONE;
        }
    }

    public Answer {
        parts = List.copyOf(parts);
    }

    public List<CheckItem> lines() {
        return parts.stream().map(Part::line).toList();
    }

    /** Whether something is asked here that a document would print. */
    public boolean asks() {
        return !parts.isEmpty();
    }

    public boolean complete() {
        return parts.stream().noneMatch(Part::left);
    }
}
