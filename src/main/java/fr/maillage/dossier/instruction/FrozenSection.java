package fr.maillage.dossier.instruction;

import fr.maillage.dossier.projection.ProjectDocument;
import java.util.List;

/**
 * A section as it was on the day of a deposit, or of a version that the team named.
 *
 * @param text its paragraphs, list items and table rows, one a line
 */
public record FrozenSection(String key, String number, String title, String text) {

    /** The sections of a version, as they are frozen when it is deposited or named. */
    public static List<FrozenSection> of(ProjectDocument.Projected projected) {
        return projected.sections().stream()
                .map(section -> new FrozenSection(section.key(), section.number(), section.title(), section.text()))
                .toList();
    }
}
