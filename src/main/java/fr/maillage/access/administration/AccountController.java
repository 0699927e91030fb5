package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.access.Holder;
import fr.maillage.access.Institutions;
import fr.maillage.access.Invitations;
import fr.maillage.access.Mandates;
import fr.maillage.access.Place;
import fr.maillage.access.Places;
import fr.maillage.access.Role;
import fr.maillage.audit.Audience;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.French;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import fr.maillage.ui.TimelineEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account, and the invitation of the people of institutions. */
@Controller("administeredAccountController")
class AccountController {

    private static final String EVERYWHERE = "administration";
    private static final String COMMUNITY = "cpts/";
    private static final int TIMELINE = 20;

    private final AccountAdministration administration;
    private final Mandates mandates;
    private final Invitations invitations;
    private final Institutions institutions;
    private final Places places;
    private final Journal journal;

    AccountController(
            AccountAdministration administration,
            Mandates mandates,
            Invitations invitations,
            Institutions institutions,
            Places places,
            Journal journal) {
        this.administration = administration;
        this.mandates = mandates;
        this.invitations = invitations;
        this.institutions = institutions;
        this.places = places;
        this.journal = journal;
    }

    @GetMapping("/administration/comptes/invitation")
    String invitationForm(@RequestParam(name = "lieu", defaultValue = "") String place, Model model) {
        return invitationPage("", "", place, FormErrors.NONE, model);
    }

