package fr.maillage.demo;

/** A CPTS of the demonstration. */
public record DemoCommunity(String slug, String name) {}
