package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetAccounts.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic of budgets on hundreds of random ones, and the flags on money that ends. */
class BudgetTest {

    private static final int RANDOM_BUDGETS = 300;

    private static final List<String> CODES = BudgetAccounts.blocks().stream()
            .flatMap(block -> block.groups().stream())
            .flatMap(group -> group.lines().stream())
            .map(BudgetAccounts.Line::code)
            .toList();

    static Stream<List<LineFacts>> budgets() {
        return IntStream.range(0, RANDOM_BUDGETS).mapToObj(seed -> random(new Random(seed)));
    }

    /** Up to sixty lines of any account, amounts from one euro to the largest. */
    static List<LineFacts> random(Random random) {
        var allocations = List.of("FONC", "ACCES", "PARCOURS", "PREVENTION", "CRISE");
        var lines = new ArrayList<LineFacts>();
        for (int i = random.nextInt(60); i > 0; i--) {
            lines.add(new LineFacts(
                    CODES.get(random.nextInt(CODES.size())),
                    random.nextBoolean() ? "" : "Précision " + random.nextInt(4),
                    allocations.get(random.nextInt(allocations.size())),
                    random.nextBoolean() ? 1 + random.nextInt(1000) : 1 + random.nextInt(1_000_000_000)));
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void sumsAgreeWhateverTheLines(List<LineFacts> facts) {
        var budget = budget(facts);

        long all = facts.stream().mapToLong(LineFacts::amount).sum();
        assertThat(Arrays.stream(Side.values()).mapToLong(budget::total).sum())
                .as("no line is lost or counted twice")
                .isEqualTo(all);
        for (var block : BudgetAccounts.blocks()) {
            assertThat(block.groups().stream().mapToLong(budget::total).sum()).isEqualTo(budget.total(block.side()));
            assertThat(budget.byAllocation(block.side()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(budget.total(block.side()));
        }
        assertThat(budget.gap()).isEqualTo(budget.total(Side.PRODUITS) - budget.total(Side.CHARGES));
        assertThat(budget.imbalances().isEmpty()).isEqualTo(budget.balanced());
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void whatIsMissingBalancesIt(List<LineFacts> facts) {
        var more = new ArrayList<>(facts);
        more.add(new LineFacts("C65", "", "FONC", 1));
        var budget = budget(more);
        if (budget.gap() != 0) {
            more.add(new LineFacts(budget.gap() < 0 ? "P70" : "C65", "", "FONC", Math.abs(budget.gap())));
        }
        if (budget.contributionsGap() != 0) {
            more.add(new LineFacts(
                    budget.contributionsGap() < 0 ? "V87_DONS" : "V86_SECOURS",
                    "",
                    "FONC",
                    Math.abs(budget.contributionsGap())));
        }

        assertThat(budget(more).balanced()).isTrue();
        assertThat(budget(more).imbalances()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void theStepsBetweenTwoBudgetsLeadFromOneToTheOther(List<LineFacts> before) {
        var wanted = random(new Random(before.size() * 7L + 1));
        wanted.addAll(before.subList(0, before.size() / 2));

        var stored = budget(before);
        var lines = new ArrayList<>(stored.lines());
        for (var step : BudgetDifference.of(stored, wanted)) {
            switch (step) {
                case BudgetDifference.Added(var facts) -> lines.add(line(facts));
                case BudgetDifference.Changed(var old, var facts) -> {
                    assertThat(lines.removeIf(line -> line.id().equals(old.id())))
                            .isTrue();
                    lines.add(line(facts));
                }
                case BudgetDifference.Removed(var old) ->
                    assertThat(lines.removeIf(line -> line.id().equals(old.id())))
                            .isTrue();
            }
        }

        assertThat(lines).extracting(Budget.Line::facts).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(BudgetDifference.of(stored, before))
                .as("the same changes nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # charge, its nature, the income, its nature, flags
            C64_REMUNERATION, ,          P74_ARS,                ,          1
            C64_REMUNERATION, ,          P74_ORGANISMES_SOCIAUX, ,          0
            C64_REMUNERATION, ONE_OFF,   P74_ARS,                ,          0
            C64_REMUNERATION, ,          P74_ARS,                RECURRING, 0
            C60_MATIERES,     ,          P74_ARS,                ,          0
            C60_MATIERES,     RECURRING, P74_ARS,                ,          1
            C64_REMUNERATION, ,          P74_COMMUNE,            ,          0
            C64_REMUNERATION, ,          P74_COMMUNE,            ONE_OFF,   1
            """)
    void aRecurringChargeOnMoneyThatEndsIsFlagged(
            String charge, @Nullable Nature nature, String income, @Nullable Nature incomeNature, int flags) {
        var budget = budget(List.of(
                new LineFacts(charge, "", "FONC", null, nature, income, "", 30_000),
                new LineFacts(income, "x", "FONC", null, incomeNature, null, "", 30_000)));

        var line = BudgetFlag.of(budget).stream()
                .filter(flag -> flag.line() != null)
                .toList();
        assertThat(line).hasSize(flags).allSatisfy(flag -> {
            assertThat(flag.amount()).isEqualTo(30_000);
            assertThat(flag.reason()).contains("financement ponctuel");
            assertThat(flag.remedy()).isNotBlank();
        });
    }

    @Test
    void aFunderThatGivesNothingThatYearIsSaid() {
        var budget = budget(List.of(new LineFacts("C64_REMUNERATION", "", "FONC", null, null, "P74_ARS", "", 30_000)));

        assertThat(BudgetFlag.of(budget))
                .singleElement()
                .extracting(BudgetFlag::reason)
                .asString()
                .contains("n’apporte rien en 2027");
    }

    @ParameterizedTest
    @CsvSource({"60000, 20000, 40000, 20000", "60000, 0, 60000, 0", "10000, 20000, 40000, 0", "60000, 20000, 0, 20000"})
    void theYearSaysHowMuchLeansOnMoneyThatEnds(long recurring, long fir, long lasting, long leaning) {
        var facts = new ArrayList<LineFacts>();
        facts.add(new LineFacts("C64_REMUNERATION", "", "FONC", recurring));
        facts.add(new LineFacts("P74_ARS", "", "FONC", fir));
        facts.add(new LineFacts("P74_ORGANISMES_SOCIAUX", "ACI", "FONC", lasting));
        facts.removeIf(line -> line.amount() == 0);

        assertThat(BudgetFlag.of(budget(facts)).stream()
                        .filter(flag -> flag.line() == null)
                        .mapToLong(BudgetFlag::amount)
                        .sum())
                .isEqualTo(leaning);
    }

    /** Both sides of the threshold, over the funders, without those that are not public. */
    @ParameterizedTest
    @CsvSource({"100000, 52999, false", "100000, 53000, true", "153000, 0, true", "152999, 0, false"})
    void muchPublicMoneyAsksForCertifiedAccounts(long region, long insurance, boolean reached) {
        var lines = new ArrayList<LineFacts>();
        lines.add(new LineFacts("P74_PRIVEES", "", "FONC", 900_000));
        lines.add(new LineFacts("P75_COTISATIONS", "", "FONC", 900_000));
        lines.add(new LineFacts("P74_REGION", "Occitanie", "FONC", region));
        if (insurance > 0) {
            lines.add(new LineFacts("P74_ORGANISMES_SOCIAUX", "Assurance maladie", "FONC", insurance));
        }

        assertThat(BudgetAccounts.audit().reached(budget(lines))).isEqualTo(reached);
    }

    static Budget budget(List<LineFacts> facts) {
        return new Budget(2027, "", facts.stream().map(BudgetTest::line).toList(), TestProjects.CHANGE);
    }

    private static Budget.Line line(LineFacts facts) {
        return new Budget.Line(UUID.randomUUID(), facts, TestProjects.CHANGE);
    }
}
