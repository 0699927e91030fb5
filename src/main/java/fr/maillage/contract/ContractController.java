package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.NotFound;
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
    private final Ledgers ledgers;
    private final MissionStarts starts;

    ContractController(Contracts contracts, Ledgers ledgers, MissionStarts starts) {
        this.contracts = contracts;
        this.ledgers = ledgers;
        this.starts = starts;
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
        model.addAttribute("page", page(view, contract, annee, calcul));
        return "contract/ledger";
    }

    private LedgerPage page(
            CommunityView view, Contract contract, @Nullable Integer wanted, @Nullable String calculation) {
        var ledger = ledgers.of(contract);
        var number = wanted == null ? yearOf(ledger) : wanted;
        var year = ledger.year(number).orElseThrow(() -> new NotFound("year " + number + " of " + contract.number()));
        var payments = ledger.expected().stream()
                .filter(payment -> payment.year() == number)
                .toList();
        var chosen = payments.stream()
                .filter(payment -> LedgerPage.code(payment).equals(calculation))
                .findFirst()
                .or(() -> payments.stream()
                        .filter(payment -> payment.state() != Ledger.State.RECEIVED)
                        .findFirst())
                .or(() -> payments.stream().findFirst())
                .orElse(null);
        return new LedgerPage(
                view, contract, ledger, year, chosen, Risk.of(contract, ledger, starts.confirmed(contract.id())));
    }

    /** The year that today belongs to; the first before the contract, the last after it. */
    private static int yearOf(Ledger ledger) {
        return ledger.years().stream()
                .filter(year -> !year.firstDay().isAfter(ledger.on()))
                .mapToInt(Ledger.Year::number)
                .max()
                .orElse(1);
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
