package fr.maillage.diagnosis;

import java.time.Instant;

/**
 * The source that a team keeps for an indicator, and why.
 *
 * @param feed key of the source kept
 * @param version from 1, one more at each change
 */
public record Choice(String indicator, String feed, String reason, String chosenBy, Instant chosenAt, int version) {}
