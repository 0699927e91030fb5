package fr.maillage.demo;

import fr.maillage.community.Association;
import fr.maillage.community.Body;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Governance;
import fr.maillage.community.Governances;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.ParticipantId;
import fr.maillage.community.Participants;
import fr.maillage.community.PerimeterSaving;
import fr.maillage.community.Perimeters;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.ActionId;
import fr.maillage.project.ActionIndicators;
import fr.maillage.project.ActionPart;
import fr.maillage.project.Actions;
import fr.maillage.project.FollowedIndicator.ResultFacts;
import fr.maillage.project.Indicator;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.project.Milestone;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Objectives;
import fr.maillage.project.Task;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.territory.Communes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the fictional projet de santé into a CPTS through the same services as its people would. */
@Component
public class ProjectMaker {

    /** How far the fictional team has come. */
    public enum Progress {
        /** Some texts and actions are missing: there is something to do. */
        HALF_WRITTEN,
        /** The lettre d’intention alone is written, and can be deposited. */
        LETTER,
        /** Nothing blocks the deposit. */
        READY
    }

    private final Communities communities;
    private final Perimeters perimeters;
    private final Participants participants;
    private final Governances governances;
    private final Objectives objectives;
    private final Actions actions;
    private final ActionIndicators indicators;
    private final BudgetMaker budgets;
    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final Communes communes;
    private final Today today;

    ProjectMaker(
            Communities communities,
            Perimeters perimeters,
            Participants participants,
            Governances governances,
            Objectives objectives,
            Actions actions,
            ActionIndicators indicators,
            BudgetMaker budgets,
            Dossiers dossiers,
            Trames trames,
            Texts texts,
            Communes communes,
            Today today) {
        this.communities = communities;
        this.perimeters = perimeters;
        this.participants = participants;
        this.governances = governances;
        this.objectives = objectives;
        this.actions = actions;
        this.indicators = indicators;
        this.budgets = budgets;
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.communes = communes;
        this.today = today;
    }

    /**
     * Writes the project of the Grands Causses, wherever it is.
     *
     * @param territory codes of its communes, which nobody else has
     */
    @Transactional
    public void fill(CommunityView view, List<String> territory, Progress progress) {
        fill(view, territory, progress, FictionalProject.read("grands-causses"));
    }

    @Transactional
    void fill(CommunityView view, List<String> territory, Progress progress, FictionalProject source) {
        if (!(perimeters.save(view.actor(), view.id(), 0, territory, List.of()) instanceof PerimeterSaving.Saved)) {
            throw new IllegalStateException("the demonstration's territory of " + view.slug() + " is refused");
        }
        associate(view, source);
        var people = people(view, source);
        governance(view, people, source);
        var served = objectives(view, source);
        var kept = progress == Progress.HALF_WRITTEN
                ? source.actions().subList(0, source.actions().size() - 2)
                : source.actions();
        var numbers = new HashMap<String, Integer>();
        kept.forEach(line -> numbers.put(line.title(), add(view, line, people, served)));
        kept.forEach(line -> relate(view, line, numbers));
        if (progress != Progress.LETTER) {
            budgets.make(view, source.budget());
        }
        write(view, DossierKind.LETTER_OF_INTENT, progress, source);
        if (progress != Progress.LETTER) {
            write(view, DossierKind.HEALTH_PROJECT, progress, source);
        }
    }

    private void associate(CommunityView view, FictionalProject source) {
        var line = source.association();
        if (line != null) {
            var before = communities.find(view.id());
            done(communities.change(
                    view,
                    before.version(),
                    before.name(),
                    new Association(
                            line.name(),
                            today.day().minusMonths(line.age()),
                            line.rna(),
                            line.siret(),
                            line.street(),
                            line.postal(),
                            line.town(),
                            line.email(),
                            line.phone())));
        }
    }

    private Map<String, Participant> people(CommunityView view, FictionalProject source) {
        var made = new HashMap<String, Participant>();
        for (var line : source.participants()) {
            var id = new ParticipantId(UUID.randomUUID());
            done(participants.add(view, id, facts(line)));
            made.put(line.name(), participants.find(view.id(), id));
        }
        return made;
    }

