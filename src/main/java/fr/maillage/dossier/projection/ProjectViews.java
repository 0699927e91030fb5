package fr.maillage.dossier.projection;

import static fr.maillage.dossier.projection.PeopleViews.none;
import static fr.maillage.dossier.projection.PeopleViews.orDash;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.project.Action;
import fr.maillage.project.Coverage;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document shows of the missions, objectives, actions and calendar. */
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

    /** What each action needs, as its fiche says. */
    static List<Block> means(StructuredProject project) {
        var rows = project.actions().stream()
                .filter(Action::counts)
                .filter(action -> !action.facts().means().means().isBlank())
                .map(action -> Row.of(name(action), action.facts().means().means()))
                .toList();
        return rows.isEmpty()
                ? Absent.sentence("Aucune fiche action ne dit encore ses moyens.")
                : List.of(new Block.Table(
                        "Moyens, action par action",
                        List.of(new Column("Action", Align.LEFT, 4), new Column("Moyens", Align.LEFT, 8)),
                        rows,
                        ""));
    }

    /** « File active »: how many people each action is for, as its fiche says. */
    static List<Block> activeFile(StructuredProject project) {
        var rows = project.actions().stream()
                .filter(Action::counts)
                .filter(action -> action.facts().content().beneficiaryCount() != null)
                .map(action -> Row.of(
                        name(action),
                        PeopleViews.orDash(action.facts().beneficiaries()),
                        French.number(
                                Objects.requireNonNull(action.facts().content().beneficiaryCount()))))
                .toList();
        return rows.isEmpty()
                ? Absent.sentence("Aucune action ne dit encore à combien de personnes elle s’adresse.")
                : List.of(new Block.Table(
                        "Personnes concernées, action par action",
                        List.of(
                                new Column("Action", Align.LEFT, 4),
                                new Column("Public bénéficiaire", Align.LEFT, 5),
                                new Column("Personnes", Align.RIGHT, 2)),
                        rows,
                        "Une même personne peut bénéficier de plusieurs actions" + French.NBSP
                                + ": les nombres ne s’additionnent pas."));
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

    static String name(Action action) {
        return "Action " + action.number() + ", " + action.facts().title();
    }
}
