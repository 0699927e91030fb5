package fr.maillage.reminders;

import fr.maillage.reminders.spi.DeadlineState;
import fr.maillage.ui.Badge;

/** The state of a deadline as a badge. */
public final class DeadlineBadges {

    private DeadlineBadges() {}

    public static Badge of(DeadlineState state) {
        return switch (state) {
            case PASSED -> Badge.of(state.label(), Badge.Tone.RED, "triangle-alert");
            case COMING -> Badge.toCome(state.label());
            case DONE -> Badge.of(state.label(), Badge.Tone.GREEN, "check");
        };
    }
}
