package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.project.ActionPart.Content;
import fr.maillage.project.ActionPart.Dates;
import fr.maillage.project.ActionPart.Means;
import fr.maillage.project.ActionPart.People;
import fr.maillage.project.ActionPart.Purpose;
import fr.maillage.project.ActionPart.Risk;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.project.Indicator.Kind;
import fr.maillage.project.Indicator.Nature;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the SMART reading holds for a complete fiche, and for nothing that lacks what it looks for. */
class SmartTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final LocalDate END = LocalDate.of(2029, 12, 31);

    /** For each rule, the least change that makes the complete fiche fail it. */
    private static final Map<SmartRule, UnaryOperator<Action>> LACKING = new EnumMap<>(SmartRule.class);

    static {
        LACKING.put(
                SmartRule.SERVES_AN_OBJECTIVE, with(new Purpose("Orienter", Set.of("MEDECIN_TRAITANT"), null, "Oui")));
        LACKING.put(SmartRule.IS_DESCRIBED, with(new Content("Orienter.", "Patients", null, Set.of(), "")));
        LACKING.put(SmartRule.NAMES_ITS_PUBLIC, with(new Content(TestProjects.LONG, " ", 12L, Set.of(), "")));
        LACKING.put(SmartRule.HAS_AN_INDICATOR, action -> TestProjects.measured(action, List.of()));
        LACKING.put(SmartRule.MEASURES_A_RESULT, indicator(Kind.MEANS, "0", "10", END, "Registre"));
        LACKING.put(SmartRule.KNOWS_ITS_BASELINE, indicator(Kind.RESULT, null, "10", END, "Registre"));
        LACKING.put(SmartRule.KNOWS_ITS_TARGET, indicator(Kind.RESULT, "0", null, END, "Registre"));
        LACKING.put(SmartRule.KNOWS_ITS_SOURCE, indicator(Kind.RESULT, "0", "10", END, " "));
        LACKING.put(SmartRule.HAS_A_PILOT, with(new People(null, Set.of(), "Médecins")));
        LACKING.put(SmartRule.SHARES_THE_WORK, action -> TestProjects.tasks(action, List.of()));
        LACKING.put(SmartRule.HAS_ITS_MEANS, with(new Means("", List.of(new Risk("Fatigue", "Tourner")))));
        LACKING.put(SmartRule.HAS_SOMETHING_TO_REACH, indicator(Kind.RESULT, "10", "10.0", END, "Registre"));
        LACKING.put(
                SmartRule.ANSWERS_A_NEED,
                with(new Purpose("Orienter", Set.of("MEDECIN_TRAITANT"), TestProjects.LONELY, "Oui")));
        LACKING.put(
                SmartRule.SHOWS_THE_DIAGNOSIS,
                with(new Purpose("Orienter", Set.of("MEDECIN_TRAITANT"), TestProjects.OPERATIONAL, "")));
        LACKING.put(
                SmartRule.COVERS_A_MISSION, with(new Purpose("Orienter", Set.of(), TestProjects.OPERATIONAL, "Oui")));
        LACKING.put(SmartRule.FORESEES_RISKS, with(new Means("Un registre", List.of(new Risk("Fatigue", "")))));
        LACKING.put(SmartRule.HAS_ITS_DATES, with(new Dates(START, null, steps(START), Action.State.PLANNED)));
        LACKING.put(SmartRule.HAS_STEPS, with(new Dates(START, END, List.of(), Action.State.PLANNED)));
        LACKING.put(SmartRule.DATES_ITS_TARGETS, indicator(Kind.RESULT, "0", "10", null, "Registre"));
        LACKING.put(
                SmartRule.KEEPS_THE_ORDER_OF_TIME,
                with(new Dates(START, END, steps(END.plusDays(1)), Action.State.PLANNED)));
    }

    @Test
    void everyRuleHoldsForACompleteFiche() {
        var letters = Smart.read(TestProjects.of(TestProjects.complete()), TestProjects.complete());

        assertThat(letters).extracting(letter -> letter.name().sign()).containsExactly("S", "M", "A", "R", "T");
        assertThat(letters)
                .allMatch(Smart.Letter::holds)
                .extracting(Smart.Letter::verdict)
                .containsOnly("tient");
        assertThat(letters.stream().flatMap(letter -> letter.points().stream()).map(Smart.Point::rule))
                .containsExactly(SmartRule.values());
    }

    @ParameterizedTest
    @EnumSource
    void aRuleSaysWhatIsMissingAndWhereToMendIt(SmartRule rule) {
        assertThat(LACKING).containsKey(rule);
        var action = LACKING.get(rule).apply(TestProjects.complete());

        var missing = Smart.read(TestProjects.of(action), action).stream()
                .flatMap(letter -> letter.points().stream())
                .filter(point -> !point.holds())
                .toList();

        assertThat(missing).extracting(Smart.Point::rule).contains(rule);
        assertThat(missing).allSatisfy(point -> {
            assertThat(point.sentence()).endsWith(".");
            assertThat(point.how()).isNotBlank();
            assertThat(point.mend()).matches("/chaine|/actions/1(/|#).+");
        });
    }

    @Test
    void withoutIndicatorOneSentenceSaysItNotFive() {
        var action = TestProjects.measured(TestProjects.complete(), List.of());

        var measurable = Smart.read(TestProjects.of(action), action).get(1);

        assertThat(measurable.points())
                .singleElement()
                .satisfies(point -> assertThat(point.sentence()).isEqualTo("Aucun indicateur ne la suit."));
        assertThat(measurable.verdict()).isEqualTo("à construire");
    }

    private static UnaryOperator<Action> with(ActionPart part) {
        return action -> TestProjects.with(action, action.facts().with(part));
    }

    private static List<Milestone> steps(LocalDate on) {
        return List.of(new Milestone(on, "Réunion"));
    }

    private static UnaryOperator<Action> indicator(
            Kind kind, @Nullable String baseline, @Nullable String target, @Nullable LocalDate on, String source) {
        var indicator = new Indicator(
                "Patients orientés",
                kind,
                Nature.QUANTITATIVE,
                "patients",
                amount(baseline),
                null,
                amount(target),
                on,
                List.of(),
                source,
                "");
        return action -> TestProjects.measured(action, List.of(indicator));
    }

    private static Amount amount(@Nullable String number) {
        return Amount.of(number == null ? null : new BigDecimal(number));
    }
}
