package fr.maillage.access.administration;

/**
 * One line of the list of institutions.
 *
 * @param territory « Occitanie », « Aveyron (12), Lot (46) »
 * @param people how many hold a role there today
 */
public record InstitutionLine(String slug, String name, String role, String territory, long people) {}
