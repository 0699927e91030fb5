package fr.maillage.project;

import fr.maillage.community.CommunityId;
import fr.maillage.community.ParticipantId;
import fr.maillage.project.ActionPart.Content;
import fr.maillage.project.ActionPart.Dates;
import fr.maillage.project.ActionPart.Means;
import fr.maillage.project.ActionPart.People;
import fr.maillage.project.ActionPart.Purpose;
import fr.maillage.project.ActionPart.Risk;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.project.Indicator.Kind;
import fr.maillage.project.Indicator.Nature;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A small project whose chain holds from end to end, and ways to break it. */
public final class TestProjects {

    static final String LONG =
            "Chaque médecin volontaire dit combien de patients il peut accueillir ; la coordination les oriente.";
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final Change CHANGE = new Change(0, Instant.EPOCH, "Camille Exemple");
    static final ObjectiveId GENERAL = id("general");
    static final ObjectiveId OPERATIONAL = id("operationnel");

    /** An operational objective under a general one that answers no need. */
    static final ObjectiveId LONELY = id("seul");

    private TestProjects() {}

    private static ObjectiveId id(String name) {
        return new ObjectiveId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static Objective objective(int rank, ObjectiveId id, String title, ObjectiveId operational) {
        return new Objective(
                id,
                rank,
                new Objective.Facts(title, Mission.ACCESS_TO_CARE, ""),
                List.of(new Objective.Operational(operational, 1, "Ouvrir des places", CHANGE)),
                CHANGE);
    }

    /** A fiche that lacks nothing. */
    public static Action complete() {
        var indicator = new Indicator(
                "Patients orientés",
                Kind.RESULT,
                Nature.QUANTITATIVE,
                "patients",
                Amount.of(BigDecimal.ZERO),
                DAY,
                Amount.of(BigDecimal.TEN),
                LocalDate.of(2029, 12, 31),
                List.of(),
                "Registre",
                "Extraction");
        var facts = new ActionFacts(
                new Purpose("Orienter les patients", Set.of("MEDECIN_TRAITANT"), OPERATIONAL, "Beaucoup de demandes"),
                new Content(LONG, "Personnes sans médecin traitant", 1700L, Set.of(), ""),
                new People(new ParticipantId(new UUID(0, 7)), Set.of(), "Médecins volontaires"),
                new Dates(
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2029, 12, 31),
                        List.of(new Milestone(LocalDate.of(2027, 3, 1), "Première réunion")),
                        Action.State.PLANNED),
                new Means("Un registre partagé", List.of(new Risk("Peu de volontaires", "Commencer petit"))),
                List.of(indicator));
        var action = new Action(
                new ActionId(new UUID(0, 1)),
                1,
                facts,
                Set.of(Mission.ACCESS_TO_CARE),
                "Ouvrir des places",
                "Camille Exemple",
                List.of(),
                CHANGE);
        return tasks(
                measured(action, List.of(indicator)),
                List.of(new Task(
                        new UUID(0, 3),
                        new Task.Facts("Recenser", null, "Coordination", null, Task.State.TO_DO),
                        "Coordination",
                        CHANGE)));
    }

    static Action with(Action action, ActionFacts facts) {
        return new Action(
                action.id(),
                action.number(),
                facts,
                facts.coverage().isEmpty() ? Set.of() : action.missions(),
                facts.objective() == null ? null : action.objectiveTitle(),
                facts.pilot() == null ? null : action.pilotName(),
                action.partnerNames(),
                action.change(),
                action.parts(),
                action.tasks(),
                action.followed(),
                action.model());
    }

    static Action tasks(Action action, List<Task> tasks) {
        return new Action(
                action.id(),
                action.number(),
                action.facts(),
                action.missions(),
                action.objectiveTitle(),
                action.pilotName(),
                action.partnerNames(),
                action.change(),
                action.parts(),
                tasks,
                action.followed(),
                action.model());
    }

    static Action measured(Action action, List<Indicator> indicators) {
        var facts = action.facts();
        return new Action(
                action.id(),
                action.number(),
                new ActionFacts(
                        facts.purpose(), facts.content(), facts.people(), facts.dates(), facts.means(), indicators),
                action.missions(),
                action.objectiveTitle(),
                action.pilotName(),
                action.partnerNames(),
                action.change(),
                action.parts(),
                action.tasks(),
                indicators.stream()
                        .map(indicator ->
                                new FollowedIndicator(new IndicatorId(new UUID(0, 9)), indicator, List.of(), CHANGE))
                        .toList(),
                action.model());
    }

    /** One need, answered by the first of two objectives, and these actions. */
    public static StructuredProject of(Action... actions) {
        return of(Set.of(GENERAL), actions);
    }

    static StructuredProject of(Set<ObjectiveId> answering, Action... actions) {
        var need = new Problem(
                new ProblemId(new UUID(0, 2)),
                1,
                new Problem.Facts(
                        "Des habitants sans médecin traitant",
                        ProblemScales.themes().getFirst(),
                        "",
                        null,
                        null,
                        "",
                        answering),
                List.of(),
                CHANGE);
        return new StructuredProject(
                new CommunityId(new UUID(0, 5)),
                Set.of(),
                Coverage.on(DAY, Set.of()),
                List.of(
                        objective(1, GENERAL, "Un médecin traitant pour tous", OPERATIONAL),
                        objective(2, id("autre"), "Prévenir", LONELY)),
                List.of(actions),
                List.of(),
                List.of(new Milestone(LocalDate.of(2027, 2, 1), "Dépôt du projet")),
                List.of(),
                null,
                List.of(need),
                Map.of());
    }

    /** A project whose missions are all the base ones, with one action and these budgets. */
    public static StructuredProject budgeted(List<Budget> budgets) {
        return new StructuredProject(
                new CommunityId(new UUID(0, 5)),
                Set.of(),
                Coverage.on(DAY, Set.of()),
                List.of(),
                List.of(complete()),
                List.of(),
                List.of(),
                budgets,
                null,
                List.of(),
                Map.of());
    }

    /** Lines of a budget that a form would accept. */
    public static List<Budget.LineFacts> randomLines(Random random) {
        return BudgetTest.random(random).stream()
                .map(facts -> new Budget.LineFacts(
                        facts.account(),
                        facts.label().isEmpty() ? "Précision" : facts.label(),
                        facts.allocation(),
                        facts.amount()))
                .toList();
    }
}
