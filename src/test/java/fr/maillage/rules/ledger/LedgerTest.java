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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account of a contract on hand-made cases: rules.md 3.3, then amendments, receipts, recoveries. */
class LedgerTest {

    static final PartKey OPERATING = new PartKey(null, "FONCTIONNEMENT");
    static final PartKey ACCESS = new PartKey("ACCES", "FIXE");
    static final PartKey ACCESS_VARIABLE = new PartKey("ACCES", "VARIABLE");
    static final PartKey CRISIS = new PartKey("CRISE", "FIXE");

    private static final LocalDate SIGNED = LocalDate.of(2024, 3, 15);

    private final List<ContractVersion> versions = new ArrayList<>();
    private final List<Earned> earned = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private Map<String, Start> starts = Map.of("ACCES", new Start(LocalDate.of(2024, 6, 15), true));
    private LocalDate ended = null;

    private static AgreedAmount amount(PartKey key, String yearly) {
        return new AgreedAmount(
                key,
                key.mission(),
                key.part(),
                key.part().equals("VARIABLE") ? Paid.ON_RESULTS : Paid.ADVANCE_AND_BALANCE,
                null,
                Euros.of(yearly));
    }

    private void version(LocalDate effect, LocalDate signed, AgreedAmount... amounts) {
        versions.add(new ContractVersion(versions.size(), effect, signed, List.of(amounts)));
    }

    private Ledger ledger(LocalDate today) {
        var terms = Grids.shipped().byCode("aci-2019").orElseThrow().terms();
        return LedgerMaker.of(
                new ContractFacts(
                        new ContractPeriod(versions.getFirst().effectOn(), 5),
                        terms,
                        versions,
                        starts,
                        ended,
                        earned,
                        withheld,
                        received),
                today);
    }

    private Ledger.Line line(LocalDate today, int year, PartKey key) {
        return ledger(today).year(year).orElseThrow().line(key).orElseThrow();
    }

