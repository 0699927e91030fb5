package fr.maillage.dossier.projection;

import static fr.maillage.dossier.projection.ContextTable.column;
import static fr.maillage.dossier.projection.ContextTable.row;

import fr.maillage.documents.Block;
import fr.maillage.project.context.ContextLists;
import fr.maillage.project.context.ProjectContext;
import fr.maillage.project.context.Tool;
import java.util.List;
import java.util.function.Predicate;

/** What a document shows of the information systems, and of télésanté. */
final class SystemViews {

    private SystemViews() {}

    static List<Block> used(ProjectContext context) {
        return tools(
                context,
                "Systèmes d’information utilisés",
                tool -> tool.stage() == Tool.Stage.USED,
                "Aucun système d’information utilisé n’est encore décrit.");
    }

    /** What is wanted, and what the tools of today do not allow. */
    static List<Block> wanted(ProjectContext context) {
        return ContextTable.of(
                "Outils souhaités et besoins de partage",
                List.of(column("Outil", 3), column("Pour quoi, par qui", 4), column("Besoin ou fonctionnalité", 5)),
                context.tools().stream()
                        .filter(tool -> tool.stage() == Tool.Stage.WANTED
                                || !tool.need().isEmpty())
                        .map(tool -> row(tool.label(), use(tool), tool.need()))
                        .toList(),
                "Aucun besoin de partage n’est encore décrit.");
    }

    /** The tools that the region alone offers, each with what the CPTS does of it. */
    static List<Block> regional(ProjectContext context, String region) {
        var offered = ContextLists.regionalTools(region);
        if (offered.isEmpty()) {
            return List.of();
        }
        return ContextTable.of(
                "Outils de la région",
                List.of(column("Outil", 4), column("Dans la CPTS", 3), column("Pour quoi, par qui", 5)),
                offered.stream()
                        .map(kind -> context.tools().stream()
                                .filter(tool -> tool.kind().equals(kind))
                                .findFirst()
                                .map(tool -> row(tool.label(), tool.stage().label(), use(tool)))
                                .orElseGet(() -> row(kind.label(), "", "")))
                        .toList(),
                "");
    }

    static List<Block> telehealth(ProjectContext context) {
        return tools(context, "Télésanté", Tool::isTelehealth, "Aucun usage de la télésanté n’est encore décrit.");
    }

    private static List<Block> tools(ProjectContext context, String caption, Predicate<Tool> kept, String otherwise) {
        return ContextTable.of(
                caption,
                List.of(column("Outil", 4), column("Usage", 2), column("Par qui", 3), column("Pour quoi", 5)),
                context.tools().stream()
                        .filter(kept)
                        .map(tool -> row(tool.label(), tool.stage().label(), tool.users(), tool.purpose()))
                        .toList(),
                otherwise);
    }

    private static String use(Tool tool) {
        return tool.purpose().isEmpty() || tool.users().isEmpty()
                ? tool.purpose() + tool.users()
                : tool.purpose() + "\n" + tool.users();
    }
}
