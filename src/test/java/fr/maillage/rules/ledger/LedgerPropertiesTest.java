package fr.maillage.rules.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.rules.aci.ContractPeriod;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.Part.Paid;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.ContractFacts.Earned;
import fr.maillage.rules.ledger.ContractFacts.Received;
import fr.maillage.rules.ledger.ContractFacts.Start;
import fr.maillage.rules.ledger.ContractFacts.Withheld;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds for every contract: the ledger says what the contract says, day by day. The other count walks through the days
 * one by one and knows nothing of stretches, advances or settlements.
 */
class LedgerPropertiesTest {

    static final int CONTRACTS = 2_000;
    private static final List<String> MISSIONS = List.of("ACCES", "PARCOURS", "PREVENTION", "CRISE");

    @Test
    void theSumOfTheLedgerIsTheSumOfTheContract() {
        for (int seed = 0; seed < CONTRACTS; seed++) {
            var facts = facts(new Random(seed));
            var ledger = LedgerMaker.of(facts, LocalDate.of(2027, 6, 1));
            var whole = Euros.ZERO;
            for (var year : ledger.years()) {
                for (var key : keys(facts)) {
                    var count = dayByDay(facts, year.number(), key);
                    var line = year.line(key);
                    assertThat(line.map(Ledger.Line::ceiling).orElse(Euros.ZERO))
                            .as("seed %s, year %s, %s", seed, year.number(), key)
                            .isEqualTo(count);
                    line.filter(l -> !l.onResults())
                            .ifPresent(l -> assertThat(l.due()).isEqualTo(l.ceiling()));
                    whole = whole.plus(count);
                }
            }
            assertThat(ledger.sum(Ledger.Line::ceiling)).as("seed %s", seed).isEqualTo(whole);
        }
    }

    @Test
    void paidAndToComeAreWhatIsDueAndWhatIsToBeReturned() {
        for (int seed = 0; seed < CONTRACTS; seed++) {
            var ledger = LedgerMaker.of(facts(new Random(seed)), LocalDate.of(2027, 6, 1));
            var at = seed;
            ledger.lines()
                    .filter(line -> !line.open())
                    .forEach(line -> assertThat(line.paid().plus(line.toCome()).minus(line.toReturn()))
                            .as("seed %s, %s", at, line)
                            .isEqualTo(line.due().minus(line.withheld())));
        }
    }

    /** Without receipts nor decisions, the calendar of payments pays exactly what is due, never below zero. */
    @Test
    void theCalendarPaysWhatIsDue() {
        for (int seed = 0; seed < CONTRACTS; seed++) {
            var facts = facts(new Random(seed));
            var bare = new ContractFacts(
                    facts.period(),
                    facts.terms(),
                    facts.versions(),
                    facts.starts(),
                    facts.endedOn(),
                    List.of(),
                    List.of(),
                    List.of());
            var ledger = LedgerMaker.of(bare, LocalDate.of(2027, 6, 1));
            var calendar =
                    ledger.expected().stream().map(Ledger.Expected::amount).reduce(Euros.ZERO, Euros::plus);
            var reduced = ledger.lines()
                    .filter(line -> !line.onResults() && line.advanced().compareTo(line.due()) > 0)
                    .map(line -> line.advanced().minus(line.due()))
                    .reduce(Euros.ZERO, Euros::plus);
            assertThat(calendar.minus(reduced)).as("seed %s", seed).isEqualTo(ledger.sum(Ledger.Line::ceiling));
            ledger.expected().forEach(e -> {
                assertThat(e.amount()).isGreaterThanOrEqualTo(Euros.ZERO);
                assertThat(e.limit()).isAfterOrEqualTo(e.planned());
            });
        }
    }

    @Test
    void theOrderInWhichAmendmentsAreGivenDoesNotCount() {
        for (int seed = 0; seed < CONTRACTS / 10; seed++) {
            var facts = facts(new Random(seed));
            var shuffled = new ArrayList<>(facts.versions());
            Collections.shuffle(shuffled, new Random(seed));
            var other = new ContractFacts(
                    facts.period(),
                    facts.terms(),
                    shuffled,
                    facts.starts(),
                    facts.endedOn(),
                    facts.earned(),
                    facts.withheld(),
                    facts.received());
            var day = LocalDate.of(2027, 6, 1);
            assertThat(LedgerMaker.of(other, day).lines().map(LedgerPropertiesTest::figures))
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(LedgerMaker.of(facts, day)
                            .lines()
                            .map(LedgerPropertiesTest::figures)
                            .toList());
        }
    }

    private static String figures(Ledger.Line line) {
        return line.agreed().key() + " " + line.from() + " " + line.due() + " " + line.paid() + " " + line.toCome()
                + " " + line.toReturn() + " " + line.advanced();
    }

