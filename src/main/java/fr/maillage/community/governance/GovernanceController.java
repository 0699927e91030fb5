package fr.maillage.community.governance;

import fr.maillage.community.Body;
import fr.maillage.community.Body.BodyId;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Governances;
import fr.maillage.community.Participant;
import fr.maillage.community.Participants;
import fr.maillage.community.Right;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import java.util.List;
import java.util.Locale;
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

/** The governance of a CPTS: bodies and their mandates, legal representative, coordination. */
@Controller
class GovernanceController {

    private final Communities communities;
    private final Governances governances;
    private final Participants participants;
    private final TeamInGovernance team;

    GovernanceController(
            Communities communities, Governances governances, Participants participants, TeamInGovernance team) {
        this.communities = communities;
        this.governances = governances;
        this.participants = participants;
        this.team = team;
    }

    @GetMapping("/cpts/{slug}/gouvernance")
    String show(CommunityView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("community", communities.find(view.id()));
        var governance = governances.of(view.id());
        var missing = team.missing(view, governance);
        model.addAttribute("governance", governance);
        model.addAttribute("teamMandates", missing);
        model.addAttribute(
                "hints",
                governance.hints().stream()
                        .filter(hint -> missing.stream()
                                .noneMatch(mandate ->
                                        hint.endsWith(mandate.function().label().toLowerCase(Locale.FRENCH) + ".")))
                        .toList());
        return "community/governance";
    }

    @PostMapping("/cpts/{slug}/gouvernance/instances-usuelles")
    String addUsual(CommunityView view, RedirectAttributes flash) {
        view.require(Right.WRITE);
        governances.addUsualBodies(view);
        Flash.notice(flash, "Les instances usuelles sont ajoutées. Adaptez-les à vos statuts.");
        return back(view);
    }

    @GetMapping("/cpts/{slug}/gouvernance/instances/nouvelle")
    String blank(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return bodyPage(view, null, Form.empty().set("id", UUID.randomUUID()), Form.empty(), null, model);
    }

