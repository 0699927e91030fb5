package fr.maillage.dossier.trame;

import java.util.List;

/** What came out of a trame file. */
public sealed interface Reading {

    record Read(Trame trame) implements Reading {}

    /** @param faults every fault of the file, by line; at least one */
    record Broken(List<Fault> faults) implements Reading {}
}