    static ContractFacts facts(Random random) {
        var signed = day(random);
        var period = new ContractPeriod(signed, 5);
        var versions = new ArrayList<ContractVersion>();
        for (int number = 0; number <= random.nextInt(5); number++) {
            var effect = number == 0 ? signed : signed.plusDays(random.nextInt(5 * 365));
            versions.add(new ContractVersion(
                    number,
                    effect,
                    number == 0 ? signed : effect.plusDays(random.nextInt(200) - 100),
                    amounts(random)));
        }
        var starts = new HashMap<String, Start>();
        MISSIONS.forEach(mission -> starts.put(
                mission,
                new Start(signed.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(800)), random.nextBoolean())));
        var earned = new ArrayList<Earned>();
        var withheld = new ArrayList<Withheld>();
        var received = new ArrayList<Received>();
        for (int i = random.nextInt(12); i > 0; i--) {
            var version = versions.get(random.nextInt(versions.size()));
            var amount = version.amounts().get(random.nextInt(version.amounts().size()));
            int year = 1 + random.nextInt(5);
            var euros = new Euros(BigDecimal.valueOf(random.nextInt(5_000_000), 2));
            if (amount.paid() == Paid.ON_RESULTS) {
                earned.add(new Earned(year, amount.key(), euros));
                if (random.nextInt(4) == 0) {
                    withheld.add(new Withheld(year, amount.key(), new Euros(BigDecimal.ONE.setScale(2)), "motif"));
                }
            } else if (random.nextInt(4) == 0) {
                withheld.add(new Withheld(year, amount.key(), euros, "motif"));
            } else {
                var nature = amount.key().mission() == null && year == 1 ? Nature.WHOLE : Nature.ADVANCE;
                received.add(new Received(
                        year,
                        amount.key(),
                        random.nextBoolean() ? nature : Nature.BALANCE,
                        period.firstDay(year),
                        random.nextInt(10) == 0 ? Euros.ZERO.minus(euros) : euros));
            }
        }
        var ended = random.nextInt(6) == 0 ? signed.plusDays(random.nextInt(5 * 365)) : null;
        return new ContractFacts(
                period,
                Grids.shipped().byCode("aci-2019").orElseThrow().terms(),
                versions,
                starts,
                ended,
                earned,
                withheld,
                received);
    }

    /** Ends of months and 29 February more often than others. */
    private static LocalDate day(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> LocalDate.of(2024, 2, 29);
            case 1 ->
                LocalDate.of(2022 + random.nextInt(5), 1 + random.nextInt(12), 1)
                        .minusDays(1);
            default -> LocalDate.of(2022, 1, 1).plusDays(random.nextInt(5 * 365));
        };
    }

    private static List<AgreedAmount> amounts(Random random) {
        var amounts = new ArrayList<AgreedAmount>();
        amounts.add(amount(null, "FONCTIONNEMENT", random));
        for (var mission : MISSIONS) {
            if (random.nextInt(4) > 0) {
                amounts.add(amount(mission, "FIXE", random));
                amounts.add(amount(mission, "VARIABLE", random));
            }
        }
        return amounts;
    }

    private static AgreedAmount amount(@Nullable String mission, String part, Random random) {
        return new AgreedAmount(
                new PartKey(mission, part),
                mission,
                part,
                part.equals("VARIABLE") ? Paid.ON_RESULTS : Paid.ADVANCE_AND_BALANCE,
                null,
                new Euros(BigDecimal.valueOf(random.nextInt(10_000_000), 2)));
    }

    private static List<PartKey> keys(ContractFacts facts) {
        return facts.versions().stream()
                .flatMap(version -> version.amounts().stream())
                .map(AgreedAmount::key)
                .distinct()
                .toList();
    }

    private static Euros dayByDay(ContractFacts facts, int year, PartKey key) {
        var total = BigDecimal.ZERO;
        long days = 0;
        var ended = facts.endedOn();
        for (var day = facts.period().firstDay(year);
                day.isBefore(facts.period().anniversary(year));
                day = day.plusDays(1)) {
            days++;
            var version = inForce(facts.versions(), day);
            var start = key.mission() == null ? day : startOf(facts.starts(), key.mission());
            if (day.isBefore(start) || (ended != null && day.isAfter(ended))) {
                continue;
            }
            for (var amount : version.amounts()) {
                if (amount.key().equals(key)) {
                    total = total.add(amount.yearly().value());
                }
            }
        }
        return new Euros(total.divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP));
    }

    private static LocalDate startOf(Map<String, Start> starts, String mission) {
        var start = starts.get(mission);
        return start == null ? LocalDate.MAX : start.day();
    }

    private static ContractVersion inForce(List<ContractVersion> versions, LocalDate day) {
        ContractVersion best = null;
        for (var version : versions) {
            if (!version.effectOn().isAfter(day)
                    && (best == null
                            || version.effectOn().isAfter(best.effectOn())
                            || (version.effectOn().equals(best.effectOn())
                                    && (version.signedOn().isAfter(best.signedOn())
                                            || (version.signedOn().equals(best.signedOn())
                                                    && version.number() > best.number()))))) {
                best = version;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }
}
