package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.ui.Flash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contract of a CPTS: what to do before it is signed, then its account year by year. */
@Controller
class ContractController {

    private final Contracts contracts;
    private final LedgerPages pages;

    ContractController(Contracts contracts, LedgerPages pages) {
        this.contracts = contracts;
        this.pages = pages;
    }

    @GetMapping("/cpts/{slug}/contrat")
    String show(
            CommunityView view,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable String calcul,
            Model model) {
        var contract = contracts.current(view.id()).orElse(null);
        model.addAttribute("view", view);
        if (contract == null) {
            model.addAttribute("ready", contracts.mayOpen(view.id()));
            model.addAttribute("id", UUID.randomUUID().toString());
            return "contract/none";
        }
        if (contract.state() == Contract.State.DRAFT) {
            model.addAttribute("contract", contract);
            model.addAttribute("terms", contract.first());
            return "contract/draft";
        }
        model.addAttribute("page", pages.of(view.at("/contrat"), contract, annee, calcul));
        return "contract/ledger";
    }

    @PostMapping("/cpts/{slug}/contrat")
    String open(CommunityView view, @RequestParam UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        if (contracts.open(view, id, null).isEmpty()) {
            Flash.notice(flash, "Le contrat s’ouvre quand le projet de santé est validé.");
            return "redirect:" + view.at("/contrat");
        }
        return "redirect:" + view.at("/contrat/preparation");
    }
}
