package fr.maillage.access.administration;

/**
 * How many there are.
 *
 * @param accounts open ones
 * @param lonely institutions where nobody holds a role today
 */
public record AdministrationCounts(long accounts, long institutions, long lonely) {}
