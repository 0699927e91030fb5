package fr.maillage.dossier.intake;

import fr.maillage.dossier.Step;

/** What came of taking passages up. */
sealed interface Taken {

    /**
     * @param added passages written now
     * @param there passages whose words the texts had already
     * @param sections texts that changed
     */
    record Done(int added, int there, int sections) implements Taken {}

    /** Nothing was written: the dossier is not being written any more. */
    record Closed(Step step) implements Taken {}

    /** Nothing was written: a text would be longer than a section may be. */
    record TooLong(String narrative) implements Taken {}
}
