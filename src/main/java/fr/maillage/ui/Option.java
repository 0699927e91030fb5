package fr.maillage.ui;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a list, of radio buttons or of boxes to tick.
 *
 * @param value what the form sends
 * @param label what the person reads
 * @param help a line under the label, or null
 */
public record Option(String value, String label, @Nullable String help) {

    public Option(String value, String label) {
        this(value, label, null);
    }
}
