package fr.maillage.dossier.projection;

import static fr.maillage.dossier.projection.PeopleViews.orDash;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.project.Evidence;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemScales;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a document shows of the problems: a table of them, then what shows each, with its source and date. Nothing while
 * the register is empty: the narrative beside it may tell them all.
 */
final class ProblemViews {

    private ProblemViews() {}

    static List<Block> of(StructuredProject project) {
        if (project.problems().isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Table(
                "Problématiques identifiées, par ordre de priorité",
                List.of(
                        new Column("Rang", Align.CENTER, 1),
                        new Column("Problématique", Align.LEFT, 5),
                        new Column("Thème", Align.LEFT, 3),
                        new Column("Gravité", Align.LEFT, 2),
                        new Column("Personnes concernées", Align.LEFT, 3),
                        new Column("Objectifs généraux", Align.LEFT, 4)),
                project.problems().stream()
                        .map(problem -> row(project, problem))
                        .toList(),
                ""));
        project.problems().stream()
                .filter(problem -> !problem.facts().description().isBlank()
                        || !problem.evidence().isEmpty())
                .forEach(problem -> blocks.addAll(details(problem)));
        return blocks;
    }

    /** Theme by theme, in the order of question 1.8 of the ARS Auvergne-Rhône-Alpes; themes without a problem in one line. */
    static List<Block> byTheme(StructuredProject project) {
        if (project.problems().isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        var empty = new ArrayList<String>();
        for (var theme : ProblemScales.themes()) {
            var held = project.problems().stream()
                    .filter(problem -> problem.facts().theme().equals(theme))
                    .toList();
            if (held.isEmpty()) {
                empty.add(theme.title().toLowerCase(Locale.FRENCH));
                continue;
            }
            blocks.add(new Block.Paragraph(Inline.strong(theme.title())));
            blocks.add(
                    new Block.BulletList(held.stream().map(ProblemViews::item).toList()));
        }
        if (!empty.isEmpty()) {
            blocks.add(Block.paragraph("Sans problème retenu à ce jour : " + String.join(", ", empty) + "."));
        }
        return blocks;
    }

    private static Block.Item item(Problem problem) {
        var facts = problem.facts();
        var words = new StringBuilder(facts.title());
        if (facts.severity() != null) {
            words.append(", gravité ").append(facts.severity().word().toLowerCase(Locale.FRENCH));
        }
        if (!problem.concerned().isEmpty()) {
            words.append(" (").append(problem.concerned()).append(')');
        }
        words.append('.');
        var content = new ArrayList<Block>();
        content.add(Block.paragraph(words.toString()));
        facts.description().lines().filter(line -> !line.isBlank()).forEach(line -> content.add(Block.paragraph(line)));
        if (!problem.evidence().isEmpty()) {
            content.add(new Block.BulletList(problem.evidence().stream()
                    .map(evidence -> new Block.Item(List.of(Block.paragraph(words(evidence)))))
                    .toList()));
        }
        return new Block.Item(content);
    }

    private static Row row(StructuredProject project, Problem problem) {
        var facts = problem.facts();
        return Row.of(
                String.valueOf(problem.rank()),
                facts.title(),
                facts.theme().title(),
                facts.severity() == null ? "à juger" : facts.severity().word(),
                orDash(problem.concerned()),
                orDash(project.objectivesOf(problem).stream()
                        .map(objective ->
                                objective.rank() + ". " + objective.facts().title())
                        .collect(Collectors.joining(French.NNBSP + "; "))));
    }

    private static List<Block> details(Problem problem) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(List.of(new Inline.Strong(Inline.text(problem.line())))));
        if (!problem.facts().description().isBlank()) {
            problem.facts()
                    .description()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> blocks.add(Block.paragraph(line)));
        }
        if (!problem.evidence().isEmpty()) {
            blocks.add(new Block.BulletList(problem.evidence().stream()
                    .map(evidence -> new Block.Item(List.of(Block.paragraph(words(evidence)))))
                    .toList()));
        }
        return blocks;
    }

    private static String words(Evidence evidence) {
        return evidence.sentence() + ", relevé le " + French.date(evidence.frozenOn());
    }
}
