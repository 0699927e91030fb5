package fr.maillage.indicators;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.rules.Mission;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
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

/** The indicators that a CPTS chooses itself. */
@Controller
@RequestMapping("/cpts/{slug}/indicateurs")
class LocalIndicatorController {

    private final Catalogue catalogue;
    private final LocalIndicators indicators;
    private final FactRegistry registry;

    LocalIndicatorController(Catalogue catalogue, LocalIndicators indicators, FactRegistry registry) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.registry = registry;
    }

    @GetMapping("/nouveau")
    String form(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return page(view, null, Form.empty().set("id", UUID.randomUUID()).set("sens", "HAUSSE"), model);
    }

    @PostMapping("/nouveau")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var read = read(form);
        if (read == null) {
            return page(view, null, form, model);
        }
        Flash.notice(flash, "Indicateur ajouté. Vous pouvez donner ses valeurs.");
        return "redirect:" + view.at("/indicateurs/" + indicators.add(view, form.id(), read));
    }

    @GetMapping("/{code:L[0-9]{1,6}}/modifier")
    String edit(CommunityView view, @PathVariable String code, Model model) {
        view.require(Right.WRITE);
        var indicator = local(view, code);
        return page(view, indicator, filled(indicator), model);
    }

    @PostMapping("/{code:L[0-9]{1,6}}/modifier")
    String change(
            CommunityView view,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var indicator = local(view, code);
        var form = Form.sent(typed);
        var read = read(form);
        if (read == null) {
            return page(view, indicator, form, model);
        }
        if (!indicators.change(view, indicator, form.version(), read)) {
            form.errors()
                    .add(
                            "Quelqu’un a modifié cet indicateur pendant que vous écriviez. Voici votre texte\u00A0; enregistrez de"
                                    + " nouveau pour le garder.");
            form.set("version", local(view, code).version());
            return page(view, indicator, form, model);
        }
        Flash.notice(flash, "Indicateur modifié. Ses valeurs n’ont pas changé.");
        return "redirect:" + view.at("/indicateurs/" + code);
    }

    @PostMapping("/{code:L[0-9]{1,6}}/archive")
    String archive(
            CommunityView view,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String remettre,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        indicators.archive(view, local(view, code), remettre.isEmpty());
        Flash.notice(
                flash,
                remettre.isEmpty()
                        ? "Indicateur archivé. Ses valeurs restent lisibles."
                        : "Indicateur remis dans la liste.");
        return "redirect:" + view.at("/indicateurs/" + code);
    }

    private CatalogueIndicator local(CommunityView view, String code) {
        var indicator = catalogue.find(view.id(), code);
        if (indicator.national()) {
            throw new NotFound("local indicator " + code);
        }
        return indicator;
    }

    private LocalIndicators.@Nullable Typed read(Form form) {
        var title = form.text("intitule", 200, "Dites ce que l’indicateur mesure.");
        var mission = form.optionalChoice("mission", Mission::ofCode);
        var direction = form.choice("sens", Direction::ofCode, "Dites si l’indicateur doit monter ou descendre.");
        var unit = form.free("unite", 40);
        var numerator = form.free("compte", 300);
        var denominator = form.optional("total", 300);
        var producer = form.free("producteur", 200);
        var proof = form.free("preuve", 200);
        var fact = form.value("faits").isEmpty() ? null : form.value("faits");
        if (fact != null && registry.kind(fact).isEmpty()) {
            form.errors().add("faits", "Choisissez dans la liste.");
        }
        if (unit.equals("%") && denominator == null) {
            form.errors().add("total", "Dites de quel total c’est le pourcentage.");
        }
        return !form.errors().isEmpty() || direction == null
                ? null
                : new LocalIndicators.Typed(
                        mission,
                        title,
                        direction,
                        unit,
                        numerator,
                        denominator,
                        producer,
                        proof,
                        form.ticked("personnes"),
                        fact);
    }

    private static Form filled(CatalogueIndicator indicator) {
        return Form.empty()
                .set("version", indicator.version())
                .set("intitule", indicator.title())
                .set(
                        "mission",
                        indicator.mission() == null ? "" : indicator.mission().code())
                .set("sens", indicator.direction() == Direction.RISE ? "HAUSSE" : "BAISSE")
                .set("unite", indicator.unit())
                .set("compte", indicator.numerator())
                .set("total", indicator.denominator())
                .set("producteur", indicator.producer())
                .set("preuve", indicator.proof())
                .set("personnes", indicator.persons() ? "oui" : "")
                .set("faits", indicator.fact());
    }

    private String page(CommunityView view, @Nullable CatalogueIndicator indicator, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("indicator", indicator);
        model.addAttribute("form", form);
        model.addAttribute("missions", CatalogueController.missions());
        model.addAttribute(
                "facts",
                registry.kinds().stream()
                        .map(kind -> new Option(kind.code(), kind.label()))
                        .toList());
        return "indicators/localForm";
    }
}
