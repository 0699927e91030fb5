package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Step;

/** What came of an attempt to deposit. */
public sealed interface DepositOutcome {

    record Deposited(Deposit deposit) implements DepositOutcome {}

    /** Already deposited: the second click of a double click, or a colleague was quicker. */
    record AlreadyDeposited(Step now) implements DepositOutcome {}

    /** Rules that block the deposit are not satisfied; the page shows them, each with its place. */
    record Incomplete(int blocking) implements DepositOutcome {}
}
