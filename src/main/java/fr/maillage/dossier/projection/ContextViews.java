package fr.maillage.dossier.projection;

import static fr.maillage.dossier.projection.ContextTable.column;
import static fr.maillage.dossier.projection.ContextTable.row;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.project.context.Outreach;
import fr.maillage.project.context.Post;
import fr.maillage.project.context.ProjectContext;
import fr.maillage.project.context.Reached;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a document shows of the rest of the context: information of everybody, posts, history, evaluation. */
final class ContextViews {

    private ContextViews() {}

    static List<Block> outreach(ProjectContext context, Reached reached) {
        var blocks = new ArrayList<Block>(ContextTable.of(
                "Information des acteurs du territoire",
                List.of(
                        column("Public", 4),
                        column("Date", 2),
                        column("Moyen", 3),
                        new Column("Combien", Align.RIGHT, 2),
                        column("Trace", 4)),
                context.outreach().stream().map(ContextViews::step).toList(),
                "Aucune information des acteurs n’est encore notée."));
        if (!context.outreach().isEmpty() && !reached.shares().isEmpty()) {
            blocks.add(shares(reached));
        }
        return blocks;
    }

    private static Row step(Outreach step) {
        return row(
                step.whom(),
                French.date(step.on()),
                step.means().label(),
                step.informed() == null ? "" : French.number(step.informed()),
                PeopleViews.orDash(step.proof()));
    }

    private static Block shares(Reached reached) {
        return new Block.Table(
                "Part de chaque profession",
                List.of(
                        column("Profession", 4),
                        new Column("Sur le territoire", Align.RIGHT, 3),
                        new Column("Informés", Align.RIGHT, 3),
                        new Column("Acteurs de la CPTS", Align.RIGHT, 3)),
                reached.shares().stream()
                        .map(share -> Row.of(
                                share.profession().label(),
                                share.inTerritory() == null ? "inconnu" : French.number(share.inTerritory()),
                                share.informed() == null
                                        ? "–"
                                        : French.number(share.informed()) + percent(share.informedPercent()),
                                French.number(share.takingPart()) + percent(share.takingPartPercent())))
                        .toList(),
                reached.source() == null
                        ? "L’annuaire ne couvre pas tout ce territoire" + French.NBSP
                                + ": les parts ne se calculent pas."
                        : "Source" + French.NBSP + ": " + reached.source()
                                + ". Informés" + French.NBSP
                                + ": le plus grand nombre joint par une même information, pour ne compter personne deux fois.");
    }

    private static String percent(@Nullable Integer percent) {
        return percent == null ? "" : " (" + percent + French.NBSP + "%)";
    }

    static List<Block> posts(CommunityFacts facts) {
        return ContextTable.of(
                "Fonctions de la CPTS",
                List.of(column("Fonction", 4), column("Temps de travail", 3), column("Employeur", 4)),
                facts.context().posts().stream()
                        .map(post -> row(post.label(), time(post, facts), post.employer()))
                        .toList(),
                "Aucune fonction n’est encore décrite.");
    }

    /** The coordination’s share of time is said on its own page of the governance. */
    private static String time(Post post, CommunityFacts facts) {
        return fte(post, facts)
                .map(fte -> French.decimal(fte, 2) + French.NBSP + "ETP")
                .orElse("");
    }

    static Optional<BigDecimal> fte(Post post, CommunityFacts facts) {
        var percent = facts.governance().coordination().percent();
        return post.isCoordination() && percent != null
                ? Optional.of(BigDecimal.valueOf(percent, 2))
                : Optional.ofNullable(post.fte());
    }

    static List<Block> jobDescriptions(ProjectContext context) {
        return ContextTable.of(
                "Fiches de poste",
                List.of(column("Fonction", 3), column("Missions", 9)),
                context.posts().stream()
                        .map(post -> row(post.label(), post.duties()))
                        .toList(),
                "Aucune fiche de poste n’est encore écrite.");
    }

    static List<Block> history(ProjectContext context) {
        return ContextTable.of(
                "Historique de la coopération",
                List.of(column("Date", 2), column("Ce qui s’est passé", 4), column("Ce que cela a changé", 6)),
                context.history().stream()
                        .map(moment ->
                                row(French.date(moment.on()), moment.title(), PeopleViews.orDash(moment.detail())))
                        .toList(),
                "Aucun moment de la coopération n’est encore noté.");
    }

    static List<Block> communication(ProjectContext context) {
        return ContextTable.of(
                "Plan de communication",
                List.of(column("Cible", 3), column("Message", 5), column("Moyens", 3), column("Date", 2)),
                context.communications().stream()
                        .map(line -> row(
                                line.audience(),
                                line.message(),
                                line.means(),
                                line.on() == null ? "" : French.date(line.on())))
                        .toList(),
                "Le plan de communication n’est pas encore écrit.");
    }

    static List<Block> approaches(ProjectContext context) {
        return ContextTable.of(
                "Participation des usagers et démarche qualité",
                List.of(column("Nature", 3), column("Démarche", 3), column("En pratique", 6)),
                context.approaches().stream()
                        .map(approach -> row(approach.kind().label(), approach.title(), approach.detail()))
                        .toList(),
                "La participation des usagers et la démarche qualité ne sont pas encore décrites.");
    }

    static List<Block> evaluations(ProjectContext context) {
        return ContextTable.of(
                "Calendrier d’évaluation",
                List.of(column("Date", 2), column("Rendez-vous", 4), column("Méthode", 6)),
                context.evaluations().stream()
                        .map(evaluation -> row(French.date(evaluation.on()), evaluation.title(), evaluation.method()))
                        .toList(),
                "Aucun rendez-vous d’évaluation n’est encore fixé.");
    }
}
