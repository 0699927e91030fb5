package fr.maillage.project;

import fr.maillage.project.ProblemScales.Severity;
import fr.maillage.project.ProblemScales.Theme;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem of the territory (« problématique ») that the projet de santé may answer.
 *
 * @param rank the order the team gave; archived problems leave holes
 * @param evidence what shows it, oldest first, without what was withdrawn
 */
public record Problem(ProblemId id, int rank, Facts facts, List<Evidence> evidence, Change change) {

    /**
     * What is said of a problem.
     *
     * @param severity null while nobody has judged it
     * @param people how many are concerned; null while unknown
     * @param peopleWords who they are, or how many in words; may be empty
     * @param objectives the general objectives that answer it
     */
    public record Facts(
            String title,
            Theme theme,
            String description,
            @Nullable Severity severity,
            @Nullable Long people,
            String peopleWords,
            Set<ObjectiveId> objectives) {

        public Facts {
            objectives = Set.copyOf(objectives);
        }
    }

    /** « 3 553 personnes, habitants à 20 km ou plus des urgences »; empty when nobody said. */
    public String concerned() {
        var number = facts.people() == null ? "" : French.count(facts.people(), "personne", "personnes");
        return number.isEmpty() || facts.peopleWords().isEmpty()
                ? number + facts.peopleWords()
                : number + ", " + facts.peopleWords();
    }

    /** The problem in the list of choices: its rank and title. */
    public String line() {
        return rank + ". " + facts.title();
    }
}
