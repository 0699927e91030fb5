package fr.maillage.dossier.projection;

import static fr.maillage.dossier.projection.PeopleViews.fact;
import static fr.maillage.dossier.projection.PeopleViews.none;
import static fr.maillage.dossier.projection.PeopleViews.orDash;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Block.Row;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.Coverage;
import fr.maillage.project.Indicator;
import fr.maillage.project.Milestone;
import fr.maillage.project.StructuredProject;
import fr.maillage.rules.Mission;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a document shows of the missions, objectives, actions, indicators and calendar. */
final class ProjectViews {

    private record Dated(LocalDate day, String what, String of) {}

    private ProjectViews() {}

    static List<Block> missions(StructuredProject project) {
        return List.of(new Block.Table(
                "Missions de la CPTS et actions qui y répondent",
                List.of(
                        new Column("Mission", Align.LEFT, 6),
                        new Column("Caractère", Align.LEFT, 2),
                        new Column("Actions", Align.LEFT, 6)),
                project.coverage().items().stream()
                        .map(item ->
                                Row.of(item.title(), item.base() ? "socle" : "facultative", answering(project, item)))
                        .toList(),
                ""));
    }

    /** The required items with the actions that answer each: question 2.2 of the ARS Auvergne-Rhône-Alpes. */
    static List<Block> baseMissions(StructuredProject project) {
        return answered(project, "Missions socles et actions qui y répondent", Coverage.Item::base, "");
    }

    /** The missions that the CPTS chose, with the actions that answer each. */
    static List<Block> optionalMissions(StructuredProject project) {
        return answered(
                project,
                "Missions complémentaires et actions qui y répondent",
                item -> !item.base(),
                "Aucune mission complémentaire n’est retenue à ce jour.");
    }

    private static List<Block> answered(
            StructuredProject project, String caption, Predicate<Coverage.Item> kept, String otherwise) {
        var items = project.coverage().items().stream().filter(kept).toList();
        if (items.isEmpty()) {
            return List.of(Block.paragraph(otherwise));
        }
        return List.of(new Block.Table(
                caption,
                List.of(new Column("Mission", Align.LEFT, 6), new Column("Mise en œuvre", Align.LEFT, 7)),
                items.stream()
                        .map(item -> Row.of(item.title(), answering(project, item)))
                        .toList(),
                ""));
    }

    /** Who benefits from each action. */
    static List<Block> beneficiaries(StructuredProject project) {
        var rows = project.actions().stream()
                .filter(action ->
                        action.counts() && !action.facts().beneficiaries().isBlank())
                .map(action -> Row.of(name(action), action.facts().beneficiaries()))
                .toList();
        if (rows.isEmpty()) {
            return none("Aucune action ne dit encore son public.");
        }
        return List.of(new Block.Table(
                "Publics bénéficiaires, action par action",
                List.of(new Column("Action", Align.LEFT, 6), new Column("Public", Align.LEFT, 7)),
                rows,
                ""));
    }

    private static String answering(StructuredProject project, Coverage.Item item) {
        var actions = project.actions().stream()
                .filter(action -> action.counts() && action.facts().coverage().contains(item.code()))
                .map(ProjectViews::name)
                .collect(Collectors.joining(" ; "));
        return actions.isEmpty() ? "aucune à ce jour" : actions;
    }

    static List<Block> generalObjectives(StructuredProject project) {
        if (project.objectives().isEmpty()) {
            return none("Aucun objectif général n’est encore fixé.");
        }
        return List.of(new Block.Table(
                "Objectifs généraux, par ordre de priorité",
                List.of(
                        new Column("Rang", Align.CENTER, 1),
                        new Column("Objectif général", Align.LEFT, 5),
                        new Column("Constat", Align.LEFT, 5),
                        new Column("Mission", Align.LEFT, 4)),
                project.objectives().stream()
                        .map(objective -> Row.of(
                                String.valueOf(objective.rank()),
                                objective.facts().title(),
                                orDash(objective.facts().problem()),
                                objective.facts().mission().title()))
                        .toList(),
                ""));
    }

