package fr.maillage.community;

import java.time.Instant;

/** A line in the list of saved versions, newest first. */
public record PerimeterVersion(int number, Instant since, String savedBy, int communes, long population) {}
