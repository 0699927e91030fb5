package fr.maillage.project;

import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import java.util.List;

/**
 * A general objective (« objectif général ») and the operational ones that follow from it.
 *
 * @param rank 1 for the most important
 */
public record Objective(ObjectiveId id, int rank, Facts facts, List<Operational> operational, Change change) {

    /**
     * What is said of a general objective.
     *
     * @param mission the ACI mission it serves
     * @param problem what is observed on the territory and calls for it; empty while unwritten
     */
    public record Facts(String title, Mission mission, String problem) {}

    /** An operational objective (« objectif opérationnel »): it says which kind of action reaches the general one. */
    public record Operational(ObjectiveId id, int rank, String title, Change change) {}
}
