package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.contract.Contract;
import fr.maillage.rules.DatedRules;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.time.LocalDate;
import java.util.List;
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

/** Moves money of a year from one envelope to another, and shows what is not spent. */
@Controller
@RequestMapping("/cpts/{slug}/bilan/{annee:\\d{1,2}}/transferts")
class TransferController {

    /** What the rule says when money moves without any agreement. */
    private static final String FREE = "oui";

    private final ReviewedContracts reviewed;
    private final YearFiles files;
    private final Transfers transfers;
    private final Today today;

    TransferController(ReviewedContracts reviewed, YearFiles files, Transfers transfers, Today today) {
        this.reviewed = reviewed;
        this.files = files;
        this.transfers = transfers;
        this.today = today;
    }

    @GetMapping
    String show(
            CommunityView view, @PathVariable int annee, @RequestParam(defaultValue = "") String contrat, Model model) {
        view.require(Right.READ);
        var form = Form.empty().set("id", UUID.randomUUID()).set("le", today.day());
        return page(view, reviewed.find(view, annee, contrat), annee, form, model);
    }

    @PostMapping
    String add(
            CommunityView view,
            @PathVariable int annee,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = open(view, annee, contrat);
        var form = Form.sent(typed);
        var transfer = read(form, files.of(contract, annee), annee);
        if (transfer == null) {
            return page(view, contract, annee, form, model);
        }
        var outcome = transfers.add(view, contract, transfer, () -> left(contract, annee, transfer.from()));
        if (outcome == Transfers.Outcome.FORM_USED) {
            // What is typed stays; sent again, it is another transfer.
            form.set("id", UUID.randomUUID());
            form.errors()
                    .add(
                            "Ce formulaire a déjà servi à noter un autre transfert. Rien n’a été ajouté\u00A0: envoyez de nouveau"
                                    + " s’il s’agit d’un transfert de plus.");
            return page(view, contract, annee, form, model);
        }
        if (outcome == Transfers.Outcome.TOO_MUCH) {
            form.errors()
                    .add(
                            "montant",
                            "L’enveloppe n’a plus que "
                                    + French.amount(left(contract, annee, transfer.from()))
                                    + " non dépensés.");
            return page(view, contract, annee, form, model);
        }
        Flash.notice(flash, "Transfert noté. Le bilan de l’année le montre.");
        return "redirect:" + view.at("/bilan/" + annee + "/transferts" + reviewed.query(view, contract));
    }

    @PostMapping("/{transfert:[0-9a-f-]{36}}/retrait")
    String remove(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable UUID transfert,
            @RequestParam(defaultValue = "") String contrat,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = open(view, annee, contrat);
        transfers.remove(view, contract, annee, transfert);
        Flash.notice(flash, "Transfert retiré.");
        return "redirect:" + view.at("/bilan/" + annee + "/transferts" + reviewed.query(view, contract));
    }

    /** What a year left and no later year spent. */
    private Euros left(Contract contract, int year, String part) {
        var last = Math.max(year, Math.min(contract.years(), contract.yearOf(today.day())));
        return java.util.stream.IntStream.rangeClosed(year, last)
                .mapToObj(each -> files.of(contract, each).envelope(part).left())
                .min(java.util.Comparator.naturalOrder())
                .orElse(Euros.ZERO);
    }

    /** Nothing moves once the review of the year is closed. */
    private Contract open(CommunityView view, int year, String number) {
        var contract = reviewed.find(view, year, number);
        var review = files.of(contract, year).review();
        if (review != null && review.closed()) {
            throw new NotFound("open year " + year + " of " + contract.number());
        }
        return contract;
    }

    private Transfers.@Nullable Transfer read(Form form, YearFile file, int year) {
        var parts = parts(file).stream().map(Option::value).toList();
        var from = form.value("de");
        var to = form.value("vers");
        if (!parts.contains(from)) {
            form.errors().add("de", "Choisissez l’enveloppe qui donne.");
        }
        if (!parts.contains(to)) {
            form.errors().add("vers", "Choisissez l’enveloppe qui reçoit.");
        } else if (to.equals(from)) {
            form.errors().add("vers", "Choisissez une autre enveloppe que celle qui donne.");
        }
        var amount = form.decimal("montant", 2);
        if (amount == null || amount.signum() <= 0 || amount.precision() - amount.scale() > 7) {
            if (form.errors().message("montant") == null) {
                form.errors().add("montant", "Indiquez le montant, plus grand que zéro.");
            }
        }
        var reason = form.lines("motif", 500);
        if (reason.isBlank()) {
            form.errors().add("motif", "Dites pourquoi cet argent change d’enveloppe.");
        }
        var day = form.day("le");
        if (day == null && form.errors().message("le") == null) {
            form.errors().add("le", "Indiquez le jour de la décision.");
        } else if (day != null && (day.isAfter(today.day()) || day.isBefore(file.firstDay()))) {
            form.errors().add("le", "La décision est prise pendant l’année ou après elle, et elle est passée.");
        }
        var agreement = form.free("accord", 200);
        if (agreement.isBlank() && !free(day == null ? today.day() : day)) {
            form.errors()
                    .add(
                            "accord",
                            "La règle en vigueur ne permet pas ce transfert sans accord écrit : donnez sa référence.");
        }
        return !form.errors().isEmpty() || amount == null || day == null
                ? null
                : new Transfers.Transfer(
                        form.id(),
                        year,
                        code(from),
                        code(to),
                        new Euros(amount.stripTrailingZeros().setScale(2)),
                        reason,
                        day,
                        agreement,
                        "");
    }

    private static boolean free(LocalDate day) {
        return FREE.equals(DatedRules.value("FONGIBILITE", day));
    }

    private static String code(String option) {
        return option.equals("FONCTIONNEMENT") ? "" : option;
    }

    private static List<Option> parts(YearFile file) {
        return file.uses().stream()
                .map(use -> new Option(use.mission() == null ? "FONCTIONNEMENT" : use.mission(), use.title()))
                .toList();
    }

    private String page(CommunityView view, Contract contract, int year, Form form, Model model) {
        var file = files.of(contract, year);
        model.addAttribute("view", view);
        model.addAttribute("file", file);
        model.addAttribute("query", reviewed.query(view, contract));
        model.addAttribute("parts", parts(file));
        model.addAttribute("form", form);
        model.addAttribute("free", free(today.day()));
        return "review/transfers";
    }
}
