package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.project.Action;
import fr.maillage.project.Indicator;
import fr.maillage.project.Indicator.Nature;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import java.util.List;
import java.util.function.Predicate;

/** What a document shows of the indicators of all actions together. */
final class IndicatorViews {

    private IndicatorViews() {}

    static List<Block> all(StructuredProject project) {
        return table(project, "Indicateurs d’évaluation", _ -> true);
    }

    static List<Block> quantitative(StructuredProject project) {
        return table(
                project,
                "Indicateurs quantitatifs d’activité et/ou de service rendu",
                indicator -> indicator.nature() == Nature.QUANTITATIVE);
    }

    static List<Block> qualitative(StructuredProject project) {
        return table(
                project,
                "Indicateurs qualitatifs d’activité et/ou de service rendu",
                indicator -> indicator.nature() == Nature.QUALITATIVE);
    }

    private static List<Block> table(StructuredProject project, String caption, Predicate<Indicator> kept) {
        var rows = project.actions().stream()
                .filter(Action::counts)
                .flatMap(action ->
                        action.facts().indicators().stream().filter(kept).map(indicator -> row(action, indicator)))
                .toList();
        if (rows.isEmpty()) {
            return Absent.sentence("Aucun indicateur de cette nature n’est encore choisi.");
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
                "« inconnu » n’est pas zéro : la valeur de départ reste à mesurer."));
    }

    private static Row row(Action action, Indicator indicator) {
        return Row.of(
                ProjectViews.name(action),
                indicator.label(),
                indicator.baselineText().isEmpty() ? "inconnu" : indicator.baselineText(),
                indicator.targetText().isEmpty() ? "à fixer" : indicator.targetText(),
                indicator.targetOn() == null ? "à fixer" : French.date(indicator.targetOn()),
                PeopleViews.orDash(indicator.source()));
    }
}
