package fr.maillage.diagnosis;

/** @param inTerritory whether the territory holds the main commune of the zone */
public record ZoneValue(Zone zone, Figure figure, boolean inTerritory) {}
