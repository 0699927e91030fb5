package fr.maillage.territory;

/**
 * An EPCI that a search found.
 *
 * @param communes how many communes it has
 * @param population the sum of their municipal populations
 */
public record EpciFound(Grouping epci, int communes, long population) {}
