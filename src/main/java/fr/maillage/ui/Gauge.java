package fr.maillage.ui;

/** The length of bars. */
public final class Gauge {

    private Gauge() {}

    /** Thousandths of the whole, between 0 and 1000; 0 when the whole is unknown. */
    public static long permille(long done, long total) {
        return total <= 0 ? 0 : Math.clamp(1000 * done / total, 0L, 1000L);
    }
}
