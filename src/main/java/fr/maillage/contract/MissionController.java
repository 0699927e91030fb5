package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
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
    private final Today today;

    MissionController(Contracts contracts, MissionStarts starts, Today today) {
        this.contracts = contracts;
        this.starts = starts;
        this.today = today;
    }

    @GetMapping
    String list(CommunityView view, Model model) {
        return page(view, signed(view), Form.empty(), null, model);
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
        var field = "demarrage-" + mission;
        var day = form.day(field);
        if (day == null && form.errors().message(field) == null) {
            form.errors().add(field, "Indiquez le jour où la mission a démarré.");
        } else if (day != null && day.isAfter(today.day())) {
            form.errors().add(field, "Cette date est à venir. Un démarrage se note une fois qu’il a eu lieu.");
        } else if (day != null && (day.isBefore(contract.effectOn()) || !day.isBefore(contract.term()))) {
            form.errors()
                    .add(
                            field,
                            "Une mission démarre pendant le contrat, à partir du " + French.date(contract.effectOn())
                                    + ".");
        }
        if (!form.errors().isEmpty() || day == null) {
            return page(view, contract, form, mission, model);
        }
        starts.record(view, contract.id(), mission, day);
        Flash.notice(flash, "Démarrage noté. Les versements sont recalculés.");
        return "redirect:" + view.at("/contrat/missions");
    }

    private String page(CommunityView view, Contract contract, Form form, @Nullable String open, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        var day = today.day().isBefore(contract.effectOn()) ? contract.effectOn() : today.day();
        model.addAttribute("terms", contract.inForceOn(day).orElse(contract.first()));
        model.addAttribute("started", starts.days(contract.id()));
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