    /** rules.md 3.3 and the mockup of the page. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-15, 2024-06-15, 17500, 13089.04, 9816.78",
        "2024-03-15, 2024-09-15, 35000, 17356.16, 13017.12",
        "2024-03-15, 2024-03-15, 15000, 15000.00, 11250.00",
        "2023-03-01, 2023-09-01, 25000, 12431.69, 9323.77",
        "2026-03-15, 2026-06-15, 90000, 67315.07, 50486.30",
        "2026-03-15, 2026-12-01, 17500, 4986.30, 3739.73",
        "2024-02-29, 2024-02-29, 17500, 17500.00, 13125.00",
        "2024-02-29, 2025-02-27, 36600, 100.27, 75.20",
    })
    void proratesTheFirstYearOfAMission(LocalDate signed, LocalDate start, String yearly, String due, String advance) {
        version(signed, signed, amount(ACCESS, yearly));
        starts = Map.of("ACCES", new Start(start, true));
        var line = line(signed, 1, ACCESS);
        assertThat(line.due()).hasToString(due);
        assertThat(line.advanced()).hasToString(advance);
        assertThat(line.toCome()).hasToString(due);
    }

    /** What is certain, likely and full of a year that may bring 60 000 € and 35 000 € on results. */
    @ParameterizedTest
    @CsvSource({
        // year 1 earned, share guessed, prudent, likely, full of year 2
        "'', '', 77500.00, 77500.00, 112500.00",
        "'', 0.25, 77500.00, 86250.00, 112500.00",
        "0.00, 0.25, 77500.00, 77500.00, 112500.00",
        "35000.00, 0.25, 77500.00, 112500.00, 112500.00",
        "12345.67, '', 77500.00, 89845.67, 112500.00"
    })
    void aYearIsSeenThreeWays(String earnedBefore, String guess, String prudent, String likely, String full) {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"), amount(ACCESS, "17500"), amount(ACCESS_VARIABLE, "35000"));
        starts = Map.of("ACCES", new Start(SIGNED, true));
        if (!earnedBefore.isEmpty()) {
            earned.add(new Earned(1, ACCESS_VARIABLE, Euros.of(earnedBefore)));
        }
        var ledger = ledger(SIGNED.plusYears(1));
        Map<PartKey, Scenarios.Guess> guesses = guess.isEmpty()
                ? Map.of()
                : Map.of(ACCESS_VARIABLE, new Scenarios.Guess(new BigDecimal(guess), "au départ"));
        var seen = Scenarios.of(ledger, ledger.year(2).orElseThrow(), guesses);
        assertThat(seen.prudent()).hasToString(prudent);
        assertThat(seen.likely()).hasToString(likely);
        assertThat(seen.full()).hasToString(full);
        assertThat(seen.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.why())
                        .contains(
                                !earnedBefore.isEmpty()
                                        ? "comme l’année 1"
                                        : guess.isEmpty() ? "Aucun résultat connu" : "au départ"));
    }

    @Test
    void paysTheOperatingMoneyOfTheFirstYearWholeThenThreeQuarters() {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"));
        var ledger = ledger(SIGNED);
        assertThat(ledger.expected().stream()
                        .filter(e -> e.year() <= 2)
                        .map(e -> e.nature() + " " + e.planned() + " " + e.limit() + " " + e.amount()))
                .containsExactly(
                        "WHOLE 2024-03-15 2024-03-15 60000.00",
                        "ADVANCE 2025-03-15 2025-05-15 45000.00",
                        "BALANCE 2026-03-15 2026-05-15 15000.00");
    }

    @Test
    void anAmendmentInMidYearKeepsTheAdvanceAndMovesTheBalance() {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"));
        version(LocalDate.of(2025, 9, 15), LocalDate.of(2025, 9, 1), amount(OPERATING, "75000"));
        received.add(new Received(2, OPERATING, Nature.ADVANCE, LocalDate.of(2025, 4, 2), Euros.of("45000")));
        var line = line(LocalDate.of(2025, 10, 1), 2, OPERATING);
        // 184 days at 60 000 then 181 at 75 000
        assertThat(line.due()).hasToString("67438.36");
        assertThat(line.advanced()).hasToString("45000.00");
        assertThat(line.toCome()).hasToString("22438.36");
        assertThat(line.dueInWords().replace('\u00A0', ' '))
                .isEqualTo("60 000,00 € × 184 jours (du 15 mars 2025) + 75 000,00 € × 181 jours (du 15 septembre 2025)"
                        + " sur 365");
    }

    @Test
    void anAmendmentSignedLateIsNotInTheAdvanceThatCameBefore() {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"));
        version(LocalDate.of(2025, 3, 15), LocalDate.of(2025, 7, 1), amount(OPERATING, "75000"));
        var line = line(LocalDate.of(2025, 8, 1), 2, OPERATING);
        assertThat(line.advanced()).hasToString("45000.00");
        assertThat(line.due()).hasToString("75000.00");
    }

    @Test
    void aMissionAddedByAnAmendmentBeginsWithItsAdvance() {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"));
        version(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2025, 12, 10),
                amount(OPERATING, "60000"),
                amount(CRISIS, "22500"));
        starts = Map.of("CRISE", new Start(LocalDate.of(2026, 2, 1), true));
        var ledger = ledger(LocalDate.of(2026, 1, 5));
        assertThat(ledger.year(1).orElseThrow().line(CRISIS)).isEmpty();
        var line = ledger.year(2).orElseThrow().line(CRISIS).orElseThrow();
        // 1 February to 14 March 2026: 42 days
        assertThat(line.due()).hasToString("2589.04");
        assertThat(ledger.expected().stream()
                        .filter(e -> e.agreed().key().equals(CRISIS))
                        .findFirst()
                        .orElseThrow()
                        .planned())
                .isEqualTo("2026-02-01");
    }

    @Test
    void aRecoveryTurnsWhatWasPaidIntoWhatIsToBeReturned() {
        version(SIGNED, SIGNED, amount(ACCESS, "17500"));
        received.add(new Received(1, ACCESS, Nature.ADVANCE, LocalDate.of(2024, 6, 20), Euros.of("9816.78")));
        withheld.add(new Withheld(1, ACCESS, Euros.of("13089.04"), "Mission non démarrée"));
        var line = line(LocalDate.of(2025, 4, 1), 1, ACCESS);
        assertThat(line.toReturn()).hasToString("9816.78");
        assertThat(line.toCome()).isEqualTo(Euros.ZERO);
        assertThat(ledger(LocalDate.of(2025, 4, 1)).expected())
                .as("a line to record what is given back")
                .anyMatch(e -> e.year() == 1
                        && e.nature() == Nature.BALANCE
                        && e.amount().isZero());
        received.add(new Received(1, ACCESS, Nature.BALANCE, LocalDate.of(2025, 5, 2), Euros.of("-9816.78")));
        assertThat(line(LocalDate.of(2025, 5, 3), 1, ACCESS).toReturn()).isEqualTo(Euros.ZERO);
    }

    @Test
    void resultsAreNotDueBeforeTheyAreAgreed() {
        version(SIGNED, SIGNED, amount(ACCESS_VARIABLE, "17500"));
        assertThat(line(SIGNED, 1, ACCESS_VARIABLE).open()).isTrue();
        assertThat(line(SIGNED, 1, ACCESS_VARIABLE).due()).isEqualTo(Euros.ZERO);
        assertThat(line(SIGNED, 1, ACCESS_VARIABLE).atMost()).hasToString("13089.04");
        earned.add(new Earned(1, ACCESS_VARIABLE, Euros.of("9000")));
        var line = line(LocalDate.of(2025, 4, 20), 1, ACCESS_VARIABLE);
        assertThat(line.open()).isFalse();
        assertThat(line.toCome()).hasToString("9000.00");
    }

    @Test
    void aContractThatEndsPaysItsDaysAlone() {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"));
        ended = LocalDate.of(2025, 9, 14);
        received.add(new Received(2, OPERATING, Nature.ADVANCE, LocalDate.of(2025, 4, 2), Euros.of("45000")));
        var ledger = ledger(LocalDate.of(2025, 10, 1));
        assertThat(ledger.year(2).orElseThrow().line(OPERATING).orElseThrow().due())
                .hasToString("30246.58");
        assertThat(ledger.year(2).orElseThrow().line(OPERATING).orElseThrow().toReturn())
                .hasToString("14753.42");
        assertThat(ledger.year(3).orElseThrow().lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-14, COMING",
        "2025-03-15, AWAITED",
        "2025-05-15, AWAITED",
        "2025-05-16, LATE",
    })
    void tellsWhereAPaymentStands(LocalDate today, Ledger.State state) {
        version(SIGNED, SIGNED, amount(OPERATING, "60000"));
        assertThat(ledger(today).expected().stream()
                        .filter(e -> e.year() == 2 && e.nature() == Nature.ADVANCE)
                        .findFirst()
                        .orElseThrow()
                        .state())
                .isEqualTo(state);
    }
}
