package fr.maillage.dossier.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.Body;
import fr.maillage.community.CommunityId;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.ParticipantId;
import fr.maillage.community.Sector;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.ActionId;
import fr.maillage.project.ActionPart;
import fr.maillage.project.Budget;
import fr.maillage.project.Coverage;
import fr.maillage.project.Indicator;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemId;
import fr.maillage.project.ProblemScales;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.context.ContextLists;
import fr.maillage.project.context.Outreach;
import fr.maillage.project.context.Partnership;
import fr.maillage.project.context.ProjectContext;
import fr.maillage.project.context.PrsChoices;
import fr.maillage.project.context.Tool;
import fr.maillage.rules.BaseMissions;
import fr.maillage.rules.Mission;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule is met by the complete project, and by nothing that lacks what it asks for. */
class ProjectRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Change CHANGE = new Change(0, Instant.EPOCH, "Camille Exemple");
    private static final ObjectiveId GENERAL = new ObjectiveId(UUID.randomUUID());
    private static final ObjectiveId OPERATIONAL = new ObjectiveId(UUID.randomUUID());

    /** For each rule, what makes the complete project fail it. */
    private static final Map<ProjectRule, UnaryOperator<Sample>> LACKING = new EnumMap<>(ProjectRule.class);

    static {
        LACKING.put(ProjectRule.TERRITORY_SET, sample -> sample.territory(0, 0, null));
        LACKING.put(ProjectRule.POPULATION_LARGE_ENOUGH, sample -> sample.territory(3, 14_999, true));
        LACKING.put(ProjectRule.TERRITORY_IN_ONE_PIECE, sample -> sample.territory(44, 41_690, false));
        LACKING.put(ProjectRule.GENERAL_PRACTITIONER, sample -> sample.participants(List.of(nurse(), pharmacist())));
        LACKING.put(ProjectRule.TWO_PROFESSIONS, sample -> sample.participants(List.of(doctor(), doctor())));
        LACKING.put(ProjectRule.SOCIAL_ACTORS, sample -> sample.participants(List.of(doctor(), nurse())));
        LACKING.put(ProjectRule.PARTICIPANTS_CERTAIN, sample -> sample.participants(List.of(doctor(), uncertain())));
        LACKING.put(ProjectRule.PARTNERS_NAMED, sample -> sample.participants(List.of(doctor(), nurse())));
        LACKING.put(ProjectRule.LEGAL_REPRESENTATIVE, sample -> sample.governance(governance(true, false)));
        LACKING.put(
                ProjectRule.GOVERNANCE_DESCRIBED,
                sample -> sample.governance(governance(false, true)).written(Set.of()));
        LACKING.put(ProjectRule.BODIES_FILLED, sample -> sample.governance(emptyBureau()));
        LACKING.put(ProjectRule.GOVERNANCE_SHARED, sample -> sample.participants(List.of(doctor())));
        LACKING.put(ProjectRule.BASE_MISSIONS_COVERED, sample -> sample.actions(List.of(action(Set.of("PREVENTION")))));
        LACKING.put(ProjectRule.PROBLEMS_ANSWERED, sample -> sample.objectives(List.of()));
        LACKING.put(ProjectRule.GENERAL_OBJECTIVES_SET, sample -> sample.objectives(List.of()));
        LACKING.put(ProjectRule.OBJECTIVES_BROKEN_DOWN, sample -> sample.actions(List.of()));
        LACKING.put(ProjectRule.ACTIONS_PILOTED, sample -> sample.actions(List.of(bareAction())));
        LACKING.put(ProjectRule.BENEFICIARIES_NAMED, sample -> sample.actions(List.of(bareAction())));
        LACKING.put(ProjectRule.ACTIONS_DATED, sample -> sample.actions(List.of(bareAction())));
        LACKING.put(ProjectRule.ACTIONS_MEASURED, sample -> sample.actions(List.of(bareAction())));
        LACKING.put(ProjectRule.INDICATORS_MEASURABLE, sample -> sample.actions(List.of(vagueAction())));
        LACKING.put(ProjectRule.BUDGET_ENTERED, sample -> sample.budgets(List.of()));
        LACKING.put(ProjectRule.BUDGET_BALANCED, sample -> sample.budgets(List.of(budget(60_000, 59_000))));
        LACKING.put(
                ProjectRule.ACTORS_INFORMED,
                sample ->
                        sample.context(context(List.of(), List.of(), Map.of())).written(Set.of()));
        LACKING.put(
                ProjectRule.PARTNERSHIPS_DESCRIBED, sample -> sample.context(context(List.of(), List.of(), Map.of())));
        LACKING.put(
                ProjectRule.CONVENTIONS_DATED,
                sample -> sample.context(context(List.of(partnership(null)), List.of(), Map.of())));
        LACKING.put(ProjectRule.TARGETS_AFTER_START, sample -> sample.actions(List.of(startingOn(DAY.plusDays(1)))));
        LACKING.put(
                ProjectRule.RECURRING_CHARGES_FUNDED,
                sample -> sample.budgets(List.of(budget("P74_ARS", 60_000, 60_000))));
        LACKING.put(
                ProjectRule.CONVENTIONS_RUNNING,
                sample -> sample.context(
                        context(List.of(partnership(DAY, DAY.minusDays(1))), List.of(outreach()), Map.of())));
        LACKING.put(ProjectRule.SYSTEMS_DESCRIBED, sample -> sample.context(context(List.of(), List.of(), Map.of())));
        LACKING.put(ProjectRule.PRS_LINKED, sample -> sample.context(context(List.of(), List.of(), Map.of())));
    }

    @ParameterizedTest
    @EnumSource(ProjectRule.class)
    void everyRuleHasOneCaseThatPassesAndOneThatFails(ProjectRule rule) {
        assertThat(LACKING).containsKey(rule);

        var passing = rule.check(Sample.complete().facts());
        var failing = rule.check(Objects.requireNonNull(LACKING.get(rule))
                .apply(Sample.complete())
                .facts());

        assertThat(passing.satisfied()).as(passing.detail()).isTrue();
        assertThat(passing.detail()).isEmpty();
        assertThat(failing.satisfied()).isFalse();
        assertThat(failing.detail()).as("says what to do").endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(ProjectRule.class)
    void everyRuleHasASentenceASourceAndAPlace(ProjectRule rule) {
        assertThat(rule.sentence()).isNotBlank();
        assertThat(rule.source()).isNotBlank();
        assertThat(rule.page()).matches("[a-z/-]+");
        assertThat(ProjectRule.ofCode(rule.code())).contains(rule);
    }

    /** « Above 15 000 » and « under 15 000 » leave the exact figure to nobody: it is not under, so nothing is said. */
    @ParameterizedTest
    @CsvSource({"14999, false", "15000, true", "15001, true"})
    void thePopulationIsHeldAgainstTheDatedThreshold(long population, boolean satisfied) {
        var facts = Sample.complete().territory(3, population, true).facts();

        assertThat(ProjectRule.POPULATION_LARGE_ENOUGH.check(facts).satisfied()).isEqualTo(satisfied);
        assertThat(SizeClasses.on(DAY).warningFor(population).isEmpty()).isEqualTo(satisfied);
    }

    @Test
    void anEmptyProjectMeetsNothingThatBlocks() {
        var empty = Sample.complete()
                .territory(0, 0, null)
                .participants(List.of())
                .governance(governance(false, false))
                .objectives(List.of())
                .actions(List.of())
                .budgets(List.of())
                .context(context(List.of(), List.of(), Map.of()))
                .written(Set.of())
                .facts();

        assertThat(ProjectRule.values())
                .filteredOn(rule -> rule.severity() == Severity.BLOCKING)
                .allSatisfy(rule -> assertThat(rule.check(empty).satisfied())
                        .as(rule.code())
                        .isFalse());
    }

    @Test
    void aMissingMissionIsNamed() {
        var facts =
                Sample.complete().actions(List.of(action(Set.of("PREVENTION")))).facts();

        assertThat(ProjectRule.BASE_MISSIONS_COVERED.check(facts).detail())
                .contains("Préparer la réponse aux crises sanitaires graves")
                .doesNotContain("actions territoriales de prévention");
    }

    @Test
    void aDroppedActionCoversNothing() {
        var dropped = action(codes(), "12 patients", BigDecimal.TEN, Action.State.DROPPED);

        assertThat(ProjectRule.BASE_MISSIONS_COVERED
                        .check(Sample.complete().actions(List.of(dropped)).facts())
                        .satisfied())
                .isFalse();
    }

    @Test
    void aRuleOnActionsLeadsToTheFirstThatLacksSomething() {
        var lacking = bareAction();
        var facts = Sample.complete().actions(List.of(lacking)).facts();

        assertThat(ProjectRule.ACTIONS_MEASURED.check(facts).within()).isEqualTo("/" + lacking.number());
        assertThat(ProjectRule.BODIES_FILLED
                        .check(Sample.complete().governance(emptyBureau()).facts())
                        .within())
                .startsWith("/instances/");
        assertThat(ProjectRule.BUDGET_ENTERED
                        .check(Sample.complete().budgets(List.of()).facts())
                        .within())
                .isEmpty();
    }

    @Test
    void anUnbalancedBudgetSaysByHowMuch() {
        var facts = Sample.complete().budgets(List.of(budget(60_000, 59_000))).facts();

        assertThat(ProjectRule.BUDGET_BALANCED.check(facts).detail())
                .isEqualTo("À équilibrer : 2027 (il manque 1\u00A0000\u00A0€ de produits).");
    }

    /** A convention still holds on its last day. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void aConventionIsOverTheDayAfterItsEnd(int days, boolean satisfied) {
        var facts = Sample.complete()
                .context(context(List.of(partnership(DAY, DAY.plusDays(days))), List.of(), Map.of()))
                .facts();

        assertThat(ProjectRule.CONVENTIONS_RUNNING.check(facts).satisfied()).isEqualTo(satisfied);
    }

    /** The only target of the fiche is on DAY. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void aTargetIsNotBeforeTheStart(int days, boolean satisfied) {
        var facts = Sample.complete()
                .actions(List.of(startingOn(DAY.plusDays(days))))
                .facts();

        assertThat(ProjectRule.TARGETS_AFTER_START.check(facts).satisfied()).isEqualTo(satisfied);
    }

    /** A project with everything, from which a case takes something away. */
    record Sample(
            int communes,
            long population,
            @Nullable Boolean connected,
            List<Participant> participants,
            Governance governance,
            List<Objective> objectives,
            List<Action> actions,
            List<Budget> budgets,
            ProjectContext context,
            Set<String> written) {

        static Sample complete() {
            return new Sample(
                    44,
                    41_690,
                    true,
                    List.of(doctor(), nurse(), pharmacist(), partner()),
                    ProjectRuleTest.governance(true, true),
                    List.of(objective()),
                    List.of(action(codes())),
                    List.of(budget(60_000, 60_000)),
                    ProjectRuleTest.context(
                            List.of(partnership(DAY)), List.of(outreach()), Map.of("OCC_PREVENTION", "")),
                    Set.of("gouvernance"));
        }

        Sample territory(int communes, long population, @Nullable Boolean connected) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample participants(List<Participant> participants) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample governance(Governance governance) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample objectives(List<Objective> objectives) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample actions(List<Action> actions) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample budgets(List<Budget> budgets) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample context(ProjectContext context) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        Sample written(Set<String> written) {
            return new Sample(
                    communes,
                    population,
                    connected,
                    participants,
                    governance,
                    objectives,
                    actions,
                    budgets,
                    context,
                    written);
        }

        ProjectFacts facts() {
            return new ProjectFacts(
                    DAY,
                    communes,
                    population,
                    SizeClasses.on(DAY).coherence(),
                    connected,
                    participants,
                    governance,
                    new StructuredProject(
                            new CommunityId(UUID.randomUUID()),
                            Set.of(),
                            Coverage.on(DAY, Set.of()),
                            objectives,
                            actions,
                            List.of(),
                            List.of(),
                            budgets,
                            null,
                            List.of(problem()),
                            Map.of()),
                    context,
                    written);
        }
    }

    private static ProjectContext context(
            List<Partnership> partnerships, List<Outreach> outreach, Map<String, String> prs) {
        var tools = outreach.isEmpty()
                ? List.<Tool>of()
                : List.of(new Tool(
                        new ContextLists.ToolKind("DMP", "DMP", ContextLists.Family.EXCHANGE, null),
                        "",
                        Tool.Stage.USED,
                        "",
                        "",
                        ""));
        return new ProjectContext(
                partnerships,
                tools,
                outreach,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new PrsChoices(prs, null));
    }

    private static Partnership partnership(@Nullable LocalDate signed) {
        return partnership(signed, null);
    }

    private static Partnership partnership(@Nullable LocalDate signed, @Nullable LocalDate ends) {
        return new Partnership(
                null,
                "Communauté de communes",
                new ContextLists.PartnerKind("INTERCOMMUNALITE", "Intercommunalité", ContextLists.Group.AUTHORITY),
                "",
                "",
                "",
                Partnership.State.SIGNED,
                signed,
                ends);
    }

    private static Outreach outreach() {
        return new Outreach(null, "Tous", DAY, new ContextLists.Item("REUNION", "Réunion"), 40, "", "");
    }

    private static Problem problem() {
        var facts = new Problem.Facts(
                "Un habitant sur dix n’a pas de médecin traitant",
                ProblemScales.themes().getFirst(),
                "",
                null,
                null,
                "",
                Set.of(GENERAL));
        return new Problem(new ProblemId(UUID.randomUUID()), 1, facts, List.of(), CHANGE);
    }

    private static Participant doctor() {
        return person("MEDECINE_GENERALE", true);
    }

    private static Participant nurse() {
        return person("SOINS_INFIRMIERS", true);
    }

    private static Participant pharmacist() {
        return person("PHARMACIE", true);
    }

    private static Participant uncertain() {
        return person("KINESITHERAPIE", false);
    }

    private static Participant person(String category, boolean certain) {
        return participant(
                Participant.Kind.PERSON, category, Sector.HEALTH, certain, Participant.Membership.MEMBER, true);
    }

    private static Participant partner() {
        return participant(
                Participant.Kind.STRUCTURE, "EHPAD", Sector.MEDICO_SOCIAL, true, Participant.Membership.PARTNER, false);
    }

    private static Participant participant(
            Participant.Kind kind,
            String category,
            Sector sector,
            boolean certain,
            Participant.Membership membership,
            boolean governance) {
        return new Participant(
                new ParticipantId(UUID.randomUUID()),
                new ParticipantFacts(
                        kind,
                        "Exemple",
                        kind == Participant.Kind.PERSON ? "Camille" : null,
                        ParticipantCategory.ofCode(category).orElseThrow(),
                        null,
                        sector,
                        null,
                        null,
                        governance,
                        null,
                        certain,
                        membership,
                        null,
                        null,
                        null,
                        null),
                false,
                CHANGE);
    }

    private static Governance governance(boolean bodies, boolean representative) {
        return governance(
                bodies,
                representative,
                List.of(new Body.Seat(
                        UUID.randomUUID(),
                        new ParticipantId(UUID.randomUUID()),
                        "Camille Exemple",
                        Body.Function.PRESIDENT,
                        null,
                        null)));
    }

    private static Governance emptyBureau() {
        return governance(true, true, List.of());
    }

    private static Governance governance(boolean bodies, boolean representative, List<Body.Seat> seats) {
        var body = new Body(
                new Body.BodyId(UUID.randomUUID()),
                new Body.BodyFacts(Body.Kind.BUREAU, "Bureau", "", ""),
                seats,
                CHANGE);
        return new Governance(
                bodies ? List.of(body) : List.of(),
                representative
                        ? new Governance.Representative(
                                new ParticipantId(UUID.randomUUID()), "Camille Exemple", "Présidence", false)
                        : null,
                new Governance.Coordination(Governance.CoordinationState.UNKNOWN, null, null, null, ""),
                CHANGE);
    }

    private static Objective objective() {
        return new Objective(
                GENERAL,
                1,
                new Objective.Facts("Donner un médecin traitant à chacun", Mission.ACCESS_TO_CARE, ""),
                List.of(new Objective.Operational(OPERATIONAL, 1, "Recenser les patients sans médecin", CHANGE)),
                CHANGE);
    }

    private static Set<String> codes() {
        return BaseMissions.on(DAY).stream().map(BaseMissions.Item::code).collect(Collectors.toSet());
    }

    static Action action(Set<String> coverage) {
        return action(coverage, "les patients sans médecin traitant", BigDecimal.TEN, Action.State.PLANNED);
    }

    private static Action vagueAction() {
        return action(codes(), "les patients", null, Action.State.PLANNED);
    }

    private static Action startingOn(LocalDate start) {
        var whole = action(codes());
        return new Action(
                whole.id(),
                whole.number(),
                whole.facts().with(new ActionPart.Dates(start, null, List.of(), Action.State.PLANNED)),
                Set.of(Mission.ACCESS_TO_CARE),
                "Recenser les patients sans médecin",
                "Camille Exemple",
                List.of(),
                CHANGE);
    }

    static Action bareAction() {
        return action(codes(), "", null, Action.State.PLANNED, false);
    }

    private static Action action(
            Set<String> coverage, String beneficiaries, @Nullable BigDecimal target, Action.State state) {
        return action(coverage, beneficiaries, target, state, true);
    }

    private static Action action(
            Set<String> coverage,
            String beneficiaries,
            @Nullable BigDecimal target,
            Action.State state,
            boolean written) {
        var indicators = new ArrayList<Indicator>();
        if (written) {
            indicators.add(new Indicator(
                    "Patients orientés", "", BigDecimal.ZERO, target, target == null ? null : DAY, "CPTS"));
        }
        return new Action(
                new ActionId(UUID.randomUUID()),
                1,
                new ActionFacts(
                        "Un guichet pour les patients",
                        coverage,
                        OPERATIONAL,
                        "",
                        "",
                        beneficiaries,
                        "",
                        written ? new ParticipantId(UUID.randomUUID()) : null,
                        Set.of(),
                        written ? DAY : null,
                        null,
                        List.of(),
                        indicators,
                        state),
                Set.of(Mission.ACCESS_TO_CARE),
                "Recenser les patients sans médecin",
                written ? "Camille Exemple" : null,
                List.of(),
                CHANGE);
    }

    /** Paid for by money that lasts. */
    static Budget budget(long charges, long produits) {
        return budget("P74_ORGANISMES_SOCIAUX", charges, produits);
    }

    private static Budget budget(String income, long charges, long produits) {
        return new Budget(
                2027,
                "",
                List.of(
                        new Budget.Line(
                                UUID.randomUUID(),
                                new Budget.LineFacts("C64_REMUNERATION", "", Budget.OPERATING, charges),
                                CHANGE),
                        new Budget.Line(
                                UUID.randomUUID(),
                                new Budget.LineFacts(income, "", Budget.OPERATING, produits),
                                CHANGE)),
                CHANGE);
    }
}