    private ParticipantFacts facts(FictionalProject.Person line) {
        var category = ParticipantCategory.ofCode(line.category()).orElseThrow();
        return new ParticipantFacts(
                Participant.Kind.valueOf(line.kind()),
                line.name(),
                line.given(),
                category,
                null,
                category.sector(),
                new ParticipantFacts.Place(
                        line.place(),
                        communes.withCode(line.place()).orElseThrow().name()),
                null,
                line.governance(),
                line.function(),
                line.certain() == null || line.certain(),
                line.partner() ? Participant.Membership.PARTNER : Participant.Membership.MEMBER,
                null,
                null,
                null,
                null);
    }

    private void governance(CommunityView view, Map<String, Participant> people, FictionalProject source) {
        var bodies = new HashMap<String, Body.BodyId>();
        for (var line : source.bodies()) {
            var id = new Body.BodyId(UUID.randomUUID());
            done(governances.addBody(
                    view,
                    id,
                    new Body.BodyFacts(Body.Kind.valueOf(line.kind()), line.name(), line.role(), line.frequency())));
            bodies.put(line.name(), id);
        }
        for (var seat : source.seats()) {
            governances.addSeat(
                    view,
                    named(bodies, seat.body()),
                    named(people, seat.participant()),
                    Body.Function.valueOf(seat.function()),
                    today.day(),
                    // Three years, as statutes usually give.
                    today.day().plusYears(3));
        }
        var coordination = source.coordination();
        var holder = named(people, coordination.participant());
        done(governances.change(
                view,
                governances.of(view.id()).change().version(),
                null,
                "",
                new Governance.Coordination(
                        Governance.CoordinationState.FILLED,
                        holder.id(),
                        holder.fullName(),
                        coordination.percent(),
                        coordination.tasks())));
    }

    private Map<String, ObjectiveId> objectives(CommunityView view, FictionalProject source) {
        var served = new HashMap<String, ObjectiveId>();
        for (var line : source.objectives()) {
            var general = new ObjectiveId(UUID.randomUUID());
            var mission = Mission.ofCode(line.mission()).orElseThrow();
            done(objectives.add(view, general, new Objective.Facts(line.title(), mission, line.problem())));
            for (var title : line.operational()) {
                var operational = new ObjectiveId(UUID.randomUUID());
                done(objectives.addOperational(view, general, operational, title));
                served.put(title, operational);
            }
        }
        return served;
    }

    /** Returns the number of the action. */
    private int add(
            CommunityView view,
            FictionalProject.ActionLine line,
            Map<String, Participant> people,
            Map<String, ObjectiveId> served) {
        var start = today.day().withDayOfMonth(1).plusMonths(line.months().getFirst());
        var end = today.day()
                .withDayOfMonth(1)
                .plusMonths(line.months().getLast())
                .minusDays(1);
        var tasks = Stream.ofNullable(line.tasks())
                .flatMap(List::stream)
                .map(task -> task(task, start, people))
                .toList();
        int number = actions.add(
                view, new ActionId(UUID.randomUUID()), action(line, people, served, start, end), tasks, null);
        var measured = line.indicator().measured();
        if (measured != null) {
            var indicator = actions.find(view, number).followed().getFirst().id();
            indicators.record(
                    view,
                    indicator,
                    UUID.randomUUID(),
                    new ResultFacts(
                            today.day(),
                            Amount.of(measured),
                            line.indicator().source(),
                            orEmpty(line.indicator().proof())));
        }
        return number;
    }

    /** An action may lean on one that comes after it, or on one that this project does not hold yet. */
    private void relate(CommunityView view, FictionalProject.ActionLine line, Map<String, Integer> numbers) {
        if (line.related() == null) {
            return;
        }
        var related = line.related().stream()
                .flatMap(title -> Stream.ofNullable(numbers.get(title)))
                .map(number -> actions.find(view, number).id())
                .collect(Collectors.toSet());
        var action = actions.find(view, named(numbers, line.title()));
        var content = action.facts().content();
        done(actions.change(
                view,
                action.number(),
                action.change(ActionPart.Kind.CONTENT).version(),
                new ActionPart.Content(
                        content.description(),
                        content.beneficiaries(),
                        content.beneficiaryCount(),
                        related,
                        orEmpty(line.links()))));
    }

