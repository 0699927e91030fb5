package fr.maillage.rules.aci;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Short spellings of plans for the tests. */
final class Plans {

    static final Grid GRID_2019 = Grids.shipped().byCode("aci-2019").orElseThrow();
    static final Grid AMENDMENT_2 = Grids.shipped().byCode("aci-avenant-2").orElseThrow();

    private Plans() {}

    static Plan plan(int size, String signature, Plan.MissionStart... missions) {
        return new Plan(size, LocalDate.parse(signature), List.of(missions), List.of());
    }

    static Plan.MissionStart mission(String code, String start) {
        return mission(code, start, "1");
    }

    static Plan.MissionStart mission(String code, String start, String results) {
        return new Plan.MissionStart(code, LocalDate.parse(start), new BigDecimal(results));
    }

    /** Every mission of a grid, all starting on one day, with full results. */
    static Plan full(Grid grid, int size, LocalDate signature, LocalDate start) {
        return new Plan(
                size,
                signature,
                grid.missions().stream()
                        .map(m -> new Plan.MissionStart(m.code(), start, BigDecimal.ONE))
                        .toList(),
                List.of());
    }

    static Schedule.Line line(Schedule schedule, int year, String mission, String part) {
        return schedule.years().get(year - 1).lines().stream()
                .filter(l -> mission.equals(String.valueOf(l.subject().mission()))
                        && l.subject().part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    static List<Schedule.Payment> payments(Schedule schedule, String mission, String part, int... years) {
        return schedule.payments().stream()
                .filter(p -> mission.equals(String.valueOf(p.subject().mission()))
                        && p.subject().part().equals(part))
                .filter(p -> Arrays.stream(years).anyMatch(y -> y == p.year()))
                .toList();
    }
}
