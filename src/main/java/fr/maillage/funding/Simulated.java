package fr.maillage.funding;

import fr.maillage.ui.Fault;
import java.util.List;

/** The outcome of a simulation. */
sealed interface Simulated {

    record Done(Simulation simulation) implements Simulated {}

    /** Every fault of the draft at once, each with its place: {@code missions[0].dateDemarrage}. */
    record Refused(List<Fault> faults) implements Simulated {}
}
