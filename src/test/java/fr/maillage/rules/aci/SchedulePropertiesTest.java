package fr.maillage.rules.aci;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every plan, tried on plans drawn at random from seeds that never change. */
class SchedulePropertiesTest {

    private static final int PLANS_BY_SEED = 40;

    @RepeatedTest(50)
    void holdForAnyPlan(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < PLANS_BY_SEED; i++) {
            var grid = Plans.GRID_2019;
            var plan = draw(random, grid, random.nextInt(1, 5));
            var schedule = Scheduler.schedule(grid, plan);

            paymentsOfAYearAreItsTotal(schedule);
            partsOfALineAreItsDue(schedule);
            noYearIsOverTheMaximum(schedule);
            datesAreInOrder(schedule);
            anEarlierStartNeverPaysLess(random, grid, plan, schedule);
        }
    }

    private static void paymentsOfAYearAreItsTotal(Schedule schedule) {
        for (var year : schedule.years()) {
            var paid = schedule.payments().stream()
                    .filter(p -> p.year() == year.number())
                    .map(Schedule.Payment::amount)
                    .reduce(Euros.ZERO, Euros::plus);
            assertThat(year.total()).contains(paid);
        }
    }

    private static void partsOfALineAreItsDue(Schedule schedule) {
        for (var year : schedule.years()) {
            assertThat(year.lines())
                    .allSatisfy(line -> assertThat(Objects.requireNonNull(line.advance())
                                    .plus(Objects.requireNonNull(line.balance()))
                                    .plus(Objects.requireNonNull(line.variable())))
                            .isEqualTo(line.due()));
        }
    }

    private static void noYearIsOverTheMaximum(Schedule schedule) {
        var maximum = schedule.grid().yearlyMaximum(schedule.plan().size()).orElseThrow();
        assertThat(schedule.years())
                .allSatisfy(year -> assertThat(year.total().orElseThrow()).isLessThanOrEqualTo(maximum));
    }

    private static void datesAreInOrder(Schedule schedule) {
        var signature = schedule.plan().signature();
        assertThat(schedule.payments()).allSatisfy(p -> {
            assertThat(p.planned()).isBetween(signature, signature.plusYears(5));
            assertThat(p.limit()).isBetween(p.planned(), p.planned().plusMonths(2));
        });
        assertThat(schedule.payments()).extracting(Schedule.Payment::planned).isSorted();
    }

    private static void anEarlierStartNeverPaysLess(Random random, Grid grid, Plan plan, Schedule schedule) {
        var earlier = plan.missions().stream()
                .map(m -> {
                    long late = m.start().toEpochDay() - plan.signature().toEpochDay();
                    return new Plan.MissionStart(
                            m.mission(), m.start().minusDays(random.nextLong(late + 1)), m.results());
                })
                .toList();
        var other = Scheduler.schedule(grid, new Plan(plan.size(), plan.signature(), earlier, plan.ownAmounts()));
        assertThat(other.total().orElseThrow())
                .isGreaterThanOrEqualTo(schedule.total().orElseThrow());
    }

    private static Plan draw(Random random, Grid grid, int size) {
        var signature = LocalDate.of(2019, 6, 20).plusDays(random.nextInt(4_000));
        long days = signature.plusYears(5).toEpochDay() - signature.toEpochDay();
        List<Plan.MissionStart> missions = new ArrayList<>();
        for (var mission : grid.missions()) {
            if (random.nextInt(4) > 0) {
                missions.add(new Plan.MissionStart(
                        mission.code(),
                        signature.plusDays(random.nextLong(days)),
                        BigDecimal.valueOf(random.nextInt(1001), 3)));
            }
        }
        return new Plan(size, signature, missions, List.of());
    }
}
