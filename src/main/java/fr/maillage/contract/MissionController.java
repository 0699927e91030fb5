package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.contract.Milestones.Milestone;
import fr.maillage.contract.Milestones.Milestone.CrisisPlan;
import fr.maillage.contract.Milestones.Milestone.Deployed;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.time.LocalDate;
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

/** The missions of the contract: when each is to start, when it did, what its delays are. */
@Controller
@RequestMapping("/cpts/{slug}/contrat/missions")
class MissionController {

    private final Contracts contracts;
    private final MissionStarts starts;
    private final Milestones milestones;
    private final Today today;

    MissionController(Contracts contracts, MissionStarts starts, Milestones milestones, Today today) {
        this.contracts = contracts;
        this.starts = starts;
        this.milestones = milestones;
        this.today = today;
    }

    @GetMapping
    String list(CommunityView view, Model model) {
        return page(view, signed(view), Form.empty(), model);
    }

    @PostMapping("/{mission:[A-Z_]{1,40}}")
    String record(
            CommunityView view,
            @PathVariable String mission,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = signed(view);
        var form = Form.sent(typed);
        var day = past(form, "demarrage-" + mission, contract, "Indiquez le jour où la mission a démarré.");
        if (day == null) {
            return page(view, contract, form, model);
        }
        starts.record(view, contract.id(), mission, day);
        Flash.notice(flash, "Démarrage noté. Les versements sont recalculés.");
        return "redirect:" + view.at("/contrat/missions");
    }

    @PostMapping("/{mission:[A-Z_]{1,40}}/deploiement")
    String deployed(
            CommunityView view,
            @PathVariable String mission,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        return reached(view, new Deployed(mission), "deploiement-" + mission, typed, model, flash);
    }

    @PostMapping("/plan-de-crise/{year:[0-9]{1,2}}")
    String crisisPlan(
            CommunityView view,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        return reached(view, new CrisisPlan(year), "plan-" + year, typed, model, flash);
    }

    private String reached(
            CommunityView view,
            Milestone milestone,
            String field,
            MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var contract = signed(view);
        var form = Form.sent(typed);
        var day = past(form, field, contract, "Indiquez le jour où c’est fait.");
        if (day == null) {
            return page(view, contract, form, model);
        }
        milestones.record(view, contract.id(), milestone, day);
        Flash.notice(flash, "C’est noté. L’échéance est tenue.");
        return "redirect:" + view.at("/contrat/missions");
    }

    /** A day of the contract that has come; null with its error when it is not. */
    private @Nullable LocalDate past(Form form, String field, Contract contract, String missing) {
        var day = form.day(field);
        if (day == null && form.errors().message(field) == null) {
            form.errors().add(field, missing);
        } else if (day != null && day.isAfter(today.day())) {
            form.errors().add(field, "Cette date est à venir. Elle se note une fois passée.");
        } else if (day != null && (day.isBefore(contract.effectOn()) || !day.isBefore(contract.term()))) {
            form.errors()
                    .add(
                            field,
                            "Cette date n’est pas dans le contrat, qui prend effet le "
                                    + French.date(contract.effectOn()) + ".");
        }
        return form.errors().isEmpty() ? day : null;
    }

    private String page(CommunityView view, Contract contract, Form form, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        var day = today.day().isBefore(contract.effectOn()) ? contract.effectOn() : today.day();
        model.addAttribute("terms", contract.inForceOn(day).orElse(contract.first()));
        model.addAttribute("started", starts.days(contract.id()));
        model.addAttribute("reached", milestones.of(contract));
        model.addAttribute("year", contract.yearOf(day));
        model.addAttribute("form", form);
        model.addAttribute("today", today.day());
        return "contract/missions";
    }

    private Contract signed(CommunityView view) {
        return contracts
                .current(view.id())
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .orElseThrow(() -> new NotFound("signed contract of " + view.slug()));
    }
}
