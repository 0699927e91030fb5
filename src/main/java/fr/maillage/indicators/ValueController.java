package fr.maillage.indicators;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.indicators.IndicatorValue.Origin;
import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An indicator with its values, typed or counted from the facts. */
@Controller
@RequestMapping("/cpts/{slug}/indicateurs/{code:[A-Z][A-Z0-9_]{0,39}}")
class ValueController {

    private final IndicatorPages pages;
    private final IndicatorValues values;
    private final Today today;

    ValueController(IndicatorPages pages, IndicatorValues values, Today today) {
        this.pages = pages;
        this.values = values;
        this.today = today;
    }

    @GetMapping
    String show(CommunityView view, @PathVariable String code, Model model) {
        view.require(Right.READ);
        return page(view, code, Form.empty(), model);
    }

    @PostMapping("/valeurs")
    String add(
            CommunityView view,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var given = ValueForm.read(form, pages.of(view, code).indicator(), form.id(), today.day());
        if (given == null) {
            return page(view, code, form, model);
        }
        Flash.notice(
                flash,
                values.record(view, given, Origin.TYPED)
                        ? "Valeur enregistrée. La précédente de la même partie reste lisible."
                        : "Cette valeur était déjà enregistrée.");
        return "redirect:" + view.at("/indicateurs/" + code);
    }

    @PostMapping("/calcul")
    String compute(
            CommunityView view,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var period = ValueForm.period(form, today.day());
        if (period == null) {
            return page(view, code, form, model);
        }
        Flash.notice(
                flash,
                switch (values.compute(view, form.id(), code, period)) {
                    case RECORDED -> "Valeur comptée depuis ce qui est enregistré.";
                    case SAME -> "Ce qui est enregistré donne la même valeur que la dernière fois.";
                    case NOTHING ->
                        "Rien de ce genre n’est enregistré sur cette période. Notez-le, ou saisissez la valeur.";
                });
        return "redirect:" + view.at("/indicateurs/" + code);
    }

    private String page(CommunityView view, String code, Form form, Model model) {
        var year = today.day().getYear() - 1;
        if (form.errors().isEmpty()) {
            form.set("id", UUID.randomUUID())
                    .set("du", year + "-01-01")
                    .set("au", year + "-12-31")
                    .set("releve", today.day());
        }
        model.addAttribute("view", view);
        model.addAttribute("page", pages.of(view, code));
        model.addAttribute("form", form);
        model.addAttribute(
                "producers",
                Arrays.stream(Producer.values())
                        .filter(producer -> producer != Producer.FACTS)
                        .map(producer -> new Option(producer.name(), producer.label()))
                        .toList());
        return "indicators/indicator";
    }
}
