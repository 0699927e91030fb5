package fr.maillage.project.chain;

import fr.maillage.project.Action;
import fr.maillage.project.ActionPart;
import fr.maillage.project.ChainMatrix;
import fr.maillage.project.FollowedIndicator;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Problem;
import fr.maillage.project.StructuredProject;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The board of the chain: five columns of cards, each with what it hangs on, in the order of the chain; what hangs on
 * nothing yet comes first.
 *
 * @param holes how many the matrix counts
 */
public record Board(List<Column> columns, int holes) {

    /** @param add page where one more is made, and its words */
    public record Column(Kind kind, List<Card> cards, Option add) {}

    /** What a card is. */
    public enum Kind {
        NEED("besoin", "Besoins"),
        GENERAL("objectif", "Objectifs généraux"),
        OPERATIONAL("operationnel", "Objectifs opérationnels"),
        ACTION("action", "Actions"),
        INDICATOR("indicateur", "Indicateurs");

        private final String code;
        private final String title;

        Kind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        /** Of the anchors of its cards, and of what may be dropped on what. */
        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param key of the thing: its identifier, or the number of an action
     * @param place page of the CPTS where it is read
     * @param note a few words under the title
     * @param hole what it lacks, or null
     * @param parents what it hangs on; for a need, the objectives that answer it
     * @param move how it may be linked, or null when nothing may
     */
    public record Card(
            String key,
            String title,
            String place,
            String note,
            @Nullable String hole,
            List<Option> parents,
            @Nullable Move move) {}

    /**
     * @param address page of the CPTS that takes the choice
     * @param field name of the choice
     * @param onto kind of the cards that it may be put on
     */
    public record Move(String address, String field, String label, Kind onto, int version, List<Option> choices) {}

    static Board of(StructuredProject project) {
        var generals = project.objectives().stream()
                .map(objective -> new Option(
                        objective.id().value().toString(),
                        objective.rank() + ". " + objective.facts().title()))
                .toList();
        var columns = List.of(
                new Column(
                        Kind.NEED,
                        project.problems().stream()
                                .map(need -> need(project, need, generals))
                                .toList(),
                        new Option("/diagnostic/problemes/nouveau", "Ajouter un besoin")),
                new Column(
                        Kind.GENERAL,
                        project.objectives().stream()
                                .map(objective -> general(project, objective))
                                .toList(),
                        new Option("/objectifs/nouveau", "Ajouter un objectif général")),
                new Column(
                        Kind.OPERATIONAL,
                        project.objectives().stream()
                                .flatMap(general -> general.operational().stream()
                                        .map(operational -> operational(project, general, operational, generals)))
                                .toList(),
                        new Option("/objectifs", "Décliner un objectif")),
                new Column(Kind.ACTION, actions(project), new Option("/actions/nouvelle", "Créer une action")),
                new Column(
                        Kind.INDICATOR,
                        inOrder(project)
                                .flatMap(action -> action.followed().stream()
                                        .map(indicator -> indicator(project, action, indicator)))
                                .toList(),
                        new Option("/actions", "Choisir une action à mesurer")));
        return new Board(columns, ChainMatrix.of(project).holes().size());
    }

    private static Card need(StructuredProject project, Problem need, List<Option> generals) {
        var linked = project.objectivesOf(need);
        return new Card(
                need.id().value().toString(),
                need.facts().title(),
                "/chaine/besoins/" + need.id().value(),
                need.facts().theme().title(),
                linked.isEmpty() ? "Sans objectif" : null,
                generals.stream()
                        .filter(option -> linked.stream()
                                .anyMatch(objective ->
                                        objective.id().value().toString().equals(option.value())))
                        .toList(),
                generals.isEmpty()
                        ? null
                        : new Move(
                                "/chaine/besoins/" + need.id().value() + "/lien",
                                "objectif",
                                "Objectif qui y répond",
                                Kind.GENERAL,
                                need.change().version(),
                                generals));
    }

    private static Card general(StructuredProject project, Objective objective) {
        int needs = project.problemsOf(objective.id()).size();
        return new Card(
                objective.id().value().toString(),
                objective.rank() + ". " + objective.facts().title(),
                "/objectifs/" + objective.id().value(),
                objective.facts().mission().title()
                        + (needs == 0 ? "" : needs == 1 ? ", un besoin" : ", " + needs + " besoins"),
                objective.operational().isEmpty() ? "Non décliné" : needs == 0 ? "Sans besoin" : null,
                List.of(),
                null);
    }

