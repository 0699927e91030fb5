package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.project.Action;
import fr.maillage.project.Coverage;
import fr.maillage.project.Evidence;
import fr.maillage.project.FollowedIndicator;
import fr.maillage.project.Objective;
import fr.maillage.project.PrsPlan;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.Task;
import fr.maillage.rules.Mission;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fiches action in a document: the lines of the model of the ARS Auvergne-Rhône-Alpes (guide, annex 4) in their order,
 * then what other trames ask of an action: tasks, means, risks, indicators and results.
 */
final class ActionSheets {

    private ActionSheets() {}

    /** One sheet by action, each under its own heading. */
    static List<Block> of(StructuredProject project, int level, String anchor, String number) {
        if (project.actions().isEmpty()) {
            return Absent.sentence("Aucune action n’est encore décrite.");
        }
        var blocks = new ArrayList<Block>();
        int order = 0;
        for (var action : project.actions()) {
            order++;
            blocks.add(new Block.Heading(
                    Math.min(level + 1, 4),
                    number.isEmpty() ? "" : number + "." + order,
                    ProjectViews.name(action),
                    anchor + "-action-" + action.number()));
            blocks.add(sheet(project, action));
            blocks.addAll(indicators(action));
        }
        return blocks;
    }

    private static Block sheet(StructuredProject project, Action action) {
        var facts = action.facts();
        var lines = new ArrayList<>(List.of(
                lines("Missions ACI / Objectifs régionaux de référence au PRS", missions(project, action)),
                lines(
                        "Principaux éléments du diagnostic territorial",
                        Stream.concat(
                                project.evidenceOf(action).stream().map(Evidence::sentence),
                                facts.diagnosis().lines())),
                lines(
                        "Finalité / objectif général du projet",
                        project.generalOf(action).map(Objective::facts).map(Objective.Facts::title).stream()),
                lines("Objectif opérationnel", Stream.ofNullable(action.objectiveTitle())),
                lines("Description de l’action", facts.description().lines()),
                lines(
                        "Point d’adhérence avec les autres actions de la CPTS",
                        Stream.concat(
                                project.relatedTo(action).stream().map(ProjectViews::name),
                                facts.links().lines())),
                lines("Public bénéficiaire", beneficiaries(action)),
                lines("Acteurs de l’action", actors(action)),
                lines("Calendrier", calendar(action)),
                lines("Tâches", action.tasks().stream().map(ActionSheets::task)),
                lines("Moyens", facts.means().means().lines()),
                lines(
                        "Risques et réponses",
                        facts.means().risks().stream()
                                .map(risk -> risk.title()
                                        + (risk.answer().isEmpty()
                                                ? ""
                                                : " (réponse" + colon() + risk.answer() + ")"))),
                lines("État", Stream.of(facts.state().label()))));
        var budget = budget(project, action);
        if (!budget.isEmpty()) {
            lines.add(lines.size() - 1, lines("Budget", budget.stream()));
        }
        return new Block.Facts(lines);
    }

    /** « 2027 : 6 000 € de charges ». */
    private static List<String> budget(StructuredProject project, Action action) {
        return project.budgets().stream()
                .filter(budget -> budget.charges(action.id()) > 0)
                .map(budget -> budget.year() + colon() + French.number(budget.charges(action.id())) + French.NBSP
                        + "€ de charges")
                .toList();
    }

    private static Stream<String> missions(StructuredProject project, Action action) {
        var covered = project.coverage().items().stream()
                .filter(item -> action.facts().coverage().contains(item.code()))
                .toList();
        var purpose = action.facts().purpose();
        var line = Optional.ofNullable(purpose.prsCode()).flatMap(PrsPlan::line).map(PrsPlan.Line::title);
        var prs = Stream.concat(line.stream(), Stream.of(purpose.prsObjective()))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
        return Stream.concat(
                action.missions().stream().map(mission -> mission(mission, covered)),
                prs.isBlank() ? Stream.empty() : Stream.of("PRS" + colon() + prs));
    }

    /** « Accès aux soins : faciliter l’accès à un médecin traitant ». */
    private static String mission(Mission mission, List<Coverage.Item> covered) {
        var items = covered.stream()
                .filter(item -> item.mission() == mission && !item.title().equals(mission.title()))
                .map(item -> item.title().substring(0, 1).toLowerCase(Locale.FRENCH)
                        + item.title().substring(1))
                .collect(Collectors.joining(", "));
        return items.isEmpty() ? mission.title() : mission.title() + colon() + items;
    }