    @PostMapping("/administration/comptes/invitation")
    String invite(
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "courriel", defaultValue = "") String email,
            @RequestParam(name = "lieu", defaultValue = "") String place,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var errors = new FormErrors();
        Form.checkName("nom", name, 120, "Indiquez le prénom et le nom de la personne.", errors);
        if (!Typed.isEmail(email)) {
            errors.add("courriel", "Cette adresse n’est pas complète. Elle s’écrit ainsi\u00A0: prenom.nom@exemple.fr");
        }
        var seat = seat(place);
        if (seat.isEmpty()) {
            errors.add("lieu", "Choisissez l’institution, la CPTS, ou l’administration de la plateforme.");
        }
        if (!errors.isEmpty() || seat.isEmpty()) {
            response.setStatus(422);
            return invitationPage(name, email, place, errors, model);
        }
        var sending =
                invitations.invite(email, name, seat.get().role(), seat.get().place(), actor);
        if (sending == Invitations.Sending.TOO_MANY) {
            response.setStatus(422);
            return invitationPage(name, email, place, errors.add(Invitations.Sending.SENTENCE), model);
        }
        Flash.notice(flash, "L’invitation est partie à " + email.strip() + ".");
        return "redirect:/administration/comptes";
    }

    @PostMapping("/administration/invitations/{invitation}/retrait")
    String withdraw(@PathVariable UUID invitation, Actor actor, RedirectAttributes flash) {
        invitations.withdraw(invitation, null, actor);
        Flash.notice(flash, "L’invitation est retirée.");
        return "redirect:/administration/comptes";
    }

    @GetMapping("/administration/comptes/{id:[0-9a-f-]{36}}")
    String show(@PathVariable UUID id, Model model) {
        return page(id, FormErrors.NONE, model);
    }

    @PostMapping("/administration/comptes/{id:[0-9a-f-]{36}}/roles")
    String give(
            @PathVariable UUID id,
            @RequestParam(name = "lieu", defaultValue = "") String place,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = administration.person(id);
        var seat = seat(place);
        if (seat.isEmpty()) {
            response.setStatus(422);
            return page(
                    id,
                    new FormErrors()
                            .add("lieu", "Choisissez l’institution, la CPTS, ou l’administration de la plateforme."),
                    model);
        }
        var said = switch (mandates.grant(
                actor, person.id(), seat.get().role(), seat.get().place())) {
            case Mandates.Outcome.Given _ -> "Le rôle est donné.";
            case Mandates.Outcome.AlreadyHeld _ -> person.name() + " a déjà ce rôle.";
        };
        Flash.notice(flash, said);
        return "redirect:/administration/comptes/" + id;
    }

    @PostMapping("/administration/comptes/{id:[0-9a-f-]{36}}/roles/{mandate}/retrait")
    String revoke(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return done(administration.revoke(actor, id, mandate), "Le rôle est retiré.", id, model, response, flash);
    }

    @PostMapping("/administration/comptes/{id:[0-9a-f-]{36}}/fermeture")
    String close(
            @PathVariable UUID id, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return done(administration.close(actor, id), "Le compte est fermé.", id, model, response, flash);
    }

    @PostMapping("/administration/comptes/{id:[0-9a-f-]{36}}/ouverture")
    String reopen(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        administration.reopen(actor, id);
        Flash.notice(flash, "Le compte est rouvert.");
        return "redirect:/administration/comptes/" + id;
    }

    private String done(
            AccountAdministration.Outcome outcome,
            String sentence,
            UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case AccountAdministration.Outcome.Done() -> {
                Flash.notice(flash, sentence);
                yield "redirect:/administration/comptes/" + id;
            }
            case AccountAdministration.Outcome.LastAdministrator() ->
                refused(
                        id,
                        "Cette personne est la seule à administrer la plateforme. "
                                + "Donnez d’abord ce rôle à quelqu’un d’autre.",
                        model,
                        response);
            case AccountAdministration.Outcome.LastManager(var managed) ->
                refused(
                        id,
                        "Cette personne est la seule à pouvoir gérer\u00A0: "
                                + places.name(managed).stream()
                                        .map(Places.Named::place)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + ". Invitez d’abord quelqu’un d’autre à la coordination.",
                        model,
                        response);
        };
    }

    private String refused(UUID id, String sentence, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return page(id, new FormErrors().add(sentence), model);
    }

    private record Seat(Role role, Place place) {}

    /**
     * The role follows from the place: one instructs for an institution, one administers the platform. Into a CPTS, which
     * invites its people itself, only a coordination is brought: it may have lost everybody.
     */
    private Optional<Seat> seat(String chosen) {
        if (chosen.startsWith(COMMUNITY)) {
            return places.community(chosen.substring(COMMUNITY.length()))
                    .map(community -> new Seat(Role.COORDINATION, community));
        }
        return chosen.equals(EVERYWHERE)
                ? Optional.of(new Seat(Role.ADMINISTRATION, new Place.Everywhere()))
                : institutions
                        .findBySlug(chosen)
                        .map(institution -> new Seat(institution.role(), Place.institution(institution)));
    }

    private List<Option> seats() {
        var seats = new ArrayList<Option>();
        institutions.all().forEach(institution -> seats.add(new Option(institution.slug(), institution.name())));
        seats.add(new Option(EVERYWHERE, "Administration de la plateforme"));
        places.communities()
                .forEach(community ->
                        seats.add(new Option(COMMUNITY + community.slug(), community.name() + ", coordination")));
        return seats;
    }

    private String invitationPage(String name, String email, String place, FormErrors errors, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("place", place);
        model.addAttribute("seats", seats());
        model.addAttribute("errors", errors);
        return "access/inviter";
    }

    private String page(UUID id, FormErrors errors, Model model) {
        var person = administration.person(id);
        var held = mandates.of(person.id()).stream().map(Holder::mandate).toList();
        var timeline = journal.of(Subject.of("account", id), EnumSet.allOf(Audience.class), 0, TIMELINE).stream()
                .map(line -> new TimelineEntry(
                        French.dateTime(line.at()), line.sentence() + " Par " + line.authorName() + "."))
                .toList();
        model.addAttribute("person", person);
        model.addAttribute("held", places.name(held));
        model.addAttribute("seats", seats());
        model.addAttribute("timeline", timeline);
        model.addAttribute("errors", errors);
        return "access/compte-administre";
    }
}
