package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.Action;
import fr.maillage.project.ActionIndicators;
import fr.maillage.project.Actions;
import fr.maillage.project.FollowedIndicator;
import fr.maillage.project.Indicator.Nature;
import fr.maillage.project.IndicatorId;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import java.util.LinkedHashMap;
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

/** What is said of the indicators of a fiche action. */
@Controller
class IndicatorController {

    private static final String INDICATORS = "/cpts/{slug}/actions/{number:\\d{1,6}}/indicateurs";

    private final Actions actions;
    private final ActionIndicators indicators;
    private final Today today;

    IndicatorController(Actions actions, ActionIndicators indicators, Today today) {
        this.actions = actions;
        this.indicators = indicators;
        this.today = today;
    }

    @GetMapping(INDICATORS + "/nouveau")
    String blank(CommunityView view, @PathVariable int number, Model model) {
        view.require(Right.WRITE);
        var form = Form.empty().set("id", UUID.randomUUID()).set("nature", Nature.QUANTITATIVE.name());
        return page(view, actions.find(view, number), null, form, null, model);
    }

    @PostMapping(INDICATORS + "/nouveau")
    String add(
            CommunityView view,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = IndicatorForm.read(form);
        if (facts == null) {
            return page(view, actions.find(view, number), null, form, null, model);
        }
        indicators.add(view, number, new IndicatorId(form.id()), facts);
        Flash.notice(flash, "L’indicateur est ajouté.");
        return back(view, number);
    }

    @GetMapping(INDICATORS + "/{indicator}")
    String edit(CommunityView view, @PathVariable int number, @PathVariable UUID indicator, Model model) {
        view.require(Right.WRITE);
        var found = indicators.find(view, new IndicatorId(indicator));
        return page(view, found.action(), found.indicator(), IndicatorForm.filled(found.indicator()), null, model);
    }

    @PostMapping(INDICATORS + "/{indicator}")
    String change(
            CommunityView view,
            @PathVariable int number,
            @PathVariable UUID indicator,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var id = new IndicatorId(indicator);
        var before = indicators.find(view, id);
        var form = Form.sent(typed);
        var facts = IndicatorForm.read(form);
        if (facts == null) {
            return page(view, before.action(), before.indicator(), form, null, model);
        }
        return switch (indicators.change(view, id, form.version(), facts)) {
            case Saving.Done _ -> {
                Flash.notice(flash, "L’indicateur est enregistré.");
                yield back(view, before.action().number());
            }
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield page(view, before.action(), before.indicator(), form, null, model);
            }
            case Saving.Overtaken(var other) -> {
                var stored = indicators.find(view, id).indicator();
                var labels = new LinkedHashMap<>(IndicatorForm.LABELS);
                var overtaken = form.overtakenBy(other, IndicatorForm.filled(stored), labels, IndicatorForm::inWords);
                yield page(view, before.action(), stored, form, overtaken, model);
            }
        };
    }

    @PostMapping(INDICATORS + "/{indicator}/archive")
    String archive(
            CommunityView view, @PathVariable int number, @PathVariable UUID indicator, RedirectAttributes flash) {
        view.require(Right.WRITE);
        indicators.archive(view, new IndicatorId(indicator));
        Flash.undoable(
                flash,
                "L’indicateur est retiré, avec ses valeurs.",
                view.at("/actions/" + number + "/indicateurs/" + indicator + "/retour"));
        return back(view, number);
    }

    @PostMapping(INDICATORS + "/{indicator}/retour")
    String restore(
            CommunityView view, @PathVariable int number, @PathVariable UUID indicator, RedirectAttributes flash) {
        view.require(Right.WRITE);
        indicators.restore(view, new IndicatorId(indicator));
        Flash.notice(flash, "L’indicateur est remis.");
        return back(view, number);
    }

    private String page(
            CommunityView view,
            Action action,
            @Nullable FollowedIndicator indicator,
            Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        var targets = new LinkedHashMap<Integer, String>();
        IndicatorForm.years(form, today.day()).forEach(year -> targets.put(year, IndicatorForm.target(form, year)));
        model.addAttribute("view", view);
        model.addAttribute("action", action);
        model.addAttribute("indicator", indicator);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("targets", targets);
        model.addAttribute("kinds", IndicatorForm.kinds());
        model.addAttribute("natures", IndicatorForm.natures());
        return "project/indicator";
    }

    private static String back(CommunityView view, int number) {
        return "redirect:" + view.at("/actions/" + number) + "#indicateurs";
    }
}
