package fr.maillage.project;

import java.util.UUID;

/** Identifies an indicator of an action, whose values are followed over the years. */
public record IndicatorId(UUID value) {}
