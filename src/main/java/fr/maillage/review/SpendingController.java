package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.contract.Contract;
import fr.maillage.documents.Cell;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.funds.Fundings;
import fr.maillage.library.DocumentId;
import fr.maillage.library.Library;
import fr.maillage.shared.French;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a year spent: typed one by one, or read from a table. */
@Controller
@RequestMapping("/cpts/{slug}/bilan/{annee:\\d{1,2}}/depenses")
class SpendingController {

    private final ReviewedContracts reviewed;
    private final YearPages pages;
    private final Spendings spendings;
    private final SpendingImport imports;
    private final Fundings fundings;
    private final Library library;

    SpendingController(
            ReviewedContracts reviewed,
            YearPages pages,
            Spendings spendings,
            SpendingImport imports,
            Fundings fundings,
            Library library) {
        this.reviewed = reviewed;
        this.pages = pages;
        this.spendings = spendings;
        this.imports = imports;
        this.fundings = fundings;
        this.library = library;
    }

    @PostMapping
    String spend(
            CommunityView view,
            @PathVariable int annee,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        var form = Form.sent(typed);
        var document = form.value("document").matches("[0-9a-f-]{36}") ? UUID.fromString(form.value("document")) : null;
        if (document != null) {
            library.find(view, new DocumentId(document));
        }
        var spending =
                SpendingForm.read(form, form.id(), YearPages.missions(contract), fundings.options(view.id()), document);
        if (spending == null) {
            return pages.show(view, contract, annee, form, model);
        }
        return switch (spendings.add(view, contract, annee, List.of(spending))) {
            case Spendings.Outcome.Done _ -> {
                Flash.notice(flash, "Dépense notée.");
                yield "redirect:" + view.at("/bilan/" + annee + reviewed.query(view, contract) + "#depenses");
            }
            case Spendings.Outcome.FormUsed(var before) -> {
                // What is typed stays; sent again, it is another spending.
                form.set("id", UUID.randomUUID());
                form.errors().add(used(before));
                yield pages.show(view, contract, annee, form, model);
            }
            case Spendings.Outcome.Closed(var by) -> {
                form.errors().add(closed(by));
                yield pages.show(view, contract, annee, form, model);
            }
        };
    }

    private static String used(Spendings.Spending before) {
        return "Ce formulaire a déjà servi à noter «\u00A0" + before.label() + "\u00A0», "
                + French.amount(before.amount()) + ". Rien n’a été ajouté. S’il s’agit d’une autre dépense, envoyez de"
                + " nouveau.";
    }

    private static String closed(String by) {
        return "Le dialogue de gestion de l’année est clos par " + by
                + "\u00A0: ses dépenses ne changent plus. Rien n’a été enregistré.";
    }

    @PostMapping("/{depense:[0-9a-f-]{36}}/retrait")
    String remove(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable UUID depense,
            @RequestParam(defaultValue = "") String contrat,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        Flash.notice(
                flash,
                switch (spendings.remove(view, contract, annee, depense)) {
                    case Spendings.Outcome.Done _, Spendings.Outcome.FormUsed _ -> "Dépense retirée.";
                    case Spendings.Outcome.Closed(var by) -> closed(by);
                });
        return "redirect:" + view.at("/bilan/" + annee + reviewed.query(view, contract) + "#depenses");
    }

    @GetMapping("/import")
    String form(
            CommunityView view, @PathVariable int annee, @RequestParam(defaultValue = "") String contrat, Model model) {
        view.require(Right.WRITE);
        return page(view, reviewed.find(view, annee, contrat), annee, new FormErrors(), List.of(), model);
    }

    @PostMapping("/import")
    String read(
            CommunityView view,
            @PathVariable int annee,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam MultipartFile fichier,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        if (fichier.isEmpty()) {
            var errors = new FormErrors().add("fichier", "Choisissez un fichier XLSX ou CSV.");
            return page(view, contract, annee, errors, List.of(), model);
        }
        return switch (imports.read(view, contract, annee, fichier.getBytes())) {
            case SpendingImport.Reading.Wrong(var sentence, var lines) ->
                page(view, contract, annee, new FormErrors().add("fichier", sentence), lines, model);
            case SpendingImport.Reading.Understood(var read) ->
                switch (spendings.add(view, contract, annee, read)) {
                    case Spendings.Outcome.Done(var added) -> {
                        Flash.notice(
                                flash,
                                added == 0
                                        ? "Ces dépenses étaient déjà notées. Rien n’a été ajouté."
                                        : French.count(added, "dépense notée", "dépenses notées") + "."
                                                + (added < read.size() ? " Les autres l’étaient déjà." : ""));
                        yield "redirect:" + view.at("/bilan/" + annee + reviewed.query(view, contract) + "#depenses");
                    }
                    case Spendings.Outcome.FormUsed(var before) -> {
                        var errors = new FormErrors().add("fichier", used(before));
                        yield page(view, contract, annee, errors, List.of(), model);
                    }
                    case Spendings.Outcome.Closed(var by) -> {
                        var errors = new FormErrors().add("fichier", closed(by));
                        yield page(view, contract, annee, errors, List.of(), model);
                    }
                };
        };
    }

    /** An empty table with the expected heads, a line for each mission of the contract. */
    @GetMapping("/modele.xlsx")
    ResponseEntity<byte[]> model(
            CommunityView view, @PathVariable int annee, @RequestParam(defaultValue = "") String contrat) {
        view.require(Right.READ);
        var contract = reviewed.find(view, annee, contrat);
        return Download.of(
                "depenses-annee-" + annee + "-" + view.slug(),
                new Spreadsheet(
                        "Dépenses",
                        List.of("Une ligne par total, en euros, année " + annee + " du contrat " + contract.number()
                                + "."),
                        SpendingImport.FIELDS.stream().map(Field::label).toList(),
                        YearPages.missions(contract).stream()
                                .map(option -> IntStream.range(0, SpendingImport.FIELDS.size())
                                        .mapToObj(column -> column == 0 ? Cell.text(option.label()) : Cell.EMPTY)
                                        .toList())
                                .toList()),
                "xlsx");
    }

    private String page(
            CommunityView view, Contract contract, int year, FormErrors errors, List<String> refused, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("query", reviewed.query(view, contract));
        model.addAttribute("year", year);
        model.addAttribute("errors", errors);
        model.addAttribute("refused", refused);
        model.addAttribute("missions", YearPages.missions(contract));
        model.addAttribute("natures", List.of(Spendings.Nature.values()));
        model.addAttribute("grants", fundings.options(view.id()));
        return "review/spendingImport";
    }
}
