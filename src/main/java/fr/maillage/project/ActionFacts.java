package fr.maillage.project;

import fr.maillage.community.ParticipantId;
import fr.maillage.project.ActionPart.Content;
import fr.maillage.project.ActionPart.Dates;
import fr.maillage.project.ActionPart.Means;
import fr.maillage.project.ActionPart.People;
import fr.maillage.project.ActionPart.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fiche action says, part by part; the accessors of what pages and documents read most are repeated here. */
public record ActionFacts(
        Purpose purpose, Content content, People people, Dates dates, Means means, List<Indicator> indicators) {

    public ActionFacts {
        indicators = List.copyOf(indicators);
    }

    /** A fiche without what {@link ActionPart} says beyond these fields. */
    public ActionFacts(
            String title,
            Set<String> coverage,
            @Nullable ObjectiveId objective,
            String diagnosis,
            String description,
            String beneficiaries,
            String links,
            @Nullable ParticipantId pilot,
            Set<ParticipantId> partners,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<Milestone> milestones,
            List<Indicator> indicators,
            Action.State state) {
        this(
                new Purpose(title, coverage, objective, diagnosis),
                new Content(description, beneficiaries, null, Set.of(), links),
                new People(pilot, partners, ""),
                new Dates(startsOn, endsOn, milestones, state),
                new Means("", List.of()),
                indicators);
    }

    /** A fiche that says nothing yet but what it answers. */
    public static ActionFacts of(Purpose purpose) {
        return new ActionFacts(
                purpose,
                new Content("", "", null, Set.of(), ""),
                new People(null, Set.of(), ""),
                new Dates(null, null, List.of(), Action.State.PLANNED),
                new Means("", List.of()),
                List.of());
    }

    /** The same fiche with another part. */
    public ActionFacts with(ActionPart part) {
        return switch (part) {
            case Purpose other -> new ActionFacts(other, content, people, dates, means, indicators);
            case Content other -> new ActionFacts(purpose, other, people, dates, means, indicators);
            case People other -> new ActionFacts(purpose, content, other, dates, means, indicators);
            case Dates other -> new ActionFacts(purpose, content, people, other, means, indicators);
            case Means other -> new ActionFacts(purpose, content, people, dates, other, indicators);
        };
    }

    public ActionPart part(ActionPart.Kind kind) {
        return switch (kind) {
            case PURPOSE -> purpose;
            case CONTENT -> content;
            case PEOPLE -> people;
            case DATES -> dates;
            case MEANS -> means;
        };
    }

    public String title() {
        return purpose.title();
    }

    public Set<String> coverage() {
        return purpose.coverage();
    }

    public @Nullable ObjectiveId objective() {
        return purpose.objective();
    }

    public String diagnosis() {
        return purpose.diagnosis();
    }

    public String description() {
        return content.description();
    }

    public String beneficiaries() {
        return content.beneficiaries();
    }

    public String links() {
        return content.links();
    }

    public @Nullable ParticipantId pilot() {
        return people.pilot();
    }

    public Set<ParticipantId> partners() {
        return people.partners();
    }

    public @Nullable LocalDate startsOn() {
        return dates.startsOn();
    }

    public @Nullable LocalDate endsOn() {
        return dates.endsOn();
    }

    public List<Milestone> milestones() {
        return dates.milestones();
    }

    public Action.State state() {
        return dates.state();
    }
}
