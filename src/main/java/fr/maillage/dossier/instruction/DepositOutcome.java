package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Step;

/** What came of an attempt to deposit. */
public sealed interface DepositOutcome {

    record Deposited(Deposit deposit) implements DepositOutcome {}

    /** Already deposited: the second click of a double click, or a colleague was quicker. */
    record AlreadyDeposited(Step now) implements DepositOutcome {}

    /**
     * Every section says what it said at the last deposit, and nobody confirmed that this is meant.
     *
     * @param since the version of the last deposit
     */
    record Unchanged(int since) implements DepositOutcome {}

    /** Rules that block the deposit are not satisfied; the page shows them, each with its place. */
    record Incomplete(int blocking) implements DepositOutcome {}
}
