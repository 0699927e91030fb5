package fr.maillage.diagnosis;

import fr.maillage.diagnosis.AccessMap.State;
import fr.maillage.diagnosis.Editions.Edition;
import fr.maillage.professionals.Supply;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes what all diagnoses are compared with before somebody waits for it: seconds of work after a start, and after an
 * edition changed. It asks for one diagnosis and throws it away; what {@link Kept} and {@link Comparisons} keep of it is
 * what the next visitor finds. Whoever comes first waits for the same making, nothing is made twice, and nothing of
 * earlier editions is ever shown: they are stamped.
 */
@Component
class DiagnosisWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(DiagnosisWarmUp.class);

    /** What is kept depends on these. */
    private record Stamp(Map<String, Edition> editions, State access) {}

    private final Editions editions;
    private final AccessMaps maps;
    private final ComparisonsLoader loader;
    private final Supply supply;
    private final Diagnoses diagnoses;
    private @Nullable Stamp seen;
    private @Nullable Stamp made;

    DiagnosisWarmUp(Editions editions, AccessMaps maps, ComparisonsLoader loader, Supply supply, Diagnoses diagnoses) {
        this.editions = editions;
        this.maps = maps;
        this.loader = loader;
        this.supply = supply;
        this.diagnoses = diagnoses;
    }

    /**
     * Called again and again by one thread. Editions often change one after the other, as when a folder of files is read:
     * after the first call a change waits until the next call finds no other.
     *
     * @return whether something was made
     */
    boolean look() {
        var now = new Stamp(editions.current(), maps.state());
        boolean settled = seen == null || seen.equals(now);
        seen = now;
        if (!settled || now.equals(made) || now.editions.isEmpty()) {
            return false;
        }
        // Tried once: what fails here is told to the first visitor, not every ten seconds to the log.
        made = now;
        long start = System.nanoTime();
        sample().ifPresent(commune -> diagnoses.of(List.of(commune)));
        LOG.info("Comparaisons du diagnostic prêtes en {} ms", (System.nanoTime() - start) / 1_000_000);
        return true;
    }

    /** The main commune of a bassin de vie, where the directory tells something: it needs every kind of comparison. */
    private Optional<String> sample() {
        var comparisons = loader.current();
        var covered = supply.coveredDepartements();
        return comparisons.places().values().stream()
                .max(Comparator.comparing((CountedCommune place) -> covered.contains(place.departement()))
                        .thenComparing(place -> comparisons.bassins().containsKey(place.code()))
                        .thenComparing(CountedCommune::population))
                .map(CountedCommune::code);
    }
}
