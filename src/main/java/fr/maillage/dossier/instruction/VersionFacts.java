package fr.maillage.dossier.instruction;

import fr.maillage.community.Governance.Representative;
import fr.maillage.community.Participant;
import fr.maillage.community.Participant.Membership;
import fr.maillage.community.Perimeter;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.project.Action;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.project.Coverage;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A frozen version in a few figures, for those who instruct it. Made at the deposit from the facts that were frozen,
 * never from the CPTS as it has become.
 *
 * @param territory null when no commune was chosen
 * @param representative the legal representative, null when nobody was named
 * @param project null for a lettre d’intention, which holds neither actions nor budget
 * @param pages of the PDF
 */
public record VersionFacts(
        @Nullable Territory territory,
        @Nullable Signatory representative,
        int members,
        int partners,
        @Nullable Project project,
        int pages) {

    /**
     * @param vintages years of the populations, oldest first; empty when the CPTS stated them all
     * @param size class of the territory, 1 to 4
     */
    public record Territory(int communes, long population, List<Integer> vintages, int size) {

        private static Territory of(Perimeter perimeter) {
            return new Territory(
                    perimeter.communes(),
                    perimeter.population(),
                    perimeter.vintages(),
                    perimeter.size().number());
        }

        private String inhabitants() {
            var source = vintages.isEmpty()
                    ? "population déclarée par la CPTS"
                    : "Insee " + vintages.stream().map(String::valueOf).collect(Collectors.joining(" et "));
            return "%s (%s)".formatted(French.count(population, "habitant", "habitants"), source);
        }
    }

    /** @param quality in words, for instance « Présidence » */
    public record Signatory(String name, String quality) {

        private static Signatory of(Representative representative) {
            return new Signatory(representative.name(), representative.function());
        }
    }

    /**
     * @param base how many missions the texts required
     * @param covered how many of them an action covered
     * @param optional titles of the chosen missions that an action covered
     * @param budget of the first year, null when none was written
     */
    public record Project(
            int actions,
            int base,
            int covered,
            List<String> optional,
            @Nullable FirstYear budget) {

        private static Project of(StructuredProject project) {
            var holes = project.holes();
            var items = project.coverage().items();
            return new Project(
                    (int) project.actions().stream().filter(Action::counts).count(),
                    (int) items.stream().filter(Coverage.Item::base).count(),
                    (int) items.stream()
                            .filter(item -> item.base() && !holes.contains(item))
                            .count(),
                    items.stream()
                            .filter(item -> !item.base() && !holes.contains(item))
                            .map(Coverage.Item::title)
                            .toList(),
                    project.budgets().stream()
                            .min(Comparator.comparingInt(Budget::year))
                            .map(FirstYear::of)
                            .orElse(null));
        }

        private String missions() {
            var required = "%s sur %s".formatted(French.count(covered, "mission socle", "missions socles"), base);
            return optional.isEmpty()
                    ? required
                    : required + French.NNBSP + "; facultatives" + French.NBSP + ": " + String.join(", ", optional);
        }
    }

    /**
     * The budget of a civil year, in whole euros.
     *
     * @param balanced charges equal produits, and so do the contributions in kind
     */
    public record FirstYear(int year, long charges, long income, boolean balanced) {

        private static FirstYear of(Budget budget) {
            return new FirstYear(
                    budget.year(), budget.total(Side.CHARGES), budget.total(Side.PRODUITS), budget.balanced());
        }

        private String words() {
            return balanced
                    ? euros(charges) + ", équilibré"
                    : "%s de charges, %s de produits, non équilibré".formatted(euros(charges), euros(income));
        }

        private static String euros(long amount) {
            return French.number(amount) + French.NBSP + "€";
        }
    }

    static VersionFacts of(DossierKind kind, CommunityFacts facts, int pages) {
        var territory = facts.territory();
        var representative = facts.governance().representative();
        return new VersionFacts(
                territory == null ? null : Territory.of(territory),
                representative == null ? null : Signatory.of(representative),
                count(facts.participants(), Membership.MEMBER),
                count(facts.participants(), Membership.PARTNER),
                kind == DossierKind.HEALTH_PROJECT ? Project.of(facts.project()) : null,
                pages);
    }

    private static int count(List<Participant> participants, Membership membership) {
        return (int) participants.stream()
                .filter(participant -> participant.facts().membership() == membership)
                .count();
    }

    /** « 4 communes, 26 000 habitants (Insee 2023), taille 1 ». */
    public String headline() {
        return territory == null
                ? "Territoire non choisi"
                : "%s, %s, taille %d"
                        .formatted(
                                French.count(territory.communes, "commune", "communes"),
                                territory.inhabitants(),
                                territory.size);
    }

    /** Each figure with its label, in the order in which an instructor looks at them. */
    public List<Fact> lines() {
        var lines = new ArrayList<Fact>();
        lines.add(new Fact("Territoire", headline()));
        lines.add(new Fact(
                "Représentation légale",
                representative == null ? "Non nommée" : representative.name + ", " + representative.quality));
        lines.add(new Fact(
                "Acteurs",
                French.count(members, "membre", "membres") + ", "
                        + French.count(partners, "partenaire", "partenaires")));
        if (project != null) {
            lines.add(new Fact("Actions", French.count(project.actions, "fiche action", "fiches action")));
            lines.add(new Fact("Missions couvertes", project.missions()));
            lines.add(
                    project.budget == null
                            ? new Fact("Budget", "Absent")
                            : new Fact("Budget " + project.budget.year, project.budget.words()));
        }
        lines.add(new Fact("Document", French.count(pages, "page", "pages") + " en PDF"));
        return List.copyOf(lines);
    }
}
