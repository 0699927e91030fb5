package fr.maillage.statutes;

/**
 * A college (« collège ») of active members.
 *
 * @param who those who belong to it, in words
 * @param seats its seats on the board
 * @param weight how much one vote of it counts in an assembly; 1 when each member has one vote
 * @param singleProfession whether one profession alone fills it
 */
public record College(String name, String who, int seats, int weight, boolean singleProfession) {}
