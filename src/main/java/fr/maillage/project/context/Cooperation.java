package fr.maillage.project.context;

import java.time.LocalDate;

/**
 * A moment of what the people of the territory did together before the CPTS.
 */
public record Cooperation(LocalDate on, String title, String detail) {}
