package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Step;

/** What came of an attempt to move a dossier. */
public sealed interface MoveOutcome {

    record Done(Step now) implements MoveOutcome {}

    /** The dossier stands elsewhere: somebody else moved it first, or the button was pressed twice. */
    record NotFromHere(Step now) implements MoveOutcome {}

    /** What was typed does not do: field name and French sentence. */
    record Invalid(String field, String message) implements MoveOutcome {}
}