    private ActionFacts action(
            FictionalProject.ActionLine line,
            Map<String, Participant> people,
            Map<String, ObjectiveId> served,
            LocalDate start,
            LocalDate end) {
        var risk = line.risk();
        return new ActionFacts(
                new ActionPart.Purpose(
                        line.title(),
                        new HashSet<>(line.covers()),
                        served.get(line.objective()),
                        null,
                        orEmpty(line.prs()),
                        Set.of(),
                        line.diagnosis()),
                new ActionPart.Content(line.description(), line.beneficiaries(), line.size(), Set.of(), ""),
                new ActionPart.People(named(people, line.pilot()).id(), partners(line, people), orEmpty(line.actors())),
                new ActionPart.Dates(
                        start,
                        end,
                        List.of(new Milestone(start.plusMonths(2), line.milestone())),
                        line.ongoing() ? Action.State.ONGOING : Action.State.PLANNED),
                new ActionPart.Means(
                        orEmpty(line.means()),
                        risk == null ? List.of() : List.of(new ActionPart.Risk(risk.title(), risk.answer()))),
                Stream.concat(Stream.of(counted(line.indicator(), start, end)), told(line, start, end))
                        .toList());
    }

    private static Indicator counted(FictionalProject.IndicatorLine line, LocalDate start, LocalDate end) {
        var halfway = line.halfway();
        int year = start.getYear() + 1;
        return new Indicator(
                line.label(),
                line.kind() == null ? null : Indicator.Kind.valueOf(line.kind()),
                Indicator.Nature.QUANTITATIVE,
                line.unit(),
                Amount.of(line.baseline()),
                start.minusDays(1),
                Amount.of(line.target()),
                end,
                halfway == null || year >= end.getYear()
                        ? List.of()
                        : List.of(new Indicator.YearTarget(year, Amount.of(halfway))),
                line.source(),
                orEmpty(line.proof()));
    }

    private static Stream<Indicator> told(FictionalProject.ActionLine action, LocalDate start, LocalDate end) {
        return Stream.ofNullable(action.words())
                .map(line -> new Indicator(
                        line.label(),
                        Indicator.Kind.RESULT,
                        Indicator.Nature.QUALITATIVE,
                        "",
                        Amount.of(line.baseline()),
                        start.minusDays(1),
                        Amount.of(line.target()),
                        end,
                        List.of(),
                        line.source(),
                        line.proof()));
    }

    /** What was due before the day the demonstration is made is done. */
    private Task.Facts task(FictionalProject.TaskLine line, LocalDate start, Map<String, Participant> people) {
        var owner = people.get(line.owner());
        var due = start.plusMonths(line.month());
        return new Task.Facts(
                line.title(),
                owner == null ? null : owner.id(),
                line.owner(),
                due,
                due.isBefore(today.day()) ? Task.State.DONE : Task.State.TO_DO);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Set<ParticipantId> partners(FictionalProject.ActionLine line, Map<String, Participant> people) {
        return line.partners().stream().map(name -> named(people, name).id()).collect(Collectors.toSet());
    }

    private void write(CommunityView view, DossierKind kind, Progress progress, FictionalProject source) {
        var dossier = dossiers.begin(view.id(), kind, view.actor());
        // A team that has finished has looked at the other trames too, and written what they alone ask.
        var asking = progress == Progress.READY ? trames.of(kind) : List.of(trames.of(dossier));
        var narratives = asking.stream()
                .flatMap(trame -> trame.filled().stream())
                .flatMap(section -> section.narrative().stream())
                .map(Filling.Narrative::key)
                .filter(source.texts()::containsKey)
                .distinct()
                .toList();
        int written = progress == Progress.HALF_WRITTEN ? narratives.size() / 2 : narratives.size();
        narratives
                .subList(0, written)
                .forEach(key -> texts.save(dossier.id(), key, 0, source.texts().getOrDefault(key, ""), view.actor()));
    }

    private static <T> T named(Map<String, T> known, String name) {
        var found = known.get(name);
        if (found == null) {
            throw new IllegalStateException("a file of demo/ names « " + name + " », which it does not describe");
        }
        return found;
    }

    private static void done(Saving outcome) {
        if (!(outcome instanceof Saving.Done)) {
            throw new IllegalStateException("the demonstration is refused: " + outcome);
        }
    }
}
