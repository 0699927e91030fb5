package fr.maillage.reminders;

import fr.maillage.access.Actor;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.French;
import fr.maillage.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person is reminded: their agenda, and the e-mail of Monday. */
@Controller
class ReminderSettingsController {

    private final Feeds feeds;
    private final Digests digests;
    private final Outbox outbox;

    ReminderSettingsController(Feeds feeds, Digests digests, Outbox outbox) {
        this.feeds = feeds;
        this.digests = digests;
        this.outbox = outbox;
    }

    @GetMapping("/compte/echeances")
    String show(Actor actor, Model model) {
        return page(actor, "", model);
    }

    /** Answers the page itself, not a redirect: the address is shown here and nowhere else, and is kept nowhere. */
    @PostMapping("/compte/echeances/adresse")
    String make(Actor actor, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(actor, outbox.link("/agenda/" + feeds.make(actor).value() + ".ics"), model);
    }

    @PostMapping("/compte/echeances/adresse/retrait")
    String revoke(Actor actor, RedirectAttributes flash) {
        feeds.revoke(actor);
        Flash.notice(flash, "L’adresse de votre agenda ne répond plus.");
        return "redirect:/compte/echeances";
    }

    @PostMapping("/compte/echeances/courriel")
    String digest(
            Actor actor, @RequestParam(name = "recevoir", defaultValue = "") String wanted, RedirectAttributes flash) {
        digests.want(actor, wanted.equals("oui"));
        Flash.notice(
                flash,
                wanted.equals("oui")
                        ? "Vous recevrez le courriel du lundi."
                        : "Vous ne recevrez plus le courriel du lundi.");
        return "redirect:/compte/echeances";
    }

    private String page(Actor actor, String address, Model model) {
        model.addAttribute("email", actor.email());
        model.addAttribute("address", address);
        model.addAttribute(
                "made", feeds.madeAt(actor.account()).map(French::date).orElse(""));
        model.addAttribute("digest", digests.isWanted(actor.account()));
        return "reminders/settings";
    }
}
