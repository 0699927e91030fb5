package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last look before a deposit, and the deposit. */
@Controller
class DepositController {

    private final Deposits deposits;
    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Remarks remarks;
    private final Today today;

    DepositController(Deposits deposits, Dossiers dossiers, Completeness completeness, Remarks remarks, Today today) {
        this.deposits = deposits;
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.remarks = remarks;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/{kind:projet-de-sante|lettre-intention}/depot")
    String prepare(CommunityView view, @PathVariable String kind, Model model) {
        view.require(Right.DEPOSIT);
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
        return "dossier/deposit";
    }

    @PostMapping("/cpts/{slug}/{kind:projet-de-sante|lettre-intention}/depot")
    String deposit(CommunityView view, @PathVariable String kind, RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        return switch (deposits.deposit(view, kind(kind))) {
            case DepositOutcome.Deposited(Deposit deposit) -> {
                Flash.notice(
                        flash,
                        "Le dossier est déposé, version %d. L’accusé de réception est joint."
                                .formatted(deposit.ordinal()));
                yield "redirect:/cpts/{slug}/instruction/{kind}";
            }
            case DepositOutcome.AlreadyDeposited(Step _) -> "redirect:/cpts/{slug}/instruction/{kind}";
            case DepositOutcome.Incomplete _ -> "redirect:/cpts/{slug}/{kind}/depot";
        };
    }

    private static DossierKind kind(String path) {
        return DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind of dossier " + path));
    }
}
