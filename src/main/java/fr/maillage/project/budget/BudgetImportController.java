package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Budget;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.budget.BudgetUploads.Confirmed;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The budgets from a workbook: sent, read, looked at, then confirmed. Nothing is written before. */
@Controller
@RequestMapping("/cpts/{slug}/budget/import")
class BudgetImportController {

    private final Projects projects;
    private final BudgetUploads uploads;

    BudgetImportController(Projects projects, BudgetUploads uploads) {
        this.projects = projects;
        this.uploads = uploads;
    }

    @GetMapping
    String form(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return form(view, model, FormErrors.NONE);
    }

    @PostMapping
    String send(CommunityView view, Model model, @RequestParam MultipartFile fichier) throws IOException {
        view.require(Right.WRITE);
        if (fichier.isEmpty()) {
            return form(view, model, new FormErrors().add("fichier", "Choisissez un fichier XLSX."));
        }
        var bytes = fichier.getBytes();
        return switch (BudgetSheetReader.read(bytes, projects.of(view.id()))) {
            case BudgetUpload.Refused(var sentence) -> form(view, model, new FormErrors().add("fichier", sentence));
            case BudgetUpload.Read _ -> "redirect:" + view.at("/budget/import/" + uploads.keep(view, bytes));
        };
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String preview(CommunityView view, @PathVariable UUID id, Model model) {
        view.require(Right.WRITE);
        return preview(view, id, null, model);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    String confirm(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String etat,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        return switch (uploads.confirm(view, id, etat)) {
            case Confirmed.Done _ -> {
                Flash.notice(flash, "Le budget est celui du tableur.");
                yield "redirect:" + view.at("/budget/comparaison");
            }
            case Confirmed.Overtaken(var by) ->
                preview(
                        view,
                        id,
                        by + " a changé le budget depuis cette page. Relisez ce que le tableur changerait maintenant,"
                                + " puis confirmez.",
                        model);
            case Confirmed.Faulty _ ->
                preview(view, id, "Le projet a changé depuis : ce tableur n’est plus compris en entier.", model);
        };
    }

    private String preview(CommunityView view, UUID id, @Nullable String warning, Model model) {
        var project = projects.of(view.id());
        return switch (BudgetSheetReader.read(uploads.file(view, id), project)) {
            case BudgetUpload.Refused(var sentence) -> form(view, model, new FormErrors().add("fichier", sentence));
            case BudgetUpload.Read read -> page(view, id, project, read, warning, model);
        };
    }

    private static String page(
            CommunityView view,
            UUID id,
            StructuredProject project,
            BudgetUpload.Read read,
            @Nullable String warning,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("id", id);
        model.addAttribute("state", Budget.state(project.budgets()));
        model.addAttribute("upload", read);
        model.addAttribute("warning", warning);
        model.addAttribute(
                "years",
                read.years().entrySet().stream()
                        .map(year -> UploadedYear.of(year.getKey(), year.getValue(), project))
                        .toList());
        return "project/budgetImportPreview";
    }

    private static String form(CommunityView view, Model model, FormErrors errors) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        return "project/budgetImport";
    }
}
