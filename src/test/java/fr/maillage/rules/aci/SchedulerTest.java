package fr.maillage.rules.aci;

import static fr.maillage.rules.aci.Plans.AMENDMENT_2;
import static fr.maillage.rules.aci.Plans.GRID_2019;
import static fr.maillage.rules.aci.Plans.full;
import static fr.maillage.rules.aci.Plans.line;
import static fr.maillage.rules.aci.Plans.mission;
import static fr.maillage.rules.aci.Plans.payments;
import static fr.maillage.rules.aci.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published cases, to the cent, and the calendar of payments. */
class SchedulerTest {

    @ParameterizedTest
    @CsvSource({
        // size, mission, signature, start, due of year 1, advance
        "2, ACCES, 2024-03-15, 2024-06-15, 13089.04, 9816.78",
        "2, PARCOURS, 2024-03-15, 2024-09-15, 17356.16, 13017.12",
        "3, ACCES, 2023-03-01, 2023-09-01, 12431.69, 9323.77"
    })
    void firstYearIsCountedInExactDays(
            int size, String mission, String signature, String start, String due, String advance) {
        var schedule = Scheduler.schedule(GRID_2019, plan(size, signature, mission(mission, start)));
        var fixed = line(schedule, 1, mission, "FIXE");
        assertThat(fixed.due()).isEqualTo(Euros.of(due));
        assertThat(fixed.advance()).isEqualTo(Euros.of(advance));
        assertThat(fixed.balance()).isEqualTo(Euros.of(due).minus(Euros.of(advance)));
    }

