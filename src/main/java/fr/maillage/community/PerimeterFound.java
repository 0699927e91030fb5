package fr.maillage.community;

import fr.maillage.territory.Commune;

/**
 * A commune that the search of the territory's page found.
 *
 * @param held whether the territory has it already
 */
public record PerimeterFound(Commune commune, boolean held) {}
