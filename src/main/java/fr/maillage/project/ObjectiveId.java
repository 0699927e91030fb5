package fr.maillage.project;

import java.util.UUID;

/** Identifies an objective, general or operational. */
public record ObjectiveId(UUID value) {}
