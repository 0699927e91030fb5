package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The text of the contract, or of an amendment, while it is prepared. */
@Controller
@RequestMapping("/cpts/{slug}/contrat")
class TermsController {

    private static final int LONGEST_SUBJECT = 2000;

    private final Contracts contracts;
    private final TermsProposal rules;
    private final SignedFiles files;

    TermsController(Contracts contracts, TermsProposal rules, SignedFiles files) {
        this.contracts = contracts;
        this.rules = rules;
        this.files = files;
    }

    @GetMapping("/preparation")
    String form(CommunityView view, Model model) {
        view.require(Right.READ);
        var contract = prepared(view);
        return page(view, contract, TermsForm.of(contract.draft().orElseThrow()), null, model);
    }

    @PostMapping("/preparation")
    String save(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = prepared(view);
        var draft = contract.draft().orElseThrow();
        var form = Form.sent(typed);
        if (form.ticked("reprendre")) {
            return page(view, contract, TermsForm.proposed(form, rules), null, model);
        }
        var terms = TermsForm.read(form, draft, rules, contract);
        if (terms == null) {
            return page(view, contract, form, null, model);
        }
        return switch (contracts.save(view, contract, form.version(), terms)) {
            case Saving.Done _ -> {
                Flash.notice(flash, draft.title() + " enregistré.");
                yield "redirect:" + view.at(form.ticked("signer") ? "/contrat/signatures" : "/contrat/preparation");
            }
            case Saving.Overtaken(var other) -> {
                var stored = TermsForm.of(contract.draft().orElseThrow());
                var overtaken = form.overtakenBy(other, stored, labels(contract), code -> code);
                yield page(view, contract, form, overtaken, model);
            }
            case Saving.Refused(var field, var sentence) -> {
                if (field.isEmpty()) {
                    form.errors().add(sentence);
                } else {
                    form.errors().add(field, sentence);
                }
                yield page(view, contract, form, null, model);
            }
        };
    }

    private static LinkedHashMap<String, String> labels(Contract contract) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("effet", "Date d’effet");
        labels.put("taille", "Taille");
        labels.put("objet", "Objet de l’avenant");
        contract.draft().ifPresent(draft -> {
            draft.missions().forEach(line -> labels.put("debut-" + line.mission(), line.title() + ", démarrage"));
            draft.amounts().forEach(line -> labels.put("montant-" + line.code(), line.code()));
        });
        return labels;
    }

    @PostMapping("/avenant")
    String amend(
            CommunityView view, @RequestParam(defaultValue = "") String objet, Model model, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = running(view);
        var form = Form.empty().set("objet", objet);
        var subject = form.lines("objet", LONGEST_SUBJECT);
        if (subject.isEmpty()) {
            form.errors().add("objet", "Dites ce que l’avenant change et pourquoi.");
        }
        if (!form.errors().isEmpty()) {
            return life(view, contract, form, model);
        }
        contracts.amend(view, contract, subject);
        Flash.notice(flash, "Un avenant est ouvert. Le contrat en vigueur ne change pas avant sa signature.");
        return "redirect:" + view.at("/contrat/preparation");
    }

    @PostMapping("/avenant/abandon")
    String drop(CommunityView view, RedirectAttributes flash) {
        view.require(Right.WRITE);
        contracts.drop(view, running(view));
        Flash.notice(flash, "L’avenant est abandonné.");
        return "redirect:" + view.at("/contrat/vie");
    }

    @PostMapping("/renouvellement")
    String renew(CommunityView view, @RequestParam UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = running(view);
        if (contract.state() != Contract.State.SIGNED
                || contracts.open(view, id, contract).isEmpty()) {
            Flash.notice(flash, "Un contrat résilié ne se renouvelle pas : préparez un nouveau contrat.");
            return "redirect:" + view.at("/contrat/vie");
        }
        Flash.notice(flash, "Le renouvellement est ouvert. Il prend la suite du contrat en cours.");
        return "redirect:" + view.at("/contrat/preparation");
    }

    @PostMapping("/resiliation")
    String end(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        var contract = running(view);
        var form = Form.sent(typed);
        var day = form.day("dernier-jour");
        if (day == null && form.errors().message("dernier-jour") == null) {
            form.errors().add("dernier-jour", "Indiquez le dernier jour du contrat.");
        } else if (day != null && (day.isBefore(contract.effectOn()) || !day.isBefore(contract.term()))) {
            form.errors().add("dernier-jour", "Ce jour est hors du contrat.");
        }
        var reason = form.lines("motif", LONGEST_SUBJECT);
        if (reason.isEmpty()) {
            form.errors().add("motif", "Dites pourquoi le contrat s’arrête.");
        }
        if (!form.errors().isEmpty() || day == null) {
            return life(view, contract, form, model);
        }
        contracts.end(view, contract, day, reason);
        Flash.notice(flash, "Le contrat est résilié. Le compte dit ce qui est à restituer.");
        return "redirect:" + view.at("/contrat");
    }

    @GetMapping("/vie")
    String life(CommunityView view, Model model) {
        return life(view, running(view), Form.empty(), model);
    }

    private String life(CommunityView view, Contract contract, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("renewal", renewal(view, contract));
        model.addAttribute("id", UUID.randomUUID().toString());
        model.addAttribute("form", form);
        model.addAttribute("files", files.of(contract));
        return "contract/life";
    }

    private String page(
            CommunityView view,
            Contract contract,
            Form form,
            fr.maillage.ui.@org.jspecify.annotations.Nullable Overtaken overtaken,
            Model model) {
        var draft = contract.draft().orElseThrow();
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("terms", draft);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("grids", rules.grids().all());
        model.addAttribute("grid", rules.grids().byCode(form.value("bareme")).orElse(rules.grid(draft.grid())));
        model.addAttribute("size", TermsForm.size(form, draft));
        return "contract/terms";
    }

    /** The contract that takes the place of this one, in preparation or signed; or null. */
    private @Nullable Contract renewal(CommunityView view, Contract contract) {
        return contracts.of(view.id()).stream()
                .filter(each -> contract.id().equals(each.previous()))
                .findFirst()
                .orElse(null);
    }

    private Contract prepared(CommunityView view) {
        return contracts.of(view.id()).stream()
                .filter(contract -> contract.draft().isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("terms in preparation of " + view.slug()));
    }

    private Contract running(CommunityView view) {
        return contracts
                .current(view.id())
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .orElseThrow(() -> new NotFound("signed contract of " + view.slug()));
    }
}
