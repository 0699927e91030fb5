package fr.maillage.diagnosis;

import fr.maillage.shared.Change;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A named « what if » of a CPTS.
 *
 * @param changes in the order in which they were added
 * @param change the last change of its name or its list
 */
public record Scenario(UUID id, String name, List<ScenarioChange> changes, Change change) {

    public static final int LONGEST_NAME = 120;

    public Scenario {
        changes = List.copyOf(changes);
    }

    /** « 2 médecins généralistes cessent d’exercer à Millau, Creissels rejoint le territoire »; empty without changes. */
    public String words() {
        return changes.stream().map(ScenarioChange::words).collect(Collectors.joining("\u202F; "));
    }
}