    private static Stream<String> beneficiaries(Action action) {
        var count = action.facts().content().beneficiaryCount();
        return Stream.concat(
                action.facts().beneficiaries().lines(),
                count == null ? Stream.empty() : Stream.of(French.count(count, "personne", "personnes")));
    }

    private static Stream<String> actors(Action action) {
        return Stream.of(
                        action.pilotName() == null ? "" : "Référent" + colon() + action.pilotName(),
                        action.partnerNames().isEmpty()
                                ? ""
                                : "Partenaires" + colon() + String.join(", ", action.partnerNames()),
                        action.facts().people().actors())
                .flatMap(String::lines);
    }

    private static Stream<String> calendar(Action action) {
        var facts = action.facts();
        return Stream.of(
                        facts.startsOn() == null
                                ? Stream.<String>empty()
                                : Stream.of("Début de l’action" + colon() + French.date(facts.startsOn())),
                        facts.milestones().stream()
                                .map(step -> "Étape clé" + colon() + step.title() + ", " + French.date(step.on())),
                        facts.endsOn() == null
                                ? Stream.<String>empty()
                                : Stream.of("Fin prévisionnelle" + colon() + French.date(facts.endsOn())))
                .flatMap(line -> line);
    }

    private static String task(Task task) {
        var due = task.facts().dueOn();
        return Stream.of(
                        task.facts().title(),
                        task.owner(),
                        due == null ? "" : "pour le " + French.date(due),
                        task.facts().state() == Task.State.TO_DO
                                ? ""
                                : task.facts().state().label().toLowerCase(Locale.FRENCH))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<Block> indicators(Action action) {
        if (action.followed().isEmpty()) {
            return Absent.sentence("Aucun indicateur n’est encore choisi pour cette action.");
        }
        return List.of(new Block.Table(
                "",
                List.of(
                        new Column("Indicateur", Align.LEFT, 5),
                        new Column("Type", Align.LEFT, 3),
                        new Column("Départ", Align.LEFT, 3),
                        new Column("Cibles", Align.LEFT, 4),
                        new Column("Source et preuve attendue", Align.LEFT, 5),
                        new Column("Résultats", Align.LEFT, 3)),
                action.followed().stream().map(ActionSheets::indicator).toList(),
                ""));
    }

    private static Row indicator(FollowedIndicator followed) {
        var facts = followed.facts();
        var baselineOn = facts.baselineOn();
        var targetOn = facts.targetOn();
        var kind = facts.kind() == null ? "" : facts.kind().label() + ", ";
        return new Row(
                Block.Emphasis.NONE,
                List.of(
                        cell(Stream.of(facts.label())),
                        cell(Stream.of(kind + facts.nature().label().toLowerCase(Locale.FRENCH))),
                        cell(
                                facts.baselineText().isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(facts.baselineText() + dated(baselineOn))),
                        cell(Stream.concat(
                                facts.yearly().stream()
                                        .map(step -> step.year()
                                                + colon()
                                                + step.amount().with(facts.unit())),
                                facts.targetText().isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(facts.targetText() + dated(targetOn)))),
                        cell(Stream.of(facts.source(), facts.proof()).filter(words -> !words.isBlank())),
                        followed.current().isEmpty()
                                ? Inline.text("–")
                                : cell(followed.current().stream()
                                        .map(result -> result.facts().amount().with(facts.unit())
                                                + dated(result.facts().on())))));
    }

    private static String dated(@Nullable LocalDate on) {
        return on == null ? "" : " (" + French.date(on) + ")";
    }

    private static FactLine lines(String label, Stream<String> lines) {
        return new FactLine(label, cell(lines));
    }

    /** One line under the other, or the words of what is not entered yet. */
    private static List<Inline> cell(Stream<String> lines) {
        var inline = new ArrayList<Inline>();
        lines.filter(line -> !line.isBlank()).forEach(line -> {
            if (!inline.isEmpty()) {
                inline.add(new Inline.LineBreak());
            }
            inline.add(new Inline.Text(line));
        });
        return inline.isEmpty() ? Absent.CELL : inline;
    }

    private static String colon() {
        return French.NBSP + ": ";
    }
}
