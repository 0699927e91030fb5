package fr.maillage.diagnosis.apl;

/**
 * Road time from great-circle distance, where no road times are known.
 *
 * @param detour kilometres of road for one kilometre as the crow flies, 1 or more
 * @param speed kilometres in an hour
 */
public record Travel(double detour, double speed) {

    private static final double MINUTES = 60;

    public Travel {
        if (!(detour >= 1) || !(speed > 0)) {
            throw new IllegalArgumentException("no such travel: detour " + detour + ", speed " + speed);
        }
    }

    /** Minutes for this many kilometres as the crow flies. */
    public double minutes(double kilometres) {
        return kilometres * detour / speed * MINUTES;
    }

    /** How far one comes in these minutes, as the crow flies. */
    public double kilometres(double minutes) {
        return minutes * speed / MINUTES / detour;
    }
}
