package fr.maillage.diagnosis;

/**
 * The plain number under a density.
 *
 * @param number of people, establishments or places in the territory
 * @param population of the territory, that of the denominator
 */
public record Counted(int number, long population) {

    /** How many inhabitants for each; 0 when there is none. */
    public long inhabitantsForEach() {
        return number == 0 ? 0 : Math.round((double) population / number);
    }
}
