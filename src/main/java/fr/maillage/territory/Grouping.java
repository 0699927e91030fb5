package fr.maillage.territory;

/** A région, a département or an EPCI: what communes are grouped in. */
public record Grouping(String code, String name) {}
