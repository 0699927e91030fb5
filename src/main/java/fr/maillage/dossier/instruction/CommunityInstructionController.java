package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** What a CPTS follows of its dossiers once deposited: the delay, what is asked, the letters, each version. */
@Controller
@RequestMapping("/cpts/{slug}/instruction")
class CommunityInstructionController {

    private final ReviewPages pages;
    private final Reviews reviews;
    private final Deposits deposits;
    private final ReviewRemarks remarks;
    private final Comparisons comparisons;
    private final FrozenFiles files;

    CommunityInstructionController(
            ReviewPages pages,
            Reviews reviews,
            Deposits deposits,
            ReviewRemarks remarks,
            Comparisons comparisons,
            FrozenFiles files) {
        this.pages = pages;
        this.reviews = reviews;
        this.deposits = deposits;
        this.remarks = remarks;
        this.comparisons = comparisons;
        this.files = files;
    }

    /** The projet de santé, unless only a lettre d’intention was deposited. */
    @GetMapping
    String first(CommunityView view) {
        var project = reviews.forCommunity(view.id(), DossierKind.HEALTH_PROJECT)
                .map(dossier -> !reviews.deposits(dossier.id()).isEmpty())
                .orElse(false);
        var letter = reviews.forCommunity(view.id(), DossierKind.LETTER_OF_INTENT)
                .map(dossier -> !reviews.deposits(dossier.id()).isEmpty())
                .orElse(false);
        var kind = !project && letter ? DossierKind.LETTER_OF_INTENT : DossierKind.HEALTH_PROJECT;
        return "redirect:/cpts/{slug}/instruction/" + kind.path();
    }

    @GetMapping("/{kind}")
    String show(CommunityView view, @PathVariable String kind, Model model) {
        return page(view, kind(kind), FormErrors.NONE, Map.of(), model);
    }

    private String page(
            CommunityView view, DossierKind kind, FormErrors errors, Map<String, String> typed, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("kind", kind);
        model.addAttribute("tabs", tabs(view, kind));
        model.addAttribute("page", pages.forCommunity(view, kind).orElse(null));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "dossier/instruction";
    }

    /** The two dossiers of every CPTS, and those of the other kinds that it began. */
    private List<DossierKind> tabs(CommunityView view, DossierKind here) {
        return Arrays.stream(DossierKind.values())
                .filter(kind -> kind == DossierKind.LETTER_OF_INTENT
                        || kind == DossierKind.HEALTH_PROJECT
                        || kind == here
                        || reviews.forCommunity(view.id(), kind).isPresent())
                .toList();
    }

    @PostMapping("/{kind}/remarques/{remark}/reponse")
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
        var reponse = form.getOrDefault(field, "");
        return switch (remarks.answer(view, kind(kind), remark, cle, reponse, vues)) {
            case MoveOutcome.Done _ -> {
                Flash.notice(flash, "La réponse est envoyée aux institutions.");
                yield "redirect:/cpts/{slug}/instruction/{kind}";
            }
            case MoveOutcome.NotFromHere _ -> {
                var errors = new FormErrors()
                        .add(pages.forCommunity(view, kind(kind)).orElseThrow().overtaken());
                yield page(view, kind(kind), errors, Map.of(field, reponse), model);
            }
            case MoveOutcome.Invalid invalid -> {
                var errors = new FormErrors();
                invalid.faults().values().forEach(message -> errors.add(field, message));
                yield page(view, kind(kind), errors, Map.of(field, reponse), model);
            }
        };
    }

    @PostMapping("/{kind}/reprise")
    String startAgain(CommunityView view, @PathVariable String kind, RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        switch (deposits.startAgain(view, kind(kind))) {
            case MoveOutcome.Done _ ->
                Flash.notice(flash, "Le dossier est de nouveau en brouillon. Les versions déposées restent lisibles.");
            case MoveOutcome.NotFromHere(Step now) ->
                Flash.notice(flash, "Rien n’a changé : le dossier est dans l’état « " + now.label() + " ».");
            case MoveOutcome.Invalid invalid ->
                Flash.notice(flash, String.join(" ", invalid.faults().values()));
        }
        return "redirect:/cpts/{slug}/instruction/{kind}";
    }

    @GetMapping("/{kind}/comparaison")
    String compare(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer avant,
            @RequestParam(required = false) @Nullable Integer apres,
            Model model) {
        var dossier = dossier(view, kind);
        model.addAttribute("dossier", dossier);
        model.addAttribute("comparison", comparisons.between(dossier.id(), avant, apres));
        model.addAttribute("back", "/cpts/%s/instruction/%s".formatted(view.slug(), kind));
        return "dossier/comparison";
    }

    @GetMapping("/{kind}/fichiers/{file}")
    ResponseEntity<byte[]> file(CommunityView view, @PathVariable String kind, @PathVariable UUID file) {
        var content = files.read(dossier(view, kind).id(), file);
        files.openedByCommunity(file, view.actor().name());
        return Download.of(content.fileName(), content.mediaType(), content.bytes());
    }

    private Reviews.Header dossier(CommunityView view, String kind) {
        return reviews.forCommunity(view.id(), kind(kind)).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }

    static DossierKind kind(String path) {
        return DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind of dossier " + path));
    }
}
