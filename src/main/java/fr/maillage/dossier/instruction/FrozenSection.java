package fr.maillage.dossier.instruction;

import fr.maillage.documents.PlainText;
import fr.maillage.dossier.projection.ProjectDocument;
import java.util.List;

/**
 * A section as it was on the day of a deposit, or of a version that the team named.
 *
 * @param text its paragraphs, list items and table rows, one a line, the cells of a row apart ({@link PlainText#CELL});
 *     sections frozen before 23 November 2026 have one line for each cell
 */
public record FrozenSection(String key, String number, String title, String text) {

    /** The sections of a version, as they are frozen when it is deposited or named. */
    public static List<FrozenSection> of(ProjectDocument.Projected projected) {
        return projected.sections().stream()
                .map(section -> new FrozenSection(section.key(), section.number(), section.title(), section.text()))
                .toList();
    }

    /** The text as sections were frozen before rows were kept. */
    String byCell() {
        return text.replace(String.valueOf(PlainText.HEADS), "").replace(PlainText.CELL, '\n');
    }

    boolean hasRows() {
        return text.indexOf(PlainText.CELL) >= 0;
    }
}
