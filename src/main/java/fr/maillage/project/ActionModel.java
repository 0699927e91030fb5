package fr.maillage.project;

import fr.maillage.rules.Mission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model of action that a team copies and adapts (« action type »).
 *
 * @param covers codes of the items of {@link Coverage} that such an action answers
 * @param why the situation in which a team takes it
 * @param description what is done, to be adapted
 * @param partners kinds of partners, not names
 * @param steps what there is to do, in order; each becomes a task
 * @param from the official document whose example it starts from
 */
public record ActionModel(
        String code,
        String title,
        Mission mission,
        List<String> covers,
        String why,
        String beneficiaries,
        String description,
        String actors,
        List<String> partners,
        String means,
        List<String> steps,
        List<Measure> indicators,
        List<Hazard> risks,
        String from) {

    /** @param proof what will prove the value */
    public record Measure(
            Indicator.Kind kind,
            Indicator.@Nullable Nature nature,
            String label,
            @Nullable String unit,
            String source,
            String proof) {

        /** Without value nor date: those are the team’s. */
        Indicator indicator() {
            return new Indicator(
                    label,
                    kind,
                    nature == null ? Indicator.Nature.QUANTITATIVE : nature,
                    unit == null ? "" : unit,
                    Indicator.Amount.UNKNOWN,
                    null,
                    Indicator.Amount.UNKNOWN,
                    null,
                    List.of(),
                    source,
                    proof);
        }
    }

    public record Hazard(String title, String answer) {}

    /**
     * The fiche that a copy starts with.
     *
     * @param coverage what the project is to cover: an item that is not asked for is left out
     */
    public ActionFacts facts(Coverage coverage) {
        var asked = coverage.items().stream().map(Coverage.Item::code).toList();
        var purpose = new ActionPart.Purpose(
                title, covers.stream().filter(asked::contains).collect(Collectors.toSet()), null, "");
        return new ActionFacts(
                purpose,
                new ActionPart.Content(description, beneficiaries, null, Set.of(), ""),
                new ActionPart.People(null, Set.of(), actors),
                new ActionPart.Dates(null, null, List.of(), Action.State.PLANNED),
                new ActionPart.Means(
                        means,
                        risks.stream()
                                .map(risk -> new ActionPart.Risk(risk.title(), risk.answer()))
                                .toList()),
                indicators.stream().map(Measure::indicator).toList());
    }

    public List<Task.Facts> tasks() {
        return steps.stream()
                .map(step -> new Task.Facts(step, null, "", null, Task.State.TO_DO))
                .toList();
    }
}
