package fr.maillage.project;

import java.util.UUID;

/** Identifies a problem of the register. */
public record ProblemId(UUID value) {}
