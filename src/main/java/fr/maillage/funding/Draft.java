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
 * @param lines the lines of results of the variable parts
 */
record Draft(
        @Nullable String size,
        @Nullable String population,
        @Nullable List<String> communes,
        @Nullable String signature,
        @Nullable String grid,
        List<DraftMission> missions,
        List<DraftAmount> amounts,
        List<DraftLine> lines) {

    /** Without lines of results. */
    Draft(
            @Nullable String size,
            @Nullable String population,
            @Nullable List<String> communes,
            @Nullable String signature,
            @Nullable String grid,
            List<DraftMission> missions,
            List<DraftAmount> amounts) {
        this(size, population, communes, signature, grid, missions, amounts, List.of());
    }

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

    /**
     * A line of the variable part.
     *
     * @param direction « HAUSSE » or « BAISSE »
     * @param value null when nothing was measured
     * @param proof whether there is one
     */
    record DraftLine(
            @Nullable String mission,
            @Nullable String code,
            @Nullable String maximum,
            List<DraftTier> tiers,
            @Nullable String direction,
            @Nullable String value,
            boolean proof) {}

    record DraftTier(@Nullable String threshold, @Nullable String amount) {}
}
