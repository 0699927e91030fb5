package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last look before a deposit, and the deposit. */
@Controller
class DepositController {

    private final Deposits deposits;
    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Remarks remarks;
    private final ProjectDocument projection;
    private final Comparisons comparisons;
    private final Reviews reviews;
    private final Today today;

    DepositController(
            Deposits deposits,
            Dossiers dossiers,
            Completeness completeness,
            Remarks remarks,
            ProjectDocument projection,
            Comparisons comparisons,
            Reviews reviews,
            Today today) {
        this.deposits = deposits;
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.remarks = remarks;
        this.projection = projection;
        this.comparisons = comparisons;
        this.reviews = reviews;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/depot")
    String prepare(CommunityView view, @PathVariable String kind, Model model) {
        view.require(Right.DEPOSIT);
        return page(view, kind, FormErrors.NONE, model);
    }

    private String page(CommunityView view, String kind, FormErrors errors, Model model) {
        var wanted = kind(kind);
        var dossier = dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        if (!dossier.step().writable()) {
            return "redirect:/cpts/{slug}/instruction/{kind}";
        }
        model.addAttribute("view", view);
        model.addAttribute("dossier", dossier);
        model.addAttribute("report", completeness.of(view.id(), wanted));
        model.addAttribute(
                "openRemarks",
                remarks.of(dossier.id()).stream()
                        .filter(remark -> remark.resolvedAt() == null)
                        .toList());
        model.addAttribute("delay", wanted.underLegalClock() ? LegalDelay.project(today.day()) : null);
        model.addAttribute("since", since(dossier));
        model.addAttribute("asked", asked(dossier));
        model.addAttribute("errors", errors);
        return "dossier/deposit";
    }

    /** What this deposit would change; null for the first one. */
    private Comparisons.@Nullable Since since(Dossier dossier) {
        return dossier.draft() == 1
                ? null
                : comparisons
                        .sinceLast(dossier.id(), FrozenSection.of(projection.draft(dossier)))
                        .orElse(null);
    }

    /** The complement that the CPTS is asked for now; null when it is asked for none. */
    private Reviews.@Nullable MoveLine asked(Dossier dossier) {
        return dossier.step() != Step.TO_COMPLETE
                ? null
                : reviews.moves(dossier.id()).stream()
                        .filter(line -> line.move() == Move.ASK_MORE)
                        .findFirst()
                        .orElse(null);
    }

    /** @param same whether the person means to deposit again what was deposited already */
    @PostMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/depot")
    String deposit(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam(name = "identique", defaultValue = "false") boolean same,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        var outcome = same ? deposits.deposit(view, kind(kind)) : deposits.depositChanges(view, kind(kind));
        return switch (outcome) {
            case DepositOutcome.Deposited(Deposit deposit) -> {
                Flash.notice(
                        flash,
                        "Le dossier est déposé, version %d. L’accusé de réception est joint."
                                .formatted(deposit.ordinal()));
                yield "redirect:/cpts/{slug}/instruction/{kind}";
            }
            case DepositOutcome.AlreadyDeposited(Step _) -> "redirect:/cpts/{slug}/instruction/{kind}";
            case DepositOutcome.Unchanged(int since) ->
                page(
                        view,
                        kind,
                        new FormErrors()
                                .add(
                                        "identique",
                                        "Rien n’a changé depuis la version %d. Cochez la case pour la déposer de nouveau."
                                                .formatted(since)),
                        model);
            case DepositOutcome.Incomplete _ -> "redirect:/cpts/{slug}/{kind}/depot";
        };
    }

    private static DossierKind kind(String path) {
        return DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind of dossier " + path));
    }
}
