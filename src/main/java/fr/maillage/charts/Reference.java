package fr.maillage.charts;

import java.math.BigDecimal;

/**
 * A value that the others are read against, drawn as a line across them.
 *
 * @param label « médiane de France », « objectif »
 */
public record Reference(String label, BigDecimal value) {}
