package fr.maillage.funding;

import fr.maillage.rules.SizeClass;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the simulator.
 *
 * @param size the class in force on the day of the signature
 * @param territory what the size was computed from; null when the size itself was given
 * @param notices what to know about the size, the grid and the missions; none is a refusal
 */
public record Simulation(SizeClass size, @Nullable Territory territory, Schedule schedule, List<Notice> notices) {

    /**
     * @param vintage year of the population of the communes, « 2023 »; null when the population was typed
     * @param communes how many communes were added up; 0 when the population was typed
     */
    public record Territory(long population, @Nullable String vintage, int communes) {}

    /** @param code stable, for programs */
    public record Notice(String code, String message) {}

    public Grid grid() {
        return schedule.grid();
    }
}
