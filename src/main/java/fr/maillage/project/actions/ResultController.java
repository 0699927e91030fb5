package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.ActionIndicators;
import fr.maillage.project.FollowedIndicator.Result;
import fr.maillage.project.IndicatorId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was measured of an indicator: recorded once, corrected by another record, never rewritten. */
@Controller
class ResultController {

    private static final String RESULTS = "/cpts/{slug}/actions/{number:\\d{1,6}}/indicateurs/{indicator}/resultats";

    private final ActionIndicators indicators;
    private final Today today;

    ResultController(ActionIndicators indicators, Today today) {
        this.indicators = indicators;
        this.today = today;
    }

    @GetMapping(RESULTS)
    String show(CommunityView view, @PathVariable int number, @PathVariable UUID indicator, Model model) {
        var found = indicators.find(view, new IndicatorId(indicator));
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .set("source", found.indicator().facts().source());
        return page(view, found, null, form, model);
    }

    @PostMapping(RESULTS)
    String record(
            CommunityView view,
            @PathVariable int number,
            @PathVariable UUID indicator,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var found = indicators.find(view, new IndicatorId(indicator));
        var form = Form.sent(typed);
        var facts = IndicatorForm.result(form, found.indicator().facts().nature(), today.day(), true);
        if (facts == null) {
            return page(view, found, null, form, model);
        }
        indicators.record(view, found.indicator().id(), form.id(), facts);
        Flash.notice(flash, "La valeur est relevée.");
        return back(view, found);
    }

    @GetMapping(RESULTS + "/{result}")
    String wrong(
            CommunityView view,
            @PathVariable int number,
            @PathVariable UUID indicator,
            @PathVariable UUID result,
            Model model) {
        view.require(Right.WRITE);
        var found = indicators.find(view, new IndicatorId(indicator));
        var wrong = result(found, result);
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .set("date", wrong.facts().on())
                .set("valeur", wrong.facts().amount().written())
                .set("source", wrong.facts().source())
                .set("preuve", wrong.facts().proof());
        return page(view, found, wrong, form, model);
    }

    @PostMapping(RESULTS + "/{result}")
    String correct(
            CommunityView view,
            @PathVariable int number,
            @PathVariable UUID indicator,
            @PathVariable UUID result,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var found = indicators.find(view, new IndicatorId(indicator));
        var wrong = result(found, result);
        var form = Form.sent(typed);
        var reason = form.text("raison", 300, "Dites pourquoi la valeur est corrigée.");
        var facts = IndicatorForm.result(form, found.indicator().facts().nature(), today.day(), false);
        if (facts == null) {
            return page(view, found, wrong, form, model);
        }
        if (indicators.correct(view, found.indicator().id(), result, form.id(), facts, reason)
                instanceof Saving.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return page(view, found, wrong, form, model);
        }
        Flash.notice(flash, "La valeur est corrigée. L’ancienne reste lisible.");
        return back(view, found);
    }

    private static Result result(ActionIndicators.Found found, UUID id) {
        return found.indicator().results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("result " + id));
    }

    private static String page(
            CommunityView view, ActionIndicators.Found found, @Nullable Result wrong, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("action", found.action());
        model.addAttribute("indicator", found.indicator());
        model.addAttribute("wrong", wrong);
        model.addAttribute("form", form);
        return "project/results";
    }

    private static String back(CommunityView view, ActionIndicators.Found found) {
        return "redirect:"
                + view.at("/actions/" + found.action().number() + "/indicateurs/"
                        + found.indicator().id().value() + "/resultats");
    }
}
