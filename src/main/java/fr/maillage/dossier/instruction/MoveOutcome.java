package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Step;
import java.util.Map;

/** What came of an attempt to move a dossier. */
public sealed interface MoveOutcome {

    record Done(Step now) implements MoveOutcome {}

    /** The dossier stands elsewhere: somebody else moved it first, or the button was pressed twice. */
    record NotFromHere(Step now) implements MoveOutcome {}

    /** What was typed does not do: by name of field, in the order of the form, one French sentence. */
    record Invalid(Map<String, String> faults) implements MoveOutcome {

        Invalid(String field, String message) {
            this(Map.of(field, message));
        }
    }
}
