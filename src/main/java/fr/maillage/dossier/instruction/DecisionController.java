package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the ARS decides, in two steps: the form, then the letter as it will leave. Nothing is sent before the second one;
 * what was typed goes with it, so that it can be changed.
 */
@Controller
@RequestMapping("/institutions/{slug}/dossiers/{number}/decision/{act}")
class DecisionController {

    /** Words of the addresses for the moves that end in a letter. */
    private static final Map<String, Move> ACTS = Map.of(
            "valider", Move.VALIDATE,
            "completer", Move.ASK_MORE,
            "opposer", Move.OPPOSE,
            "sans-suite", Move.DECLINE,
            "caduc", Move.LAPSE);

    private final ReviewPages pages;
    private final Instruction instruction;
    private final Letters letters;

    DecisionController(ReviewPages pages, Instruction instruction, Letters letters) {
        this.pages = pages;
        this.instruction = instruction;
        this.letters = letters;
    }

    @GetMapping
    String begin(InstitutionView view, @PathVariable String number, @PathVariable String act, Model model) {
        var page = pages.forInstitution(view, number);
        var form = Form.empty().set("version", page.last().ordinal()).set("qualite", instruction.proposedQuality(view));
        return form(view, page, act, form, FormErrors.NONE, model);
    }

    /** @param etape « modifier » to go back to the form, « notifier » to send; anything else shows the letter */
    @PostMapping
    String go(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "relire") String etape,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        var form = Form.sent(sent);
        var decision = decision(act, form);
        var page = pages.forInstitution(view, number);
        if (etape.equals("modifier")) {
            return form(view, page, act, form, FormErrors.NONE, model);
        }
        if (!form.errors().isEmpty()) {
            return form(view, page, act, form, form.errors(), model);
        }
        if (etape.equals("notifier")) {
            return notified(view, page, act, form, instruction.decide(view, number, decision), model, flash);
        }
        var fault = instruction.fault(decision);
        if (fault != null) {
            return form(view, page, act, form, errors(fault), model);
        }
        if (!page.may(decision.move())) {
            return overtaken(view, page, act, form, model);
        }
        common(view, page, act, form, model);
        model.addAttribute("letter", instruction.letter(view, number, decision));
        return "dossier/decisionLetter";
    }

    /** The letter as a PDF that says it is only a project; nothing is sent. */
    @PostMapping(params = "etape=projet")
    ResponseEntity<byte[]> draft(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent) {
        var decision = decision(act, Form.sent(sent));
        return Download.of(
                "projet-%s-%s.pdf".formatted(LetterWriter.nature(decision.move()), number),
                DocumentRenderer.PDF,
                letters.pdf(instruction.letter(view, number, decision), true));
    }

    private static Decision decision(String act, Form form) {
        return new Decision(
                move(act),
                form.value("motif"),
                form.values("fondements"),
                form.day("reponseAvant"),
                form.value("qualite"),
                form.value("version").isEmpty() ? null : form.version());
    }

    private String notified(
            InstitutionView view,
            ReviewPage page,
            String act,
            Form form,
            MoveOutcome outcome,
            Model model,
            RedirectAttributes flash) {
        return switch (outcome) {
            case MoveOutcome.Done(Step now) -> {
                Flash.notice(
                        flash,
                        move(act) == Move.ASK_MORE
                                ? "La demande de compléments est envoyée à la CPTS."
                                : "La décision est notifiée. Le dossier est maintenant : "
                                        + now.label(page.dossier().kind()) + ".");
                yield "redirect:/institutions/{slug}/dossiers/{number}";
            }
            case MoveOutcome.NotFromHere _ ->
                overtaken(view, pages.forInstitution(view, page.dossier().number()), act, form, model);
            case MoveOutcome.Invalid fault ->
                form(view, page, act, form.set("version", page.last().ordinal()), errors(fault), model);
        };
    }

    private String form(InstitutionView view, ReviewPage page, String act, Form form, FormErrors errors, Model model) {
        if (!page.may(move(act))) {
            return form.values("motif").isEmpty()
                    ? "redirect:/institutions/{slug}/dossiers/{number}"
                    : overtaken(view, page, act, form, model);
        }
        return formAsItIs(view, page, act, form, errors, model);
    }

    /** Somebody moved the dossier since the form was shown: who and when, beside what was typed. */
    private String overtaken(InstitutionView view, ReviewPage page, String act, Form form, Model model) {
        return formAsItIs(view, page, act, form, new FormErrors().add(page.overtaken()), model);
    }

    private String formAsItIs(
            InstitutionView view, ReviewPage page, String act, Form form, FormErrors errors, Model model) {
        common(view, page, act, form, model);
        model.addAttribute("grounds", instruction.grounds());
        model.addAttribute("errors", errors);
        return "dossier/decision";
    }

    private static void common(InstitutionView view, ReviewPage page, String act, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("page", page);
        model.addAttribute("act", act);
        model.addAttribute("move", move(act));
        model.addAttribute("title", title(move(act), page.dossier().kind()));
        model.addAttribute("form", form);
    }

    private static String title(Move move, DossierKind kind) {
        return switch (move) {
            case VALIDATE -> "Valider " + kind.the();
            case ASK_MORE -> "Demander des compléments";
            case OPPOSE -> "S’opposer au projet de santé";
            case DECLINE -> "Ne pas donner suite " + kind.toThe();
            default -> "Rendre " + kind.the() + (kind.e().isEmpty() ? " caduc" : " caduque");
        };
    }

    private static FormErrors errors(MoveOutcome.Invalid invalid) {
        var errors = new FormErrors();
        invalid.faults().forEach((field, message) -> {
            switch (field) {
                case "ground" -> errors.add("fondements", message);
                case "answerBy" -> errors.add("reponseAvant", message);
                case "quality" -> errors.add("qualite", message);
                case "version" -> errors.add(message);
                default -> errors.add("motif", message);
            }
        });
        return errors;
    }

    private static Move move(String act) {
        var move = ACTS.get(act);
        if (move == null) {
            throw new NotFound("act " + act);
        }
        return move;
    }
}
