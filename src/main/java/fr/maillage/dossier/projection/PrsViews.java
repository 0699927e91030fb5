package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.project.Action;
import fr.maillage.project.PrsPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of the projet régional de santé with the lines that count alone: those of an action, and those that the CPTS
 * retained. « Supprimer les lignes non pertinentes » is done here.
 */
final class PrsViews {

    /** As {@code rules/context.yaml} names it. */
    private static final String LOCAL_CONTRACT = "CLS";

    private PrsViews() {}

    static List<Block> of(PrsPlan.Kind kind, CommunityFacts facts) {
        return PrsPlan.of(facts.community().regionCode())
                .flatMap(plan -> plan.table(kind))
                .map(table -> table(table, facts))
                .orElseGet(() -> Absent.sentence(
                        "La liste du projet régional de santé de cette région n’est pas dans Maillage."));
    }

    private static List<Block> table(PrsPlan.Table table, CommunityFacts facts) {
        var grouped = table.themes().stream().anyMatch(theme -> !theme.title().isEmpty());
        var rows = new ArrayList<Row>();
        for (var theme : table.themes()) {
            for (var line : theme.lines()) {
                if (retained(line, facts)) {
                    var first = rows.stream()
                            .noneMatch(row -> grouped && row.cells().getFirst().equals(Inline.text(theme.title())));
                    rows.add(
                            grouped
                                    ? new Row(
                                            Block.Emphasis.NONE,
                                            List.of(
                                                    first ? Inline.text(theme.title()) : Inline.text(""),
                                                    Inline.text(line.title()),
                                                    said(line, facts)))
                                    : new Row(
                                            Block.Emphasis.NONE,
                                            List.of(Inline.text(line.title()), said(line, facts))));
                }
            }
        }
        if (rows.isEmpty()) {
            return Absent.sentence("Aucune ligne du projet régional de santé n’est encore retenue.");
        }
        var columns = grouped
                ? List.of(
                        new Column(table.headers().getFirst(), Align.LEFT, 4),
                        new Column(table.headers().get(1), Align.LEFT, 4),
                        new Column("Actions et commentaires", Align.LEFT, 4))
                : List.of(
                        new Column(table.headers().getFirst(), Align.LEFT, 4),
                        new Column(table.headers().get(1), Align.LEFT, 6));
        return List.of(new Block.Table("Plan régional de santé, " + lower(table.title()), columns, rows, ""));
    }

    /** The lines retained, whatever their table, what actions say of the PRS in words, and the local health contracts. */
    static List<Block> withLocalContracts(CommunityFacts facts) {
        var rows = new ArrayList<Row>();
        PrsPlan.of(facts.community().regionCode()).stream()
                .flatMap(PrsPlan::lines)
                .filter(line -> retained(line, facts))
                .forEach(line -> rows.add(new Row(
                        Block.Emphasis.NONE,
                        List.of(Inline.text("PRS"), Inline.text(line.title()), said(line, facts)))));
        facts.project().actions().stream()
                .filter(Action::counts)
                .filter(action -> !action.facts().purpose().prsObjective().isEmpty())
                .forEach(action ->
                        rows.add(Row.of("PRS", action.facts().purpose().prsObjective(), ProjectViews.name(action))));
        facts.context().partnerships().stream()
                .filter(partnership -> LOCAL_CONTRACT.equals(partnership.kind().code()))
                .forEach(partnership -> rows.add(Row.of(
                        "CLS",
                        partnership.name(),
                        Stream.of(partnership.object(), partnership.work())
                                .filter(words -> !words.isBlank())
                                .reduce((a, b) -> a + ". " + b)
                                .orElse(partnership.state().label()))));
        return rows.isEmpty()
                ? Absent.sentence("Aucune ligne du projet régional de santé, aucun contrat local de santé n’est noté.")
                : List.of(new Block.Table(
                        "Projet régional de santé et contrats locaux de santé",
                        List.of(
                                new Column("Cadre", Align.LEFT, 1),
                                new Column("Thème", Align.LEFT, 5),
                                new Column("Ce que le projet en fait", Align.LEFT, 6)),
                        rows,
                        ""));
    }

    private static boolean retained(PrsPlan.Line line, CommunityFacts facts) {
        return facts.context().prs().comments().containsKey(line.code())
                || actions(line, facts).findAny().isPresent();
    }

    private static List<Inline> said(PrsPlan.Line line, CommunityFacts facts) {
        var comment = facts.context().prs().comments().getOrDefault(line.code(), "");
        return ContextTable.lines(Stream.concat(actions(line, facts).map(ProjectViews::name), Stream.of(comment))
                .filter(words -> !words.isBlank())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("retenu"));
    }

    private static Stream<Action> actions(PrsPlan.Line line, CommunityFacts facts) {
        return facts.project().actions().stream()
                .filter(Action::counts)
                .filter(action -> line.code().equals(action.facts().purpose().prsCode()));
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(java.util.Locale.FRENCH) + title.substring(1);
    }
}