    @PostMapping("/cpts/{slug}/gouvernance/instances/nouvelle")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = GovernanceForms.readBody(form);
        if (facts == null) {
            return bodyPage(view, null, form, Form.empty(), null, model);
        }
        var id = new BodyId(form.id());
        if (governances.addBody(view, id, facts) instanceof Saving.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return bodyPage(view, null, form, Form.empty(), null, model);
        }
        Flash.notice(flash, facts.name() + " : dites maintenant qui y siège.");
        return "redirect:" + view.at("/gouvernance/instances/" + id.value());
    }

    @GetMapping("/cpts/{slug}/gouvernance/instances/{id}")
    String body(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String acteur,
            @RequestParam(required = false) @Nullable String mandat,
            Model model) {
        var body = governances.body(view.id(), new BodyId(id));
        var seat = Form.empty().set("acteur", acteur).set("mandat", mandat);
        return bodyPage(view, body, GovernanceForms.filled(body), seat, null, model);
    }

    @PostMapping("/cpts/{slug}/gouvernance/instances/{id}")
    String change(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var body = governances.body(view.id(), new BodyId(id));
        var form = Form.sent(typed);
        var facts = GovernanceForms.readBody(form);
        if (facts == null) {
            return bodyPage(view, body, form, Form.empty(), null, model);
        }
        return switch (governances.changeBody(view, body.id(), form.version(), facts)) {
            case Saving.Done _ -> {
                Flash.notice(flash, facts.name() + " : instance enregistrée.");
                yield back(view);
            }
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield bodyPage(view, body, form, Form.empty(), null, model);
            }
            case Saving.Overtaken(var other) -> {
                var stored = governances.body(view.id(), body.id());
                var overtaken = form.overtakenBy(
                        other,
                        GovernanceForms.filled(stored),
                        GovernanceForms.BODY_LABELS,
                        value -> GovernanceForms.inWords(List.of(), value));
                yield bodyPage(view, stored, form, Form.empty(), overtaken, model);
            }
        };
    }

    @PostMapping("/cpts/{slug}/gouvernance/instances/{id}/suppression")
    String remove(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        governances.removeBody(view, new BodyId(id));
        Flash.notice(flash, "L’instance est supprimée.");
        return back(view);
    }

    @PostMapping("/cpts/{slug}/gouvernance/instances/{id}/mandats")
    String addSeat(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var body = governances.body(view.id(), new BodyId(id));
        var form = Form.sent(typed);
        var holder = form.choice(
                "acteur",
                chosen -> GovernanceForms.find(participants.of(view.id()), chosen),
                "Choisissez une personne ou une structure de la liste.");
        var function = form.choice(
                "mandat", code -> GovernanceForms.named(Body.Function.values(), code), "Choisissez une fonction.");
        var from = form.day("debut");
        var last = form.day("fin");
        if (from != null && last != null && last.isBefore(from)) {
            form.errors().add("fin", "Le mandat finit avant de commencer. Vérifiez les deux dates.");
        }
        if (holder == null || function == null || !form.errors().isEmpty()) {
            return bodyPage(view, body, GovernanceForms.filled(body), form, null, model);
        }
        governances.addSeat(view, body.id(), holder, function, from, last == null ? null : last.plusDays(1));
        Flash.notice(flash, holder.fullName() + " siège dans l’instance : " + function.label() + ".");
        return "redirect:" + view.at("/gouvernance/instances/" + id);
    }

    @PostMapping("/cpts/{slug}/gouvernance/instances/{id}/mandats/{seat}/retrait")
    String removeSeat(CommunityView view, @PathVariable UUID id, @PathVariable UUID seat, RedirectAttributes flash) {
        view.require(Right.WRITE);
        governances.removeSeat(view, seat);
        Flash.notice(flash, "Le mandat est retiré.");
        return "redirect:" + view.at("/gouvernance/instances/" + id);
    }

    @GetMapping("/cpts/{slug}/gouvernance/coordination")
    String coordination(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return coordinationPage(view, GovernanceForms.filled(governances.of(view.id())), null, model);
    }

    @PostMapping("/cpts/{slug}/gouvernance/coordination")
    String changeCoordination(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var people = people(view);
        var said = GovernanceForms.readCoordination(form, people);
        if (said == null) {
            return coordinationPage(view, form, null, model);
        }
        var saving =
                governances.change(view, form.version(), said.representative(), said.function(), said.coordination());
        if (saving instanceof Saving.Overtaken(var other)) {
            var overtaken = form.overtakenBy(
                    other,
                    GovernanceForms.filled(governances.of(view.id())),
                    GovernanceForms.COORDINATION_LABELS,
                    value -> GovernanceForms.inWords(people, value));
            return coordinationPage(view, form, overtaken, model);
        }
        Flash.notice(flash, "Représentation légale et coordination enregistrées.");
        return back(view);
    }

    private String bodyPage(
            CommunityView view, @Nullable Body body, Form form, Form seat, @Nullable Overtaken overtaken, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("seat", seat);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("kinds", GovernanceForms.kinds());
        model.addAttribute("functions", GovernanceForms.functions());
        model.addAttribute("people", GovernanceForms.names(participants.of(view.id())));
        return "community/body";
    }

    private String coordinationPage(CommunityView view, Form form, @Nullable Overtaken overtaken, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("governance", governances.of(view.id()));
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("states", GovernanceForms.states());
        model.addAttribute("people", GovernanceForms.names(people(view)));
        return "community/coordination";
    }

    private List<Participant> people(CommunityView view) {
        return participants.of(view.id()).stream()
                .filter(participant -> participant.facts().kind() == Participant.Kind.PERSON)
                .toList();
    }

    private static String back(CommunityView view) {
        return "redirect:" + view.at("/gouvernance");
    }
}
