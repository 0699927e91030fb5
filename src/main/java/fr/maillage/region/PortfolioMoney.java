package fr.maillage.region;

import fr.maillage.shared.Euros;

/** What is due, paid, awaited and to be returned for the contract year of a line. */
public record PortfolioMoney(Euros due, Euros paid, Euros toCome, Euros toReturn) {}
