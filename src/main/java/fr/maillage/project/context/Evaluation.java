package fr.maillage.project.context;

import java.time.LocalDate;

/**
 * A day when the results are looked at together.
 *
 * @param method who gathers what, and how
 */
public record Evaluation(LocalDate on, String title, String method) {}
