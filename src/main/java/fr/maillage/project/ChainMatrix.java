package fr.maillage.project;

import fr.maillage.shared.French;
import java.util.List;
import java.util.stream.Stream;

/**
 * The holes of the chain from the need to the result: for each kind of thing, which links it has and which it lacks. Each
 * hole says where it is mended.
 */
public record ChainMatrix(List<Sheet> sheets) {

    /**
     * Everything of one kind.
     *
     * @param none what to say when there is nothing of that kind
     */
    public record Sheet(String key, String title, String none, List<ChainLink> links, List<Row> rows) {

        public long holes() {
            return rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> !cell.held())
                    .count();
        }
    }

    /** @param place page of the CPTS where the thing is read: {@code /actions/3} */
    public record Row(String title, String place, List<Cell> cells) {}

    /**
     * @param words what is there, empty for a hole
     * @param mend page of the CPTS where the hole is mended
     */
    public record Cell(ChainLink link, boolean held, String words, String mend) {}

    /** @param subject what lacks the link */
    public record Hole(ChainLink link, String subject, String mend) {}

    /** Actions given up, and archived things, are no part of the chain. */
    public static ChainMatrix of(StructuredProject project) {
        return new ChainMatrix(List.of(
                new Sheet(
                        "besoins",
                        "Besoins",
                        "Aucun besoin retenu.",
                        List.of(ChainLink.NEED_HAS_OBJECTIVE),
                        project.problems().stream()
                                .map(need -> need(project, need))
                                .toList()),
                new Sheet(
                        "objectifs",
                        "Objectifs généraux",
                        "Aucun objectif général.",
                        List.of(ChainLink.OBJECTIVE_HAS_NEED, ChainLink.OBJECTIVE_IS_DECLINED),
                        project.objectives().stream()
                                .map(objective -> objective(project, objective))
                                .toList()),
                new Sheet(
                        "operationnels",
                        "Objectifs opérationnels",
                        "Aucun objectif opérationnel.",
                        List.of(ChainLink.OPERATIONAL_HAS_ACTION),
                        project.objectives().stream()
                                .flatMap(general -> general.operational().stream()
                                        .map(operational -> operational(project, general, operational)))
                                .toList()),
                new Sheet(
                        "missions",
                        "Missions à couvrir",
                        "Aucune mission à couvrir.",
                        List.of(ChainLink.MISSION_HAS_ACTION),
                        project.coverage().items().stream()
                                .map(item -> mission(project, item))
                                .toList()),
                new Sheet(
                        "actions",
                        "Actions",
                        "Aucune action.",
                        List.of(ChainLink.ACTION_HAS_OBJECTIVE, ChainLink.ACTION_HAS_INDICATOR),
                        counting(project).map(ChainMatrix::action).toList()),
                new Sheet(
                        "indicateurs",
                        "Indicateurs",
                        "Aucun indicateur.",
                        List.of(
                                ChainLink.INDICATOR_HAS_BASELINE,
                                ChainLink.INDICATOR_HAS_TARGET,
                                ChainLink.INDICATOR_HAS_DATE,
                                ChainLink.INDICATOR_HAS_SOURCE),
                        counting(project)
                                .flatMap(action ->
                                        action.followed().stream().map(indicator -> indicator(action, indicator)))
                                .toList())));
    }

    /** Every hole, in the order of the chain. */
    public List<Hole> holes() {
        return sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> !cell.held())
                        .map(cell -> new Hole(cell.link(), row.title(), cell.mend())))
                .toList();
    }

    private static Stream<Action> counting(StructuredProject project) {
        return project.actions().stream().filter(Action::counts);
    }

    private static Row need(StructuredProject project, Problem need) {
        var place = "/chaine/besoins/" + need.id().value();
        return new Row(
                need.facts().title(),
                place,
                List.of(cell(
                        ChainLink.NEED_HAS_OBJECTIVE,
                        project.objectivesOf(need).stream()
                                .map(objective -> objective.facts().title())
                                .toList(),
                        "/chaine#besoin-" + need.id().value())));
    }

    private static Row objective(StructuredProject project, Objective objective) {
        var place = "/objectifs/" + objective.id().value();
        return new Row(
                objective.rank() + ". " + objective.facts().title(),
                place,
                List.of(
                        cell(
                                ChainLink.OBJECTIVE_HAS_NEED,
                                project.problemsOf(objective.id()).stream()
                                        .map(need -> need.facts().title())
                                        .toList(),
                                project.problems().isEmpty()
                                        ? "/diagnostic/problemes/nouveau?objectif="
                                                + objective.id().value()
                                        : "/chaine#besoins"),
                        cell(
                                ChainLink.OBJECTIVE_IS_DECLINED,
                                objective.operational().stream()
                                        .map(Objective.Operational::title)
                                        .toList(),
                                place + "#operationnels")));
    }

    private static Row operational(StructuredProject project, Objective general, Objective.Operational operational) {
        return new Row(
                general.rank() + "." + operational.rank() + " " + operational.title(),
                "/objectifs/" + general.id().value(),
                List.of(cell(
                        ChainLink.OPERATIONAL_HAS_ACTION,
                        project.actionsOf(operational.id()).stream()
                                .filter(Action::counts)
                                .map(Action::line)
                                .toList(),
                        "/actions/nouvelle?objectif=" + operational.id().value())));
    }

    private static Row mission(StructuredProject project, Coverage.Item item) {
        return new Row(
                item.title() + (item.base() ? "" : " (optionnelle)"),
                "/actions#couverture",
                List.of(cell(
                        ChainLink.MISSION_HAS_ACTION,
                        counting(project)
                                .filter(action -> action.facts().coverage().contains(item.code()))
                                .map(Action::line)
                                .toList(),
                        "/actions/nouvelle?couvre=" + item.code())));
    }

    private static Row action(Action action) {
        var place = "/actions/" + action.number();
        return new Row(
                action.line(),
                place,
                List.of(
                        cell(
                                ChainLink.ACTION_HAS_OBJECTIVE,
                                Stream.ofNullable(action.objectiveTitle()).toList(),
                                place + "/reponse"),
                        cell(
                                ChainLink.ACTION_HAS_INDICATOR,
                                action.facts().indicators().stream()
                                        .map(Indicator::label)
                                        .toList(),
                                place + "/indicateurs/nouveau")));
    }

    private static Row indicator(Action action, FollowedIndicator indicator) {
        var facts = indicator.facts();
        var place =
                "/actions/" + action.number() + "/indicateurs/" + indicator.id().value();
        var day = facts.targetOn();
        return new Row(
                facts.label(),
                "/actions/" + action.number() + "#indicateurs",
                List.of(
                        cell(ChainLink.INDICATOR_HAS_BASELINE, some(facts.baselineText()), place),
                        cell(ChainLink.INDICATOR_HAS_TARGET, some(facts.targetText()), place),
                        cell(ChainLink.INDICATOR_HAS_DATE, day == null ? List.of() : List.of(French.date(day)), place),
                        cell(ChainLink.INDICATOR_HAS_SOURCE, some(facts.source()), place)));
    }

    private static List<String> some(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static Cell cell(ChainLink link, List<String> there, String mend) {
        return new Cell(link, !there.isEmpty(), String.join(" ; ", there), mend);
    }
}