    static List<Block> operationalObjectives(StructuredProject project) {
        var rows = new ArrayList<Row>();
        for (var objective : project.objectives()) {
            for (var operational : objective.operational()) {
                var actions = project.actionsOf(operational.id()).stream()
                        .filter(Action::counts)
                        .map(ProjectViews::name)
                        .collect(Collectors.joining(" ; "));
                rows.add(Row.of(objective.facts().title(), operational.title(), orDash(actions)));
            }
        }
        project.actions().stream()
                .filter(action -> action.counts() && action.facts().objective() == null)
                .forEach(action -> rows.add(Row.of("–", "–", name(action))));
        if (rows.isEmpty()) {
            return none("Aucun objectif opérationnel n’est encore fixé.");
        }
        return List.of(new Block.Table(
                "Objectifs opérationnels et actions",
                List.of(
                        new Column("Objectif général", Align.LEFT, 4),
                        new Column("Objectif opérationnel", Align.LEFT, 5),
                        new Column("Actions", Align.LEFT, 5)),
                rows,
                ""));
    }

    static List<Block> indicators(StructuredProject project) {
        return indicators(project, "Indicateurs d’évaluation");
    }

    /** Those measured by a number: all of them today. */
    static List<Block> quantitativeIndicators(StructuredProject project) {
        return indicators(project, "Indicateurs quantitatifs d’activité et/ou de service rendu");
    }

    private static List<Block> indicators(StructuredProject project, String caption) {
        var rows = new ArrayList<Row>();
        for (var action : project.actions()) {
            for (var indicator : action.facts().indicators()) {
                rows.add(Row.of(
                        name(action),
                        indicator.label(),
                        value(indicator.baseline(), indicator),
                        value(indicator.target(), indicator),
                        indicator.targetOn() == null ? "à fixer" : French.date(indicator.targetOn()),
                        orDash(indicator.source())));
            }
        }
        if (rows.isEmpty()) {
            return none("Aucun indicateur n’est encore choisi.");
        }
        return List.of(new Block.Table(
                caption,
                List.of(
                        new Column("Action", Align.LEFT, 4),
                        new Column("Indicateur", Align.LEFT, 4),
                        new Column("Départ", Align.RIGHT, 2),
                        new Column("Cible", Align.RIGHT, 2),
                        new Column("Échéance", Align.LEFT, 3),
                        new Column("Source", Align.LEFT, 3)),
                rows,
                "« inconnu » n’est pas zéro : la valeur de départ reste à mesurer."));
    }

    static List<Block> calendar(StructuredProject project) {
        var rows = Stream.concat(
                        project.milestones().stream().map(step -> new Dated(step.on(), step.title(), "Projet")),
                        project.actions().stream().filter(Action::counts).flatMap(ProjectViews::dates))
                .sorted(Comparator.comparing(Dated::day))
                .map(dated -> Row.of(French.date(dated.day()), dated.what(), dated.of()))
                .toList();
        if (rows.isEmpty()) {
            return none("Aucune date n’est encore fixée.");
        }
        return List.of(new Block.Table(
                "Calendrier",
                List.of(
                        new Column("Date", Align.LEFT, 3),
                        new Column("Étape", Align.LEFT, 6),
                        new Column("Concerne", Align.LEFT, 5)),
                rows,
                ""));
    }

    private static Stream<Dated> dates(Action action) {
        var facts = action.facts();
        var dates = new ArrayList<Dated>();
        if (facts.startsOn() != null) {
            dates.add(new Dated(facts.startsOn(), "Début", name(action)));
        }
        facts.milestones().forEach(step -> dates.add(new Dated(step.on(), step.title(), name(action))));
        if (facts.endsOn() != null) {
            dates.add(new Dated(facts.endsOn(), "Fin", name(action)));
        }
        return dates.stream();
    }

    /** One sheet by action, each under its own heading. */
    static List<Block> actionSheets(StructuredProject project, int level, String anchor, String number) {
        if (project.actions().isEmpty()) {
            return none("Aucune action n’est encore décrite.");
        }
        var blocks = new ArrayList<Block>();
        int order = 0;
        for (var action : project.actions()) {
            order++;
            blocks.add(new Block.Heading(
                    Math.min(level + 1, 4),
                    number.isEmpty() ? "" : number + "." + order,
                    name(action),
                    anchor + "-action-" + action.number()));
            blocks.add(sheet(project, action));
        }
        return blocks;
    }

