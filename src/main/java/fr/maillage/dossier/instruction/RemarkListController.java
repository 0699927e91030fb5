package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.RemarkLine.State;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The remarks of the institutions, dealt with one by one by the team before the next deposit. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT)
class RemarkListController {

    private final Dossiers dossiers;
    private final RemarkAnswers answers;
    private final ReviewRemarks remarks;
    private final TreatedRemarks treated;
    private final DocumentRenderer renderer;
    private final Today today;

    RemarkListController(
            Dossiers dossiers,
            RemarkAnswers answers,
            ReviewRemarks remarks,
            TreatedRemarks treated,
            DocumentRenderer renderer,
            Today today) {
        this.dossiers = dossiers;
        this.answers = answers;
        this.remarks = remarks;
        this.treated = treated;
        this.renderer = renderer;
        this.today = today;
    }

    /** @param etat code of a state, all when empty */
    @GetMapping("/remarques")
    String list(
            CommunityView view, @PathVariable String kind, @RequestParam(defaultValue = "") String etat, Model model) {
        return page(view, kind, etat, FormErrors.NONE, Map.of(), model);
    }

    @GetMapping("/remarques.{format:docx|pdf}")
    ResponseEntity<byte[]> document(CommunityView view, @PathVariable String kind, @PathVariable String format)
            throws IOException {
        view.require(Right.READ);
        var dossier = dossier(view, kind);
        var document = answers.document(dossier.id(), view.name(), "Au " + French.date(today.day()))
                .orElseThrow(() -> new NotFound("remarks on " + dossier.number()));
        var name = "reponses-aux-remarques-" + view.slug() + "." + format;
        var bytes = new ByteArrayOutputStream();
        if (format.equals("docx")) {
            renderer.docx(document, bytes);
            return Download.of(name, DocumentRenderer.DOCX, bytes.toByteArray());
        }
        renderer.pdf(document, bytes);
        return Download.of(name, DocumentRenderer.PDF, bytes.toByteArray());
    }

    @PostMapping("/remarques/{remark}/reponse")
    String answer(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable UUID remark,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "2147483647") int vues,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var field = "reponse-" + remark;
        var text = form.getOrDefault(field, "");
        return switch (remarks.answer(view, dossier(view, kind).kind(), remark, cle, text, vues)) {
            case MoveOutcome.Done _ -> {
                Flash.notice(flash, "La réponse est envoyée aux institutions.");
                yield back(view, kind);
            }
            case MoveOutcome.NotFromHere _ -> {
                var errors =
                        new FormErrors().add("Le dossier n’est plus en instruction : la réponse n’est pas envoyée.");
                yield page(view, kind, "", errors, Map.of(field, text), model);
            }
            case MoveOutcome.Invalid invalid -> {
                var errors = new FormErrors();
                invalid.faults().values().forEach(message -> errors.add(field, message));
                yield page(view, kind, "", errors, Map.of(field, text), model);
            }
        };
    }

    @PostMapping("/remarques/{remark}/traitee")
    String treat(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable UUID remark,
            @RequestParam boolean traitee,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        treated.set(view, dossier(view, kind).id(), remark, traitee);
        Flash.notice(
                flash,
                traitee
                        ? "La remarque est traitée : la réponse partira avec le prochain dépôt."
                        : "La remarque est de nouveau à traiter.");
        return back(view, kind);
    }

    private String page(
            CommunityView view, String kind, String state, FormErrors errors, Map<String, String> typed, Model model) {
        view.require(Right.READ);
        var dossier = dossier(view, kind);
        var all = answers.of(dossier);
        var counts = all.stream().collect(Collectors.groupingBy(RemarkLine::state, Collectors.counting()));
        model.addAttribute("view", view);
        model.addAttribute("dossier", dossier);
        model.addAttribute("all", all.size());
        model.addAttribute("waiting", counts.getOrDefault(State.TO_TREAT, 0L));
        model.addAttribute("lines", shown(all, state));
        model.addAttribute("state", state);
        model.addAttribute(
                "states",
                Arrays.stream(State.values())
                        .map(one -> new Option(one.code(), one.label() + " " + counts.getOrDefault(one, 0L)))
                        .toList());
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "dossier/remarks";
    }

    private static List<RemarkLine> shown(List<RemarkLine> all, String state) {
        return all.stream()
                .filter(line -> state.isEmpty() || line.state().code().equals(state))
                .toList();
    }

    private Dossier dossier(CommunityView view, String kind) {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound("kind " + kind));
        return dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }

    private static String back(CommunityView view, String kind) {
        return "redirect:" + view.at("/" + kind + "/remarques");
    }
}
