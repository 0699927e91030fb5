package fr.maillage.dossier.projection;

import static fr.maillage.dossier.projection.ContextTable.column;
import static fr.maillage.dossier.projection.ContextTable.row;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.project.context.ContextLists.Group;
import fr.maillage.project.context.Partnership;
import fr.maillage.project.context.ProjectContext;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a document shows of the partners of a CPTS. */
final class PartnerViews {

    private PartnerViews() {}

    static List<Block> all(ProjectContext context) {
        return ContextTable.of(
                "Partenariats et conventions",
                List.of(column("Partenaire", 3), column("Articulation envisagée", 5), column("Convention", 3)),
                context.partnerships().stream()
                        .map(partner -> row(partner.name(), partner.work(), convention(partner)))
                        .toList(),
                "Aucun partenariat n’est encore décrit.");
    }

    static List<Block> existing(ProjectContext context) {
        return ContextTable.of(
                "Acteurs et projets existants",
                List.of(column("Acteur ou projet", 3), column("Nature", 3), column("Lien avec le projet de CPTS", 5)),
                context.partnerships().stream()
                        .map(partner -> row(partner.name(), partner.kind().label(), partner.object()))
                        .toList(),
                "Aucun acteur ni projet existant n’est encore décrit.");
    }

    /** The table of the URPS Occitanie: who the authority is at the left, what is done together at the right. */
    static List<Block> authorities(ProjectContext context) {
        return ContextTable.of(
                "Collectivités territoriales",
                List.of(column("Identité de la collectivité territoriale", 4), column("Description du partenariat", 6)),
                in(context, Group.AUTHORITY)
                        .map(authority ->
                                new Row(Block.Emphasis.NONE, List.of(identity(authority), partnership(authority))))
                        .toList(),
                "Aucun partenariat avec une collectivité n’est encore décrit.");
    }

    static List<Block> supportPlatform(ProjectContext context) {
        var platforms = in(context, Group.SUPPORT).toList();
        if (platforms.isEmpty()) {
            return List.of(new Block.Facts(
                    List.of(Absent.line("Existence d’une PTA"), Absent.line("Si oui, intitulé de la PTA"))));
        }
        var lines = new ArrayList<FactLine>();
        lines.add(new FactLine(
                "Existence d’une PTA",
                Inline.text(IdentityViews.CHECKED + "\u00A0Oui     " + IdentityViews.UNCHECKED + "\u00A0Non")));
        for (var platform : platforms) {
            lines.add(new FactLine("Si oui, intitulé de la PTA", Inline.text(platform.name())));
            lines.add(new FactLine(
                    "Si oui, quelle articulation est prévue entre les deux dynamiques" + French.NNBSP + "?",
                    platform.work().isBlank() ? Absent.CELL : ContextTable.lines(platform.work())));
        }
        return List.of(new Block.Facts(lines));
    }

    private static List<Inline> identity(Partnership authority) {
        return part("Dénomination", authority.name(), "Coordonnées de la personne de référence", authority.contact());
    }

    private static List<Inline> partnership(Partnership authority) {
        var cell = new ArrayList<Inline>();
        cell.addAll(part(
                "Enjeux", authority.object(), "Modalités de travail opérationnelles envisagées", authority.work()));
        cell.add(new Inline.LineBreak());
        cell.add(new Inline.Text("Convention" + French.NBSP + ": " + convention(authority)));
        return List.copyOf(cell);
    }

    private static List<Inline> part(String first, String value, String second, String other) {
        var cell = new ArrayList<Inline>();
        cell.add(new Inline.Text(first + French.NBSP + ": " + value));
        if (value.isBlank()) {
            cell.addAll(Absent.CELL);
        }
        cell.add(new Inline.LineBreak());
        cell.add(new Inline.Text(second + French.NBSP + ": " + other));
        if (other.isBlank()) {
            cell.addAll(Absent.CELL);
        }
        return cell;
    }

    /** « Signée, le 3 mars 2026, jusqu’au 2 mars 2029 ». */
    private static String convention(Partnership partner) {
        return partner.state().label()
                + (partner.signedOn() == null ? "" : ", le " + French.date(partner.signedOn()))
                + (partner.endsOn() == null ? "" : ", jusqu’au " + French.date(partner.endsOn()));
    }

    private static Stream<Partnership> in(ProjectContext context, Group group) {
        return context.partnerships().stream().filter(partner -> partner.isIn(group));
    }
}
