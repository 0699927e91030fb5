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
                "Indicateurs d’évaluation",
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

    private static Block sheet(StructuredProject project, Action action) {
        var facts = action.facts();
        var lines = new ArrayList<FactLine>();
        lines.add(fact(
                "Missions",
                orDash(action.missions().stream().map(Mission::title).collect(Collectors.joining(" ; ")))));
        lines.add(fact("Répond à", orDash(covered(project, action))));
        add(lines, "Objectif opérationnel", action.objectiveTitle());
        add(lines, "Éléments de diagnostic", facts.diagnosis());
        add(lines, "Description", facts.description());
        add(lines, "Public bénéficiaire", facts.beneficiaries());
        add(lines, "Pilote", action.pilotName());
        add(lines, "Partenaires", String.join(", ", action.partnerNames()));
        add(lines, "Calendrier", period(facts.startsOn(), facts.endsOn()));
        add(
                lines,
                "Étapes clés",
                facts.milestones().stream().map(ProjectViews::step).collect(Collectors.joining(" ; ")));
        add(lines, "Liens avec d’autres actions", facts.links());
        add(
                lines,
                "Indicateurs",
                facts.indicators().stream()
                        .map(indicator -> "%s (de %s à %s)"
                                .formatted(
                                        indicator.label(),
                                        value(indicator.baseline(), indicator),
                                        value(indicator.target(), indicator)))
                        .collect(Collectors.joining(" ; ")));
        lines.add(fact("État", facts.state().label()));
        return new Block.Facts(lines);
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

    private static @Nullable String period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null) {
            return until == null ? null : "jusqu’au " + French.date(until);
        }
        return until == null
                ? "à partir du " + French.date(from)
                : "du " + French.date(from) + " au " + French.date(until);
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

    private static void add(List<FactLine> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(fact(label, value));
        }
    }
}
