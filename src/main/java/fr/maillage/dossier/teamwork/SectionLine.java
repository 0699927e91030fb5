package fr.maillage.dossier.teamwork;

import fr.maillage.ui.CheckItem;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text of a dossier, with who has it and for when.
 *
 * @param order place in the trame
 * @param assignee who was asked to write it; empty for nobody
 * @param due the day it is expected, or null
 * @param late due before today, and not complete
 * @param mine whether the reader was asked
 * @param savedBy who wrote last; empty when nothing is written
 */
public record SectionLine(
        int order,
        String key,
        String heading,
        String href,
        CheckItem.Status status,
        String assignee,
        @Nullable LocalDate due,
        boolean late,
        boolean mine,
        String savedBy,
        @Nullable Instant savedAt) {

    /** « Complète », « À compléter »… */
    public String state() {
        return switch (status) {
            case DONE -> "Complète";
            case MISSING -> savedBy.isEmpty() ? "À écrire" : "À compléter";
            case LATER, WAITING -> "À améliorer";
        };
    }
}
