package fr.maillage.territory;

/**
 * A named piece of a commune, for a CPTS that covers only a quarter of it.
 *
 * @param commune code of the commune or arrondissement
 * @param name as people call it: « Le Mirail »
 * @param population inhabitants of the piece, stated by the CPTS: no reference counts them
 */
public record Part(String commune, String name, int population) {}
