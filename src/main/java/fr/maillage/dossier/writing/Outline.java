package fr.maillage.dossier.writing;

import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.completeness.CompletenessReport.Check;
import fr.maillage.dossier.completeness.Severity;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.ui.CheckItem.Status;
import fr.maillage.ui.Person;
import fr.maillage.ui.TocEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contents of a dossier with the state of each section. */
public final class Outline {

    private Outline() {}

    /**
     * @param base address of the dossier
     * @param here key of the section being read, or null
     * @param writing who else writes a section now, by its key
     */
    static List<TocEntry> of(
            Trame trame, CompletenessReport report, String base, @Nullable String here, Map<String, Person> writing) {
        List<TocEntry> entries = new ArrayList<>();
        for (TrameSection section : trame.inOrder()) {
            firstFilled(section)
                    .ifPresent(target -> entries.add(new TocEntry(
                            section.number(),
                            section.title(),
                            base + "/sections/" + target.key(),
                            status(section, report),
                            section.isFilled() && section.key().equals(here),
                            section.depth() == 1,
                            section.isFilled() ? writing.get(section.key()) : null)));
        }
        return entries;
    }

    /** A heading without content leads to the first of its sections that has some. */
    private static Optional<TrameSection> firstFilled(TrameSection section) {
        return section.isFilled()
                ? Optional.of(section)
                : section.children().stream()
                        .flatMap(child -> firstFilled(child).stream())
                        .findFirst();
    }

    /** A section is as far as its least advanced part, sub-sections included. */
    public static Status status(TrameSection section, CompletenessReport report) {
        List<Check> unmet = new ArrayList<>();
        collectUnmet(section, report, unmet);
        if (unmet.isEmpty()) {
            return Status.DONE;
        }
        return unmet.stream().anyMatch(check -> check.severity() == Severity.BLOCKING) ? Status.MISSING : Status.LATER;
    }

    private static void collectUnmet(TrameSection section, CompletenessReport report, List<Check> unmet) {
        report.of(section).stream().filter(check -> !check.satisfied()).forEach(unmet::add);
        section.children().forEach(child -> collectUnmet(child, report, unmet));
    }
}
