package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.documents.Download;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A dossier as an institution instructs it: the delay first, then opinions, remarks, notes, decision. */
@Controller
@RequestMapping("/institutions/{slug}/dossiers/{number}")
class ReviewController {

    private final ReviewPages pages;
    private final Inbox inbox;
    private final Reviews reviews;
    private final Instruction instruction;
    private final ReviewRemarks remarks;
    private final Comparisons comparisons;
    private final Trames trames;
    private final FrozenFiles files;
    private final Entrusting entrusting;

    ReviewController(
            ReviewPages pages,
            Inbox inbox,
            Reviews reviews,
            Instruction instruction,
            ReviewRemarks remarks,
            Comparisons comparisons,
            Trames trames,
            FrozenFiles files,
            Entrusting entrusting) {
        this.pages = pages;
        this.inbox = inbox;
        this.reviews = reviews;
        this.instruction = instruction;
        this.remarks = remarks;
        this.comparisons = comparisons;
        this.trames = trames;
        this.files = files;
        this.entrusting = entrusting;
    }

    @GetMapping
    String show(InstitutionView view, @PathVariable String number, Model model) {
        return page(view, number, FormErrors.NONE, ReviewTyped.NOTHING, model);
    }

    @PostMapping("/prise-en-charge")
    String take(InstitutionView view, @PathVariable String number, Model model, RedirectAttributes flash) {
        return answer(
                instruction.take(view, number),
                view,
                number,
                ReviewTyped.NOTHING,
                model,
                flash,
                "L’instruction est ouverte. La CPTS en est informée.");
    }

    @PostMapping("/avis")
    String giveOpinion(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "") String avis,
            @RequestParam(defaultValue = "") String motif,
            Model model,
            RedirectAttributes flash) {
        var outcome = instruction.giveOpinion(view, number, cle, verdict(avis), motif);
        return answer(
                outcome,
                view,
                number,
                new ReviewTyped(avis, motif, "", "", "", ""),
                model,
                flash,
                "Votre avis est rendu. Les autres institutions en sont informées.");
    }

    @PostMapping("/notes")
    String addNote(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes flash) {
        return answer(
                instruction.addNote(view, number, cle, note),
                view,
                number,
                new ReviewTyped("", "", note, "", "", ""),
                model,
                flash,
                "La note est ajoutée. La CPTS ne la voit pas.");
    }

    @PostMapping("/remarques")
    String remark(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String remarque,
            @RequestParam(defaultValue = "") String avant,
            Model model,
            RedirectAttributes flash) {
        var outcome = remarks.write(view, number, cle, section, remarque, avant);
        var typed = new ReviewTyped("", "", "", section, remarque, avant);
        if (outcome instanceof MoveOutcome.Invalid invalid) {
            return page(view, number, errors(invalid, "remarque"), typed, model);
        }
        return answer(outcome, view, number, typed, model, flash, "La remarque est envoyée à la CPTS.");
    }

    @PostMapping("/remarques/{remark}/reglee")
    String settle(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable UUID remark,
            @RequestParam(defaultValue = "true") boolean reglee,
            Model model,
            RedirectAttributes flash) {
        if (!remarks.settle(view, number, remark, reglee)) {
            var errors = new FormErrors().add("Seule l’institution qui a écrit une remarque peut la régler.");
            return page(view, number, errors, ReviewTyped.NOTHING, model);
        }
        Flash.notice(flash, reglee ? "La remarque est réglée." : "La remarque est de nouveau ouverte.");
        return "redirect:/institutions/{slug}/dossiers/{number}";
    }

    @PostMapping("/attribution")
    String entrust(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID personne,
            RedirectAttributes flash) {
        if (personne != null) {
            entrusting.entrust(view, number, personne);
            Flash.notice(flash, "Le dossier est confié.");
        } else {
            reviews.forInstitution(view.institution().id(), number);
        }
        return "redirect:/institutions/{slug}/dossiers/{number}";
    }

    @GetMapping("/comparaison")
    String compare(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer avant,
            @RequestParam(required = false) @Nullable Integer apres,
            Model model) {
        var dossier = reviews.forInstitution(view.institution().id(), number);
        model.addAttribute("dossier", dossier);
        model.addAttribute("comparison", comparisons.between(dossier.id(), avant, apres));
        model.addAttribute(
                "back",
                "/institutions/%s/dossiers/%s".formatted(view.institution().slug(), number));
        return "dossier/comparison";
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<byte[]> file(InstitutionView view, @PathVariable String number, @PathVariable UUID file) {
        var content = files.read(
                reviews.forInstitution(view.institution().id(), number).id(), file);
        return Download.of(content.fileName(), content.mediaType(), content.bytes());
    }

    private String page(InstitutionView view, String number, FormErrors errors, ReviewTyped typed, Model model) {
        model.addAttribute("view", view);
        var page = pages.forInstitution(view, number);
        model.addAttribute("page", page);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "sections",
                trames.of(page.dossier().trame(), page.dossier().kind()).filled());
        model.addAttribute("inbox", inbox.beside(view.institution(), number));
        model.addAttribute(
                "people",
                entrusting.people(view).stream()
                        .map(person -> new Option(person.id().value().toString(), person.name()))
                        .toList());
        model.addAttribute(
                "holder",
                entrusting
                        .holder(view, page.dossier().id())
                        .map(account -> account.value().toString())
                        .orElse(""));
        model.addAttribute("formKey", UUID.randomUUID());
        return "dossier/review";
    }

    private String answer(
            MoveOutcome outcome,
            InstitutionView view,
            String number,
            ReviewTyped typed,
            Model model,
            RedirectAttributes flash,
            String done) {
        return switch (outcome) {
            case MoveOutcome.Done _ -> {
                Flash.notice(flash, done);
                yield "redirect:/institutions/{slug}/dossiers/{number}";
            }
            case MoveOutcome.NotFromHere _ ->
                page(
                        view,
                        number,
                        new FormErrors().add(pages.forInstitution(view, number).overtaken()),
                        typed,
                        model);
            case MoveOutcome.Invalid invalid -> page(view, number, errors(invalid, "note"), typed, model);
        };
    }

    /** @param text name of the control that holds the text */
    private static FormErrors errors(MoveOutcome.Invalid invalid, String text) {
        var errors = new FormErrors();
        invalid.faults().forEach((field, message) -> errors.add(control(field, text), message));
        return errors;
    }

    private static String control(String field, String text) {
        return switch (field) {
            case "verdict" -> "avis";
            case "section" -> "section";
            case "text" -> text;
            case "due" -> "avant";
            default -> "motif";
        };
    }

    private static @Nullable Verdict verdict(String code) {
        return switch (code) {
            case "favorable" -> Verdict.FAVORABLE;
            case "reserve" -> Verdict.WITH_RESERVES;
            case "defavorable" -> Verdict.UNFAVORABLE;
            default -> null;
        };
    }
}