    /** The lines of the model of the ARS Auvergne-Rhône-Alpes (annex 4) in their order, then the indicators and the state. */
    private static Block sheet(StructuredProject project, Action action) {
        var facts = action.facts();
        var lines = new ArrayList<FactLine>();
        lines.add(told(
                "Missions ACI / Objectifs régionaux de référence au PRS",
                Stream.concat(
                                action.missions().stream().map(Mission::title),
                                Stream.of(covered(project, action)).filter(text -> !text.isEmpty()))
                        .collect(Collectors.joining(" ; "))));
        lines.add(told("Principaux éléments du diagnostic territorial", facts.diagnosis()));
        lines.add(told("Finalité / objectif général du projet", generalObjective(project, action)));
        lines.add(told("Objectif opérationnel", action.objectiveTitle()));
        lines.add(told("Description de l’action", facts.description()));
        lines.add(told("Point d’adhérence avec les autres actions de la CPTS", facts.links()));
        lines.add(told("Public bénéficiaire", facts.beneficiaries()));
        lines.add(told("Acteurs de l’action", actors(action)));
        lines.add(told("Calendrier", calendarOf(facts)));
        lines.add(told(
                "Indicateurs",
                facts.indicators().stream()
                        .map(indicator -> "%s (de %s à %s)"
                                .formatted(
                                        indicator.label(),
                                        value(indicator.baseline(), indicator),
                                        value(indicator.target(), indicator)))
                        .collect(Collectors.joining(" ; "))));
        lines.add(fact("État", facts.state().label()));
        return new Block.Facts(lines);
    }

    private static String generalObjective(StructuredProject project, Action action) {
        return project.objectives().stream()
                .filter(objective -> objective.operational().stream()
                        .anyMatch(operational ->
                                operational.id().equals(action.facts().objective())))
                .map(objective -> objective.facts().title())
                .findFirst()
                .orElse("");
    }

    private static String actors(Action action) {
        var words = new ArrayList<String>();
        if (action.pilotName() != null) {
            words.add("pilote" + French.NBSP + ": " + action.pilotName());
        }
        if (!action.partnerNames().isEmpty()) {
            words.add("partenaires" + French.NBSP + ": " + String.join(", ", action.partnerNames()));
        }
        return String.join(" ; ", words);
    }

    /** « début le 1 mars 2027 ; étapes clés : … ; fin prévisionnelle le … ». */
    private static String calendarOf(ActionFacts facts) {
        var words = new ArrayList<String>();
        if (facts.startsOn() != null) {
            words.add("début le " + French.date(facts.startsOn()));
        }
        if (!facts.milestones().isEmpty()) {
            words.add("étapes clés" + French.NBSP + ": "
                    + facts.milestones().stream().map(ProjectViews::step).collect(Collectors.joining(", ")));
        }
        if (facts.endsOn() != null) {
            words.add("fin prévisionnelle le " + French.date(facts.endsOn()));
        }
        return String.join(" ; ", words);
    }

    private static FactLine told(String label, @Nullable String value) {
        return value == null || value.isBlank() ? Absent.line(label) : fact(label, value);
    }

    private static String covered(StructuredProject project, Action action) {
        return project.coverage().items().stream()
                .filter(item -> action.facts().coverage().contains(item.code()))
                .map(Coverage.Item::title)
                .collect(Collectors.joining(" ; "));
    }

    private static String step(Milestone milestone) {
        return milestone.title() + ", " + French.date(milestone.on());
    }

    static String name(Action action) {
        return "Action " + action.number() + ", " + action.facts().title();
    }

    private static String value(@Nullable BigDecimal value, Indicator indicator) {
        if (value == null) {
            return "inconnu";
        }
        var number = value.stripTrailingZeros().toPlainString().replace('.', ',');
        return indicator.unit().isBlank() ? number : number + French.NBSP + indicator.unit();
    }
}
