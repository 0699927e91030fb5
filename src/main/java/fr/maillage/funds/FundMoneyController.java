package fr.maillage.funds;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The money of a grant: what its funder announced, what the bank received. */
@Controller
@RequestMapping("/cpts/{slug}/financements/{numero:[0-9]{1,6}}")
class FundMoneyController {

    private final Fundings fundings;
    private final FundPages pages;
    private final Today today;

    FundMoneyController(Fundings fundings, FundPages pages, Today today) {
        this.fundings = fundings;
        this.pages = pages;
        this.today = today;
    }

    @PostMapping("/annonces")
    String expect(
            CommunityView view,
            @PathVariable int numero,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var funding = fundings.find(view, numero);
        var form = both(typed);
        var day = FundingForm.known(form, "annonce-le", true);
        var amount =
                FundingForm.amount(form, "annonce-montant", false, "Indiquez le montant annoncé, plus grand que zéro.");
        var condition = form.free("annonce-condition", 300);
        if (!form.errors().isEmpty() || day == null || amount == null) {
            return page(view, funding, form, model);
        }
        fundings.expect(view, funding, new Funding.Instalment(id(form, "id-annonce"), day, amount, condition));
        Flash.notice(flash, "Versement annoncé noté. Il est dans vos échéances.");
        return "redirect:" + view.at("/financements/" + numero);
    }

    @PostMapping("/annonces/{annonce:[0-9a-f-]{36}}/retrait")
    String forget(CommunityView view, @PathVariable int numero, @PathVariable UUID annonce, RedirectAttributes flash) {
        view.require(Right.WRITE);
        fundings.forget(view, fundings.find(view, numero), annonce);
        Flash.notice(flash, "Versement annoncé retiré.");
        return "redirect:" + view.at("/financements/" + numero);
    }

    @PostMapping("/versements")
    String receive(
            CommunityView view,
            @PathVariable int numero,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var funding = fundings.find(view, numero);
        var form = both(typed);
        var day = FundingForm.known(form, "recu-le", true);
        if (day != null && day.isAfter(today.day())) {
            form.errors().add("recu-le", "Cette date est à venir. Un versement se note une fois reçu.");
        }
        var amount = FundingForm.received(form, "recu-montant");
        var label = form.text("recu-libelle", 160, "Recopiez le libellé du relevé de banque.");
        if (!form.errors().isEmpty() || day == null || amount == null) {
            return page(view, funding, form, model);
        }
        var refusal = fundings.receive(view, funding, id(form, "id-recu"), day, amount, label);
        if (refusal != null) {
            // What is typed stays; sent again, it is another receipt.
            form.set("id-recu", UUID.randomUUID());
            form.errors().add("recu-libelle", refusal);
            return page(view, funding, form, model);
        }
        Flash.notice(flash, "Versement noté\u00A0: " + French.amount(amount) + ".");
        return "redirect:" + view.at("/financements/" + numero);
    }

    @PostMapping("/versements/{versement:[0-9a-f-]{36}}/annulation")
    String cancel(
            CommunityView view, @PathVariable int numero, @PathVariable UUID versement, RedirectAttributes flash) {
        view.require(Right.WRITE);
        fundings.cancel(view, fundings.find(view, numero), versement);
        Flash.notice(flash, "Versement annulé. Il reste lisible.");
        return "redirect:" + view.at("/financements/" + numero);
    }

    /** What was sent by one form; the other keeps what it shows at first. */
    private Form both(MultiValueMap<String, String> typed) {
        var form = Form.sent(typed);
        var blank = FundingPage.blank(today.day());
        for (var field : new String[] {"id-annonce", "id-recu", "recu-le"}) {
            if (form.value(field).isEmpty()) {
                form.set(field, blank.value(field));
            }
        }
        return form;
    }

    private String page(CommunityView view, Funding funding, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("page", pages.of(view, funding));
        model.addAttribute("form", form);
        return "funds/funding";
    }

    private static UUID id(Form form, String field) {
        try {
            return UUID.fromString(form.value(field));
        } catch (IllegalArgumentException wrong) {
            throw new NotFound("form " + field);
        }
    }
}
