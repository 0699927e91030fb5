package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetWorkbook;
import fr.maillage.project.Projects;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The budgets of all years side by side, and as files. */
@Controller
class BudgetFilesController {

    private final Projects projects;
    private final BudgetYears years;
    private final Today today;

    BudgetFilesController(Projects projects, BudgetYears years, Today today) {
        this.projects = projects;
        this.years = years;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/budget/comparaison")
    String compare(CommunityView view, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("budgets", project.budgets());
        model.addAttribute("years", years.around(project, years.toShow(project)));
        model.addAttribute("chart", YearBars.of(project.budgets()));
        return "project/budgetComparison";
    }

    /** Every year with formulas for its sums; the form alone, to be filled, before anything is written. */
    @GetMapping("/cpts/{slug}/budget.xlsx")
    ResponseEntity<byte[]> workbook(CommunityView view) {
        var project = projects.of(view.id());
        var workbook = new BudgetWorkbook(view.name(), project, today.day());
        return Download.of("budget-" + view.slug() + ".xlsx", Spreadsheet.XLSX, workbook.xlsx());
    }

    @GetMapping("/cpts/{slug}/budget.csv")
    ResponseEntity<byte[]> lines(CommunityView view, @RequestParam int annee) {
        var budget = projects.of(view.id()).budget(annee).orElseThrow(() -> new NotFound("budget " + annee));
        return Download.of("budget-" + annee + "-" + view.slug(), sheet(view, budget), "csv");
    }

    private Spreadsheet sheet(CommunityView view, Budget budget) {
        var rows = new ArrayList<List<Cell>>();
        for (var block : BudgetAccounts.blocks()) {
            for (var group : block.groups()) {
                for (var line : group.lines()) {
                    budget.of(line.code())
                            .forEach(written -> rows.add(List.of(
                                    Cell.text(block.title()),
                                    Cell.text(group.heading()),
                                    Cell.text(line.label()),
                                    Cell.text(written.label()),
                                    Cell.text(Budget.allocationLabel(written.allocation())),
                                    Cell.whole(written.amount()))));
                }
            }
        }
        return new Spreadsheet(
                "Budget prévisionnel " + budget.year(),
                List.of(
                        view.name() + ", le " + French.date(today.day()),
                        "Montants en euros entiers",
                        BudgetAccounts.source().title()),
                List.of("Partie", "Compte", "Ligne", "Précision", "Affectation", "Montant"),
                rows);
    }
}
