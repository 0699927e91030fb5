package fr.maillage.funding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the simulator, as it was written: anything may be missing or wrong. Null stands for « not given ».
 *
 * @param size « 2 »
 * @param population « 65000 »
 * @param communes INSEE codes
 * @param signature ISO date
 * @param grid code of a grid; null for the default one
 * @param amounts yearly amounts of the signed contract, which prevail over the grid
 */
record Draft(
        @Nullable String size,
        @Nullable String population,
        @Nullable List<String> communes,
        @Nullable String signature,
        @Nullable String grid,
        List<DraftMission> missions,
        List<DraftAmount> amounts) {

    /** @param results share earned of the variable part, « 0.8 »; null for all of it */
    record DraftMission(
            @Nullable String code,
            @Nullable String start,
            @Nullable String results) {}

    /** @param mission null for the operating money */
    record DraftAmount(
            @Nullable String mission,
            @Nullable String part,
            @Nullable String amount) {}
}