    @Test
    void aMissionThatStartsOnTheAnniversaryHasAWholeYear() {
        var schedule = Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission("PREVENTION", "2025-03-15")));
        assertThat(schedule.years().getFirst().lines())
                .extracting(l -> l.subject().part())
                .containsExactly("FONCTIONNEMENT");
        var fixed = line(schedule, 2, "PREVENTION", "FIXE");
        assertThat(fixed.due()).isEqualTo(Euros.of("15000.00"));
        assertThat(fixed.advance()).isEqualTo(Euros.of("11250.00"));
    }

    @ParameterizedTest
    @CsvSource({"1, 220000", "2, 287000", "3, 370000", "4, 450000"})
    void aFullYearOfTheGridOf2019IsThePublishedTotal(int size, long total) {
        var day = LocalDate.of(2024, 3, 15);
        var schedule = Scheduler.schedule(GRID_2019, full(GRID_2019, size, day, day));
        assertThat(schedule.years())
                .hasSize(5)
                .allSatisfy(year -> assertThat(year.total()).contains(Euros.of(total)));
        assertThat(schedule.total()).contains(Euros.of(5 * total));
    }

    @Test
    void operatingMoneyIsWholeAtSignatureThenAdvanceAndBalance() {
        var schedule = Scheduler.schedule(GRID_2019, plan(2, "2024-03-15"));
        assertThat(schedule.payments())
                .extracting(
                        p -> p.planned().toString(),
                        p -> p.limit().toString(),
                        Schedule.Payment::year,
                        p -> p.nature().code(),
                        p -> String.valueOf(p.amount()))
                .containsExactly(
                        tuple("2024-03-15", "2024-03-15", 1, "INTEGRAL", "60000.00"),
                        tuple("2025-03-15", "2025-05-15", 2, "AVANCE", "45000.00"),
                        tuple("2026-03-15", "2026-05-15", 2, "SOLDE", "15000.00"),
                        tuple("2026-03-15", "2026-05-15", 3, "AVANCE", "45000.00"),
                        tuple("2027-03-15", "2027-05-15", 3, "SOLDE", "15000.00"),
                        tuple("2027-03-15", "2027-05-15", 4, "AVANCE", "45000.00"),
                        tuple("2028-03-15", "2028-05-15", 4, "SOLDE", "15000.00"),
                        tuple("2028-03-15", "2028-05-15", 5, "AVANCE", "45000.00"),
                        tuple("2029-03-15", "2029-05-15", 5, "SOLDE", "15000.00"));
        assertThat(schedule.total()).contains(Euros.of(300_000));
    }

    @Test
    void aMissionIsAdvancedAtItsStartAndSettledAtTheAnniversary() {
        var schedule = Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission("ACCES", "2024-06-15", "0.8")));
        assertThat(payments(schedule, "ACCES", "FIXE", 1, 2))
                .extracting(
                        p -> p.planned().toString(),
                        p -> p.limit().toString(),
                        p -> p.nature().code(),
                        p -> String.valueOf(p.amount()))
                .containsExactly(
                        tuple("2024-06-15", "2024-06-15", "AVANCE", "9816.78"),
                        tuple("2025-03-15", "2025-05-15", "SOLDE", "3272.26"),
                        tuple("2025-03-15", "2025-05-15", "AVANCE", "13125.00"),
                        tuple("2026-03-15", "2026-05-15", "SOLDE", "4375.00"));
        assertThat(payments(schedule, "ACCES", "VARIABLE", 1)).singleElement().satisfies(p -> {
            assertThat(p.planned()).isEqualTo("2025-03-15");
            assertThat(p.amount()).isEqualTo(Euros.of("10471.23")); // 17 500 × 273/365 × 0.8, rounded once
        });
        assertThat(payments(schedule, "ACCES", "SNP", 1))
                .extracting(p -> String.valueOf(p.amount()))
                .containsExactly("25243.15", "8414.38"); // paid like the fixed part: 33 657.53 due
        assertThat(payments(schedule, "ACCES", "FIXE", 5).getLast().planned()).isEqualTo("2029-03-15");
    }

    @Test
    void theArithmeticIsToldInFrench() {
        var schedule = Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission("ACCES", "2024-06-15", "0.825")));
        assertThat(schedule.payments())
                .extracting(p -> p.arithmetic().replace('\u00A0', ' '))
                .contains(
                        "60 000,00 €, en totalité à la signature",
                        "75 % de 13 089,04 € (17 500,00 € × 273 jours sur 365)",
                        "13 089,04 € dus − 9 816,78 € d’avance",
                        "17 500,00 € × 273 jours sur 365 × 82,5 % de résultats",
                        "75 % de 17 500,00 €",
                        "17 500,00 € × 82,5 % de résultats");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2025-02-28, 2025-04-28", "2023-12-31, 2024-12-31, 2025-02-28"})
    void monthsAreClampedToTheirEnd(String signature, String settled, String limit) {
        var last = Scheduler.schedule(GRID_2019, plan(1, signature, mission("ACCES", signature))).payments().stream()
                .filter(p -> p.year() == 1 && p.nature() == Schedule.Nature.BALANCE)
                .findFirst()
                .orElseThrow();
        assertThat(last.planned()).isEqualTo(settled);
        assertThat(last.limit()).isEqualTo(limit);
    }

    @Test
    void anUnknownAmountMakesItsTotalsUnknownAndIsAskedFor() {
        var schedule = Scheduler.schedule(
                AMENDMENT_2, plan(2, "2024-03-15", mission("ACCES", "2024-06-15"), mission("PARCOURS", "2025-03-15")));
        assertThat(schedule.unknowns())
                .extracting(u -> u.subject().mission() + " " + u.subject().part())
                .containsExactly("ACCES FIXE", "ACCES VARIABLE");
        assertThat(line(schedule, 1, "ACCES", "FIXE").due()).isNull();
        assertThat(schedule.total()).isEmpty();
        assertThat(schedule.years().getFirst().total()).isEmpty();
        assertThat(schedule.years().getFirst().knownTotal()).isEqualTo(Euros.of(60_000));
        assertThat(payments(schedule, "ACCES", "FIXE", 1)).allSatisfy(p -> {
            assertThat(p.amount()).isNull();
            assertThat(p.arithmetic()).contains("annexe financière du contrat");
        });
    }

    @Test
    void theContractsOwnAmountsPrevailOverTheGrid() {
        var day = LocalDate.of(2024, 3, 15);
        var own = List.of(
                new Plan.OwnAmount("ACCES", "FIXE", Euros.of("62500.50")),
                new Plan.OwnAmount("ACCES", "VARIABLE", Euros.of("30000")),
                new Plan.OwnAmount(null, "FONCTIONNEMENT", Euros.of("58000")));
        var schedule = Scheduler.schedule(AMENDMENT_2, new Plan(2, day, List.of(mission("ACCES", "2024-03-15")), own));
        assertThat(schedule.unknowns()).isEmpty();
        assertThat(schedule.years().getFirst().total()).contains(Euros.of("150500.50"));
        assertThat(line(schedule, 1, "ACCES", "FIXE").rate().status()).isEqualTo(AmountStatus.CONTRACT);
        assertThat(line(schedule, 1, "ACCES", "FIXE").balance()).isEqualTo(Euros.of("15625.12"));
    }

    @Test
    void withoutResultsAnUnknownVariablePartIsZero() {
        var schedule = Scheduler.schedule(AMENDMENT_2, plan(2, "2024-03-15", mission("CRISE", "2024-03-15", "0")));
        assertThat(schedule.unknowns()).extracting(u -> u.subject().part()).containsExactly("FIXE");
        assertThat(line(schedule, 1, "CRISE", "VARIABLE").due()).isEqualTo(Euros.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, 397500", "1, 465000"})
    void sizeThreeAfterTheAmendmentWithAndWithoutARecognisedCrisis(String crisisResults, long total) {
        var day = LocalDate.of(2024, 3, 15);
        var missions = AMENDMENT_2.missions().stream()
                .map(m -> mission(m.code(), "2024-03-15", m.code().equals("CRISE") ? crisisResults : "1"))
                .toList();
        var schedule = Scheduler.schedule(AMENDMENT_2, new Plan(3, day, missions, List.of()));
        assertThat(schedule.years().getFirst().total()).contains(Euros.of(total));
        assertThat(schedule.assumptions())
                .extracting(Grid.Assumption::code)
                .contains("CRISE_RECONNUE", "PAIEMENT_2019");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCES, 2024-09-15, false",
        "ACCES, 2024-09-16, true",
        "PREVENTION, 2025-03-15, false",
        "PREVENTION, 2025-03-16, true"
    })
    void aLateStartIsToldNeverRefused(String mission, String start, boolean late) {
        var notices = Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission(mission, start)))
                .notices();
        assertThat(notices.stream().anyMatch(n -> n.code().equals("DEMARRAGE_TARDIF")))
                .isEqualTo(late);
    }

    @Test
    void aMissingBaseMissionIsTold() {
        var notices = Scheduler.schedule(
                        GRID_2019,
                        plan(2, "2024-03-15", mission("ACCES", "2024-03-15"), mission("PARCOURS", "2024-03-15")))
                .notices();
        assertThat(notices)
                .extracting(Schedule.Notice::code, Schedule.Notice::mission)
                .containsExactly(tuple("MISSION_SOCLE_ABSENTE", "PREVENTION"));
    }

    @Test
    void aMissionOutsideTheContractOrTheGridIsABug() {
        assertThatThrownBy(() -> Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission("ACCES", "2029-03-15"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission("ACCES", "2024-03-14"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scheduler.schedule(GRID_2019, plan(2, "2024-03-15", mission("CRISE", "2024-03-15"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
