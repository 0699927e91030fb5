package fr.maillage.professionals;

import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.Target;
import java.util.HashSet;
import java.util.Set;

/** Keeps what the file calls its codes, each once: unknown codes of a newer nomenclature have their words too. */
final class RppsLabels {

    private final Reading reading;
    private final Target target;
    private final Set<String> seen = new HashSet<>();

    RppsLabels(Reading reading, Target target) {
        this.reading = reading;
        this.target = target;
    }

    void see(String kind, String code, String label) {
        if (!code.isEmpty() && !label.isEmpty() && seen.add(kind + code)) {
            reading.row(target, reading.vintage().slot(), kind, code, label);
        }
    }
}
