package fr.maillage.dossier.versions;

import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.instruction.Comparison;
import fr.maillage.ui.DiffPart;
import fr.maillage.ui.Option;
import java.util.Arrays;
import java.util.List;

/**
 * Two versions of a dossier, with what changed from one to the other.
 *
 * @param choices every version that may be compared
 */
public record Compared(
        Dossier dossier,
        ProjectVersion before,
        ProjectVersion after,
        List<ProjectVersion> choices,
        Comparison comparison) {

    public List<Option> options() {
        return choices.stream()
                .map(version -> new Option(version.code(), version.label()))
                .toList();
    }

    /** {@code ?avant=…&apres=…}. */
    public String query() {
        return "?avant=" + before.code() + "&apres=" + after.code();
    }

    /** How many words of a kind the section has: what was added, or taken away. */
    public static int words(Comparison.Section section, DiffPart.Kind kind) {
        return section.parts().stream()
                .filter(part -> part.kind() == kind)
                .mapToInt(part -> (int) Arrays.stream(part.text().split("\\s+"))
                        .filter(word -> !word.isBlank())
                        .count())
                .sum();
    }
}
