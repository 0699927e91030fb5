package fr.maillage.rules.aci;

import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is asked to be: its size, its signature, its missions.
 *
 * @param size 1 to 4
 * @param ownAmounts yearly amounts typed from the signed contract; they prevail over the grid
 * @param results what the lines of results earn each year; for their missions they prevail over the share of results
 */
public record Plan(
        int size,
        LocalDate signature,
        List<MissionStart> missions,
        List<OwnAmount> ownAmounts,
        List<ResultLine.Earned> results) {

    /** Without lines: the share of each mission says what its results earn. */
    public Plan(int size, LocalDate signature, List<MissionStart> missions, List<OwnAmount> ownAmounts) {
        this(size, signature, missions, ownAmounts, List.of());
    }

    /**
     * @param mission code of a mission of the grid
     * @param start the day it really starts, within the contract
     * @param results share of the variable part that results earn, 0 to 1
     */
    public record MissionStart(String mission, LocalDate start, BigDecimal results) {

        public MissionStart {
            if (results.signum() < 0 || results.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("results out of 0..1: " + results);
            }
        }
    }

    /** @param mission null for the operating money */
    public record OwnAmount(@Nullable String mission, String part, Euros yearly) {}

    public Plan {
        missions = List.copyOf(missions);
        ownAmounts = List.copyOf(ownAmounts);
        results = List.copyOf(results);
        if (size < 1 || size > GridReader.SIZES.size()) {
            throw new IllegalArgumentException("no size " + size);
        }
        var seen = new HashSet<String>();
        for (var mission : missions) {
            if (!seen.add(mission.mission())) {
                throw new IllegalArgumentException("mission twice: " + mission.mission());
            }
        }
    }

    List<ResultLine.Earned> resultsOf(String mission) {
        return results.stream()
                .filter(earned -> earned.line().mission().equals(mission))
                .toList();
    }

    Optional<MissionStart> startOf(String mission) {
        return missions.stream().filter(m -> m.mission().equals(mission)).findFirst();
    }

    Optional<Euros> ownAmount(@Nullable String mission, String part) {
        return ownAmounts.stream()
                .filter(own ->
                        Objects.equals(own.mission(), mission) && own.part().equals(part))
                .map(OwnAmount::yearly)
                .findFirst();
    }
}
