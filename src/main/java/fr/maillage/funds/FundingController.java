package fr.maillage.funds;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.rules.Mission;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of what pays a CPTS, and the agreement of each grant. */
@Controller
class FundingController {

    private final Fundings fundings;
    private final FundRegister register;
    private final FundPages pages;
    private final Today today;

    FundingController(Fundings fundings, FundRegister register, FundPages pages, Today today) {
        this.fundings = fundings;
        this.register = register;
        this.pages = pages;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/financements")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        view.require(Right.READ);
        model.addAttribute("view", view);
        model.addAttribute("overview", pages.overview(view));
        model.addAttribute("kinds", kinds());
        model.addAttribute("listing", register.page(view.id(), FundRegister.SPEC.read(request)));
        return "funds/register";
    }

    @GetMapping("/cpts/{slug}/financements.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        view.require(Right.READ);
        return Download.of(
                "financements-" + view.slug(),
                new Spreadsheet(
                        "Financements de " + view.name(),
                        List.of(
                                "Au " + French.date(today.day())
                                        + ", en euros. Source\u00A0: accords et versements notés par la CPTS.",
                                "Le contrat (ACI) a son propre tableur\u00A0: il n’est pas répété ici."),
                        List.of(
                                "Numéro",
                                "Nature",
                                "Financeur",
                                "Objet",
                                "Référence",
                                "Signé le",
                                "Du",
                                "Au",
                                "Accordé",
                                "Reçu",
                                "Encore attendu"),
                        register.all(view.id(), FundRegister.SPEC.read(request)).stream()
                                .map(line -> List.of(
                                        Cell.whole(line.number()),
                                        Cell.text(line.kind().label()),
                                        Cell.text(line.funder()),
                                        Cell.text(line.title()),
                                        Cell.text(line.reference()),
                                        Cell.day(line.signedOn()),
                                        Cell.day(line.firstDay()),
                                        Cell.day(line.lastDay()),
                                        Cell.amount(line.granted()),
                                        Cell.amount(line.received()),
                                        Cell.amount(line.awaited())))
                                .toList()),
                format);
    }

    @GetMapping("/cpts/{slug}/financements/nouveau")
    String form(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return form(view, null, Form.empty().set("id", UUID.randomUUID()), model);
    }

    @PostMapping("/cpts/{slug}/financements/nouveau")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = FundingForm.read(form);
        if (facts == null) {
            return form(view, null, form, model);
        }
        Flash.notice(flash, "Financement ajouté. Notez ce qui est annoncé et ce qui est reçu.");
        return "redirect:" + view.at("/financements/" + fundings.add(view, form.id(), facts));
    }

    @GetMapping("/cpts/{slug}/financements/{numero:[0-9]{1,6}}")
    String show(CommunityView view, @PathVariable int numero, Model model) {
        view.require(Right.READ);
        model.addAttribute("view", view);
        model.addAttribute("page", pages.of(view, fundings.find(view, numero)));
        model.addAttribute("form", FundingPage.blank(today.day()));
        return "funds/funding";
    }

    @GetMapping("/cpts/{slug}/financements/{numero:[0-9]{1,6}}/modifier")
    String edit(CommunityView view, @PathVariable int numero, Model model) {
        view.require(Right.WRITE);
        var funding = fundings.find(view, numero);
        return form(view, funding, FundingForm.filled(funding), model);
    }

    @PostMapping("/cpts/{slug}/financements/{numero:[0-9]{1,6}}/modifier")
    String change(
            CommunityView view,
            @PathVariable int numero,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var funding = fundings.find(view, numero);
        var form = Form.sent(typed);
        var facts = FundingForm.read(form);
        if (facts == null) {
            return form(view, funding, form, model);
        }
        if (!fundings.change(view, funding, form.version(), facts)) {
            form.errors()
                    .add(
                            "Quelqu’un a modifié ce financement pendant que vous écriviez. Voici votre texte\u00A0; enregistrez de"
                                    + " nouveau pour le garder.");
            form.set("version", fundings.find(view, numero).version());
            return form(view, funding, form, model);
        }
        Flash.notice(flash, "Financement modifié.");
        return "redirect:" + view.at("/financements/" + numero);
    }

    @PostMapping("/cpts/{slug}/financements/{numero:[0-9]{1,6}}/archive")
    String archive(
            CommunityView view,
            @PathVariable int numero,
            @RequestParam(defaultValue = "") String remettre,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        fundings.archive(view, fundings.find(view, numero), remettre.isEmpty());
        Flash.notice(
                flash,
                remettre.isEmpty()
                        ? "Financement archivé. Il reste lisible, et ne paie plus de dépense."
                        : "Financement remis dans la liste.");
        return "redirect:" + view.at("/financements/" + numero);
    }

    private static String form(CommunityView view, @Nullable Funding funding, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("funding", funding);
        model.addAttribute("form", form);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "missions",
                Arrays.stream(Mission.values())
                        .map(mission -> new Option(mission.code(), mission.title()))
                        .toList());
        return "funds/form";
    }

    private static List<Option> kinds() {
        return FunderKind.all().stream()
                .map(kind -> new Option(kind.code(), kind.label()))
                .toList();
    }
}
