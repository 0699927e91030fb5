package fr.maillage.project;

import java.time.LocalDate;

/** A key step (« étape clé »), of an action or of the project as a whole. */
public record Milestone(LocalDate on, String title) {}
