package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

/** The signatures of the contract, or of an amendment, as the CPTS records them from the signed paper. */
@Controller
@RequestMapping("/cpts/{slug}/contrat/signatures")
class SigningController {

    private final Contracts contracts;
    private final Signing signing;
    private final SignedFiles files;
    private final Today today;

    SigningController(Contracts contracts, Signing signing, SignedFiles files, Today today) {
        this.contracts = contracts;
        this.signing = signing;
        this.files = files;
        this.today = today;
    }

    @GetMapping
    String show(CommunityView view, Model model) {
        view.require(Right.READ);
        var contract = prepared(view);
        return page(
                view,
                contract,
                Form.empty()
                        .set("version", contract.draft().orElseThrow().change().version())
                        .set("date", today.day()),
                null,
                model);
    }

    @PostMapping("/{party:cpts|ars|cpam}")
    String sign(
            CommunityView view,
            @PathVariable String party,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        var contract = contracts.of(view.id()).stream()
                .filter(each -> each.draft().isPresent())
                .findFirst()
                .orElse(null);
        if (contract == null) {
            Flash.notice(flash, "Ce texte est déjà signé par les trois parties.");
            return "redirect:" + view.at("/contrat");
        }
        var form = Form.sent(typed);
        var signature = read(form, party(party));
        if (signature == null) {
            return page(view, contract, form, party, model);
        }
        return switch (signing.sign(contract.id(), form.version(), signature, view.author())) {
            case Signing.Outcome.Recorded(var complete) -> {
                Flash.notice(
                        flash,
                        complete
                                ? "Les trois signatures sont enregistrées. Le texte ne change plus."
                                : "Signature enregistrée.");
                yield "redirect:" + view.at(complete ? "/contrat" : "/contrat/signatures");
            }
            case Signing.Outcome.AlreadyThere(var known) -> {
                Flash.notice(
                        flash,
                        "Cette signature est déjà enregistrée : " + known.name() + ", le "
                                + French.date(known.signedOn()) + ".");
                yield "redirect:" + view.at("/contrat/signatures");
            }
            case Signing.Outcome.Changed _ -> {
                form.errors().add("Le texte vient de changer. Relisez-le avant d’enregistrer une signature.");
                yield page(view, contract, form, party, model);
            }
            case Signing.Outcome.Refused(var field, var sentence) -> {
                if (field == null) {
                    form.errors().add(sentence);
                } else {
                    form.errors().add(field, sentence);
                }
                yield page(view, contract, form, party, model);
            }
        };
    }

    static Signing.@Nullable Typed read(Form form, Terms.Signatory party) {
        var name = form.name("nom", 120, "Indiquez qui a signé.");
        var quality = form.text("qualite", 120, "Indiquez sa qualité, par exemple « présidente ».");
        var on = form.day("date");
        if (on == null && form.errors().message("date") == null) {
            form.errors().add("date", "Indiquez le jour de la signature.");
        }
        return form.errors().isEmpty() && on != null ? new Signing.Typed(party, name, quality, on) : null;
    }

    @PostMapping("/{party:cpts|ars|cpam}/retrait")
    String withdraw(CommunityView view, @PathVariable String party, RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        var contract = prepared(view);
        if (signing.withdraw(contract.id(), party(party), view.author())) {
            Flash.notice(flash, "La signature est retirée. Le texte peut changer.");
        }
        return "redirect:" + view.at("/contrat/signatures");
    }

    private String page(CommunityView view, Contract contract, Form form, @Nullable String open, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("terms", contract.draft().orElseThrow());
        model.addAttribute("files", files.of(contract, contract.draft().orElseThrow()));
        model.addAttribute("form", form);
        model.addAttribute(
                "open", Optional.ofNullable(open).map(SigningController::party).orElse(null));
        return "contract/signatures";
    }

    static Terms.Signatory party(String path) {
        return Arrays.stream(Terms.Signatory.values())
                .filter(party -> party.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound("signatory " + path));
    }

    private Contract prepared(CommunityView view) {
        return contracts.of(view.id()).stream()
                .filter(contract -> contract.draft().isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("terms in preparation of " + view.slug()));
    }
}
