package fr.maillage.datasets;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.ui.Badge;
import fr.maillage.ui.Badge.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that the program knows, and what it holds of it.
 *
 * @param current the edition that figures come from; null when it was never loaded
 * @param former the one before, which can be read again; null when there is none
 * @param last the latest reading, or null
 */
public record DatasetLine(
        Descriptor descriptor,
        @Nullable Edition current,
        @Nullable Edition former,
        @Nullable JobView last) {

    /**
     * One edition.
     *
     * @param read lines of the file
     * @param imported lines kept
     * @param rejected lines refused
     */
    public record Edition(String label, String fileName, long read, long imported, long rejected, Instant at) {}

    public String address() {
        return "/administration/jeux/" + descriptor.key();
    }

    /** A reading under way counts first, then what is held. */
    public Badge badge() {
        if (last != null
                && (last.live()
                        || last.standing() == JobView.Standing.INTERRUPTED
                        || current == null && last.resumable())) {
            return last.standing().badge();
        }
        return current == null ? new Badge("Jamais chargé", Tone.GREY, null, true) : JobView.Standing.DONE.badge();
    }

    /** The word of the filter. */
    String state() {
        return current == null ? "jamais" : "charge";
    }
}
