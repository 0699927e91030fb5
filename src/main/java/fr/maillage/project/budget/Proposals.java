package fr.maillage.project.budget;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeter;
import fr.maillage.community.Perimeters;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetEntries;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.rulebook.Rulebook;
import fr.maillage.rules.Mission;
import fr.maillage.rules.PreProjectBudgets;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Part;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the ACI and the FIR may bring in a year, computed as the public simulator does, from dated grids. */
@Component
class Proposals {

    /** The line of the budget form where the Assurance Maladie stands. */
    static final String INSURANCE = "P74_ORGANISMES_SOCIAUX";

    static final String AGENCY = "P74_ARS";

    private static final String ACI = "Assurance Maladie, accord conventionnel interprofessionnel (ACI)";
    private static final String FIR = "Fonds d’intervention régional (FIR), aide à la rédaction du projet de santé";

    private final Perimeters perimeters;
    private final Communities communities;
    private final Projects projects;
    private final BudgetEntries entries;
    private final Rulebook rulebook;
    private final Today today;

    Proposals(
            Perimeters perimeters,
            Communities communities,
            Projects projects,
            BudgetEntries entries,
            Rulebook rulebook,
            Today today) {
        this.rulebook = rulebook;
        this.perimeters = perimeters;
        this.communities = communities;
        this.projects = projects;
        this.entries = entries;
        this.today = today;
    }

    /** What may be taken over into a budget that has nothing of it; no ACI before a territory is chosen. */
    List<Proposal> of(CommunityId community, StructuredProject project, Budget budget) {
        return all(community, project).stream()
                .filter(proposal -> proposal.useful(budget))
                .toList();
    }

    /** Writes the lines of a proposal; answers how many, none when there is no such proposal. */
    int take(CommunityView view, int year, String code) {
        return all(view.id(), projects.of(view.id())).stream()
                .filter(proposal -> proposal.code().equals(code))
                .findFirst()
                .map(proposal -> entries.take(view, year, proposal.lines()))
                .orElse(0);
    }

    private List<Proposal> all(CommunityId community, StructuredProject project) {
        var proposals = new ArrayList<Proposal>();
        var grid = rulebook.grids().defaultOn(today.day(), List.of());
        perimeters.current(community).ifPresent(perimeter -> {
            proposals.add(
                    aci("aci-certain", "ACI, part certaine", grid, perimeter, project, Part.Paid.ADVANCE_AND_BALANCE));
            proposals.add(aci("aci-plein", "ACI, au plus", grid, perimeter, project, Part.Paid.ON_RESULTS));
        });
        proposals.removeIf(proposal -> proposal.lines().isEmpty());
        proposals.add(fir(communities.find(community).regionCode()));
        return proposals;
    }

    /** @param upTo the parts that are paid in advance alone, or also those that depend on results */
    private Proposal aci(
            String code, String title, Grid grid, Perimeter perimeter, StructuredProject project, Part.Paid upTo) {
        int size = perimeter.size().number();
        var lines = new ArrayList<LineFacts>();
        add(lines, Budget.OPERATING, List.of(grid.operating()), size, upTo);
        var unknown = new ArrayList<String>();
        for (Mission mission : project.coverage().ordered()) {
            grid.mission(mission.code())
                    .ifPresentOrElse(
                            terms -> add(lines, mission.code(), terms.parts(), size, upTo),
                            () -> unknown.add(mission.title()));
        }
        var words = new ArrayList<String>();
        words.add("Pour une CPTS de taille " + size + " (" + French.number(perimeter.population()) + French.NBSP
                + "habitants), une année pleine, les missions du projet"
                + (upTo == Part.Paid.ON_RESULTS
                        ? ", tous les objectifs atteints : la part variable n’est versée qu’après, selon les résultats."
                        : ", sans la part variable : ce sur quoi on peut bâtir des actions."));
        if (!unknown.isEmpty()) {
            words.add("Sans montant dans ce barème : " + String.join(", ", unknown)
                    + ". L’annexe de votre contrat le dit.");
        }
        return new Proposal(
                code,
                INSURANCE,
                title,
                words,
                lines,
                grid.source(),
                grid.inForceFrom(),
                "/simulateur?base=population&population=" + perimeter.population());
    }

    private static void add(List<LineFacts> lines, String allocation, List<Part> parts, int size, Part.Paid upTo) {
        long sum = 0;
        for (var part : parts) {
            var amount = part.rate(size).amount();
            boolean counts = part.paid() == Part.Paid.ADVANCE_AND_BALANCE || upTo == Part.Paid.ON_RESULTS;
            if (amount != null && counts) {
                sum += amount.value().longValueExact();
            }
        }
        if (sum > 0) {
            lines.add(new LineFacts(INSURANCE, ACI, allocation, null, Nature.RECURRING, null, "", sum));
        }
    }

    /** The ARS helps to write the project with money of the FIR, by region; most texts are not known. */
    private Proposal fir(String region) {
        var grant = PreProjectBudgets.grant(region, today.day());
        return grant.map(found -> new Proposal(
                        "fir",
                        AGENCY,
                        "FIR, aide à la rédaction",
                        List.of("Versée une fois par l’ARS avant le contrat. Elle ne revient pas."),
                        List.of(new LineFacts(
                                AGENCY, FIR, Budget.OPERATING, null, Nature.ONE_OFF, null, "", found.amount())),
                        found.source(),
                        found.validity().from(),
                        null))
                .orElseGet(() -> new Proposal(
                        "fir",
                        AGENCY,
                        "FIR, aide de l’ARS",
                        List.of("Nous n’avons lu aucun texte de votre région qui dise un montant : demandez-le à l’ARS,"
                                + " puis écrivez-le à la ligne « Agence régionale de santé »."),
                        List.of(),
                        BudgetAccounts.lastingSource(),
                        null,
                        null));
    }
}
