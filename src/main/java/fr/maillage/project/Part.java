package fr.maillage.project;

/** The parts of the structured projet de santé, each with its own last change. */
public enum Part {
    MISSIONS,
    OBJECTIVES,
    ACTIONS,
    BUDGET,
    PROBLEMS,
    CONTEXT
}
