package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was received: noted from the bank, spread over what was expected, reconciled by civil year. */
@Controller
@RequestMapping("/cpts/{slug}/contrat/versements")
class ReceiptController {

    /** What is planned within these months is shown first; the rest is folded. */
    private static final int SOON_MONTHS = 2;

    private final Contracts contracts;
    private final Ledgers ledgers;
    private final Receipts receipts;
    private final Today today;

    ReceiptController(Contracts contracts, Ledgers ledgers, Receipts receipts, Today today) {
        this.contracts = contracts;
        this.ledgers = ledgers;
        this.receipts = receipts;
        this.today = today;
    }

    @GetMapping
    String list(CommunityView view, @RequestParam(defaultValue = "") String contrat, Model model) {
        var contract = signed(view, contrat);
        var ledger = ledgers.of(contract);
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("receipts", receipts.of(contract.id()));
        model.addAttribute("ledger", ledger);
        model.addAttribute("civilYears", CivilYears.of(contract.effectOn(), ledger));
        model.addAttribute(
                "others",
                contracts.of(view.id()).stream()
                        .filter(each -> each.state() != Contract.State.DRAFT)
                        .filter(each -> !each.id().equals(contract.id()))
                        .toList());
        return "contract/receipts";
    }

    @GetMapping("/nouveau")
    String form(CommunityView view, @RequestParam(defaultValue = "") String contrat, Model model) {
        view.require(Right.WRITE);
        var contract = signed(view, contrat);
        var open = open(ledgers.of(contract));
        var form = Form.empty().set("id", UUID.randomUUID()).set("date", today.day());
        open.stream()
                .filter(payment -> payment.state() != Ledger.State.COMING
                        && !payment.open()
                        && !payment.amount().isZero())
                .forEach(payment -> form.set(LedgerPage.receiptField(payment), LedgerPage.plain(payment.amount())));
        return page(view, contract, open, form, model);
    }

    @PostMapping("/nouveau")
    String record(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var contract = signed(view, form.value("contrat"));
        var open = open(ledgers.of(contract));
        var receipt = read(form, open);
        if (receipt == null) {
            return page(view, contract, open, form, model);
        }
        return switch (receipts.record(view, contract, receipt)) {
            case Receipts.Outcome.Recorded _ -> {
                Flash.notice(flash, "Versement noté : " + French.amount(receipt.amount()) + ".");
                yield "redirect:" + view.at(list(contract));
            }
            case Receipts.Outcome.AlreadyThere(var by) -> {
                form.errors()
                        .add(
                                "libelle",
                                "Ce versement est déjà noté par " + by
                                        + " : même jour, même montant, même libellé. Rien n’a été ajouté.");
                yield page(view, contract, open, form, model);
            }
            case Receipts.Outcome.FormUsed(var before) -> {
                // What is typed stays; sent again, it is another receipt.
                form.set("id", UUID.randomUUID());
                form.errors()
                        .add("Ce formulaire a déjà servi à noter " + French.amount(before.amount()) + " reçus le "
                                + French.date(before.day()) + (before.counts() ? "" : ", annulés depuis")
                                + ". Rien n’a été ajouté. S’il s’agit d’un autre versement, envoyez de nouveau.");
                yield page(view, contract, open, form, model);
            }
        };
    }

    private Receipts.@Nullable Receipt read(Form form, List<Ledger.Expected> open) {
        var day = form.day("date");
        if (day == null && form.errors().message("date") == null) {
            form.errors().add("date", "Indiquez le jour où la banque a reçu l’argent.");
        } else if (day != null && day.isAfter(today.day())) {
            form.errors().add("date", "Cette date est à venir. Un versement se note une fois reçu.");
        }
        var label = form.text("libelle", 160, "Recopiez le libellé du relevé de banque.");
        var reason = form.free("motif", 500);
        var lines = new ArrayList<Receipts.Line>();
        var sum = Euros.ZERO;
        var differs = false;
        for (var payment : open) {
            var amount = form.decimal(LedgerPage.receiptField(payment), 2);
            if (amount == null || amount.signum() == 0) {
                continue;
            }
            if (amount.abs().precision() - amount.scale() > 7) {
                form.errors().add(LedgerPage.receiptField(payment), "Ce montant est trop grand. Vérifiez-le.");
                continue;
            }
            if (amount.signum() < 0 && reason.isEmpty()) {
                form.errors()
                        .add(
                                LedgerPage.receiptField(payment),
                                "Ce montant est négatif : il compte comme rendu. Dites pourquoi plus bas, ou ôtez le signe.");
            }
            var euros = new Euros(amount.stripTrailingZeros().setScale(2));
            lines.add(new Receipts.Line(payment.year(), payment.agreed().key(), payment.nature(), euros));
            sum = sum.plus(euros);
            differs |= !payment.open() && !euros.equals(payment.amount());
        }
        if (lines.isEmpty() && form.errors().isEmpty()) {
            form.errors().add("Indiquez le montant reçu en face de ce qu’il paie.");
        }
        if (differs && reason.isEmpty()) {
            form.errors().add("motif", "Un montant diffère de ce qui était attendu. Dites pourquoi, en quelques mots.");
        }
        var total = form.decimal("total", 2);
        if (total != null && new Euros(total.stripTrailingZeros().setScale(2)).compareTo(sum) != 0) {
            form.errors()
                    .add("total", "Les lignes font " + French.amount(sum) + ". Le total du relevé doit être le même.");
        }
        if (!form.errors().isEmpty() || day == null) {
            return null;
        }
        if (sum.isZero()) {
            form.errors().add("Les lignes se compensent : rien n’a été reçu.");
            return null;
        }
        return new Receipts.Receipt(form.id(), day, sum, label, reason, List.copyOf(lines), "", null);
    }

    @PostMapping("/{receipt:[0-9a-f-]{36}}/annulation")
    String cancel(
            CommunityView view,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String contrat,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = signed(view, contrat);
        receipts.cancel(view, contract, receipt);
        Flash.notice(flash, "Le versement ne compte plus. Il reste lisible dans la liste.");
        return "redirect:" + view.at(list(contract));
    }

    private static String list(Contract contract) {
        return "/contrat/versements?contrat=" + contract.number();
    }

    private String page(CommunityView view, Contract contract, List<Ledger.Expected> open, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("open", open);
        model.addAttribute("soon", today.day().plusMonths(SOON_MONTHS));
        model.addAttribute("form", form);
        return "contract/receipt";
    }

    /** What may still be received: what comes within a year and was not, and what is to be given back. */
    private List<Ledger.Expected> open(Ledger ledger) {
        var horizon = today.day().plusYears(1);
        return ledger.expected().stream()
                .filter(payment -> payment.received() == null)
                .filter(payment -> !payment.planned().isAfter(horizon))
                .filter(payment -> !payment.amount().isZero() || owes(ledger, payment))
                .toList();
    }

    private static boolean owes(Ledger ledger, Ledger.Expected payment) {
        return ledger.year(payment.year())
                .flatMap(year -> year.line(payment.agreed().key()))
                .map(line -> !line.toReturn().isZero())
                .orElse(false);
    }

    /**
     * The contract that the page is about: the last balance of a contract comes once the next one runs.
     *
     * @param number empty for the current one
     */
    private Contract signed(CommunityView view, String number) {
        return (number.isEmpty() ? contracts.current(view.id()) : Optional.of(contracts.find(view, number)))
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .orElseThrow(() -> new NotFound("signed contract of " + view.slug()));
    }
}