    private static Card operational(
            StructuredProject project, Objective general, Objective.Operational operational, List<Option> generals) {
        return new Card(
                operational.id().value().toString(),
                number(general, operational) + " " + operational.title(),
                "/objectifs/" + general.id().value(),
                "",
                project.actionsOf(operational.id()).stream().noneMatch(Action::counts) ? "Sans action" : null,
                generals.stream()
                        .filter(option ->
                                option.value().equals(general.id().value().toString()))
                        .toList(),
                new Move(
                        "/chaine/operationnels/" + operational.id().value(),
                        "objectif",
                        "Objectif général",
                        Kind.GENERAL,
                        operational.change().version(),
                        generals));
    }

    private static List<Card> actions(StructuredProject project) {
        var operationals = project.objectives().stream()
                .flatMap(general -> general.operational().stream()
                        .map(operational -> new Option(
                                operational.id().value().toString(),
                                number(general, operational) + " " + operational.title())))
                .toList();
        return inOrder(project)
                .map(action -> new Card(
                        String.valueOf(action.number()),
                        action.line(),
                        "/actions/" + action.number(),
                        action.pilotName() == null ? "" : action.pilotName(),
                        hole(action),
                        operationals.stream()
                                .filter(option -> serves(action, option.value()))
                                .toList(),
                        operationals.isEmpty()
                                ? null
                                : new Move(
                                        "/chaine/actions/" + action.number(),
                                        "objectif",
                                        "Objectif opérationnel",
                                        Kind.OPERATIONAL,
                                        action.change(ActionPart.Kind.PURPOSE).version(),
                                        operationals)))
                .toList();
    }

    private static @Nullable String hole(Action action) {
        if (action.facts().objective() == null) {
            return "Sans objectif";
        }
        return action.followed().isEmpty() ? "Sans indicateur" : null;
    }

    private static boolean serves(Action action, String operational) {
        var objective = action.facts().objective();
        return objective != null && objective.value().toString().equals(operational);
    }

    private static Card indicator(StructuredProject project, Action action, FollowedIndicator indicator) {
        var choices = inOrder(project)
                .map(other -> new Option(String.valueOf(other.number()), other.line()))
                .toList();
        var progress = indicator.progress();
        return new Card(
                indicator.id().value().toString(),
                indicator.facts().label(),
                "/actions/" + action.number() + "/indicateurs/" + indicator.id().value() + "/resultats",
                progress.isEmpty() ? "rien de relevé" : progress,
                indicator.facts().baselineAmount().known() ? null : "Sans valeur de départ",
                choices.stream()
                        .filter(option -> option.value().equals(String.valueOf(action.number())))
                        .toList(),
                new Move(
                        "/chaine/indicateurs/" + indicator.id().value(),
                        "action",
                        "Action mesurée",
                        Kind.ACTION,
                        indicator.change().version(),
                        choices));
    }

    /** Actions that count: without objective first, then in the order of the objectives. */
    private static Stream<Action> inOrder(StructuredProject project) {
        var order = new ArrayList<ObjectiveId>();
        project.objectives()
                .forEach(general -> general.operational().forEach(operational -> order.add(operational.id())));
        return project.actions().stream().filter(Action::counts).sorted((one, other) -> {
            int byObjective = Integer.compare(
                    order.indexOf(one.facts().objective()),
                    order.indexOf(other.facts().objective()));
            return byObjective != 0 ? byObjective : Integer.compare(one.number(), other.number());
        });
    }

    private static String number(Objective general, Objective.Operational operational) {
        return general.rank() + "." + operational.rank();
    }

    /** The kinds of cards that may be put on a card of a kind, with spaces between them. */
    public static String accepted(Kind onto) {
        return switch (onto) {
            case NEED, INDICATOR -> "";
            case GENERAL -> Kind.NEED.code() + " " + Kind.OPERATIONAL.code();
            case OPERATIONAL -> Kind.ACTION.code();
            case ACTION -> Kind.INDICATOR.code();
        };
    }
}
