package fr.maillage.diagnosis;

import java.math.BigDecimal;

/**
 * Which part of the territory falls in one class of an indicator.
 *
 * @param label « moins de 8 km », « 8 à 12 km », « 20 km et plus »
 * @param communes how many
 * @param inhabitants who live there
 * @param share of the inhabitants whose commune has a value, 0 to 1
 */
public record ClassShare(String label, int communes, long inhabitants, BigDecimal share) {}
