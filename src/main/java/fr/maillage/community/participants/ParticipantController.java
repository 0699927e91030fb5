package fr.maillage.community.participants;

import fr.maillage.audit.Audience;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.community.NumberCheck;
import fr.maillage.community.Participant;
import fr.maillage.community.Participant.Kind;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.ParticipantId;
import fr.maillage.community.Participants;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The actors of a CPTS: list, form, archive. */
@Controller
class ParticipantController {

    private final Participants participants;
    private final ParticipantList list;
    private final ParticipantForm forms;
    private final Journal journal;
    private final NumberCheck numbers;

    ParticipantController(
            Participants participants,
            ParticipantList list,
            ParticipantForm forms,
            Journal journal,
            NumberCheck numbers) {
        this.journal = journal;
        this.numbers = numbers;
        this.participants = participants;
        this.list = list;
        this.forms = forms;
    }

    @GetMapping("/cpts/{slug}/acteurs")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        var me = view.actor().name();
        model.addAttribute(
                "me",
                participants.of(view.id()).stream().anyMatch(known -> French.same(known.fullName(), me)) ? null : me);
        model.addAttribute("view", view);
        model.addAttribute("listing", list.page(view.id(), ParticipantList.SPEC.read(request)));
        return "community/participants";
    }

    @GetMapping("/cpts/{slug}/acteurs.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        var query = ParticipantList.SPEC.read(request);
        var sheet = list.sheet(view.id(), view.name(), query);
        journal.recordRead(Entry.of(
                        view.author(),
                        new Subject("participant", "*"),
                        "participant.list-exported",
                        "Liste de " + French.count(sheet.rows().size(), "acteur exportée.", "acteurs exportée."))
                .in(view.id().value())
                .readableBy(Audience.ADMINISTRATION));
        return Download.of("acteurs-" + view.slug(), sheet, format);
    }

    @GetMapping("/cpts/{slug}/acteurs/nouveau")
    String blank(
            CommunityView view,
            @RequestParam(defaultValue = "personne") String type,
            @RequestParam(defaultValue = "") String prenom,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "false") boolean moi,
            Model model) {
        view.require(Right.WRITE);
        var words = view.actor().name().split("\\s+", 2);
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .set("prenom", moi && words.length == 2 ? words[0] : prenom)
                .set("nom", moi ? words[words.length - 1] : nom)
                .set("adhesion", Participant.Membership.MEMBER.name());
        return page(view, kind(type), null, form, null, model);
    }

    /** What the directory says of a number, while it is typed; an empty answer when it says nothing. */
    @GetMapping(value = "/cpts/{slug}/acteurs/numero", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String number(
            CommunityView view,
            @RequestParam(defaultValue = "") String rpps,
            @RequestParam(defaultValue = "") String finess) {
        view.require(Right.WRITE);
        var hint = rpps.isBlank() ? numbers.finess(compact(finess)) : numbers.rpps(compact(rpps));
        return hint == null ? (rpps.isBlank() ? "9 signes" : "11 chiffres") : hint;
    }

    @PostMapping("/cpts/{slug}/acteurs/nouveau")
    String add(
            CommunityView view,
            @RequestParam(defaultValue = "personne") String type,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var kind = kind(type);
        var form = Form.sent(typed);
        var facts = forms.read(kind, form);
        if (facts == null) {
            return page(view, kind, null, form, null, model);
        }
        return answer(
                view, facts, participants.add(view, new ParticipantId(form.id()), facts), null, form, model, flash);
    }

    @GetMapping("/cpts/{slug}/acteurs/{id}")
    String edit(CommunityView view, @PathVariable UUID id, Model model) {
        var participant = participants.find(view.id(), new ParticipantId(id));
        return page(view, participant.facts().kind(), participant, ParticipantForm.filled(participant), null, model);
    }

    @PostMapping("/cpts/{slug}/acteurs/{id}")
    String change(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var participant = participants.find(view.id(), new ParticipantId(id));
        var form = Form.sent(typed);
        var facts = forms.read(participant.facts().kind(), form);
        if (facts == null) {
            return page(view, participant.facts().kind(), participant, form, null, model);
        }
        var saving = participants.change(view, participant.id(), form.version(), facts);
        return answer(view, facts, saving, participant, form, model, flash);
    }

    @PostMapping("/cpts/{slug}/acteurs/{id}/archive")
    String archive(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var participant = participants.find(view.id(), new ParticipantId(id));
        participants.archive(view, participant.id());
        Flash.undoable(
                flash, participant.fullName() + " n’est plus dans la liste.", view.at("/acteurs/" + id + "/retour"));
        return "redirect:" + view.at("/acteurs");
    }

    @PostMapping("/cpts/{slug}/acteurs/{id}/retour")
    String restore(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var participant = participants.find(view.id(), new ParticipantId(id));
        Flash.notice(
                flash,
                switch (participants.restore(view, participant.id())) {
                    case Saving.Refused(var _, var sentence) -> sentence;
                    case Saving.Done _, Saving.Overtaken _ -> participant.fullName() + " est de nouveau dans la liste.";
                });
        return "redirect:" + view.at("/acteurs");
    }

    private String answer(
            CommunityView view,
            ParticipantFacts facts,
            Saving saving,
            @Nullable Participant before,
            Form form,
            Model model,
            RedirectAttributes flash) {
        return switch (saving) {
            case Saving.Done _ -> {
                Flash.notice(
                        flash, facts.fullName() + (before == null ? " est dans la liste." : " : fiche enregistrée."));
                yield "redirect:" + view.at("/acteurs");
            }
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield page(view, facts.kind(), before, form, null, model);
            }
            case Saving.Overtaken(var other) -> {
                if (before == null) {
                    throw new IllegalStateException("a new participant cannot be overtaken");
                }
                var stored = participants.find(view.id(), before.id());
                var overtaken = form.overtakenBy(
                        other, ParticipantForm.filled(stored), ParticipantForm.LABELS, ParticipantForm::inWords);
                yield page(view, facts.kind(), stored, form, overtaken, model);
            }
        };
    }

    private String page(
            CommunityView view,
            Kind kind,
            @Nullable Participant participant,
            Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("kind", kind);
        model.addAttribute("participant", participant);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("rppsHint", numbers.rpps(compact(form.value("rpps"))));
        model.addAttribute("finessHint", numbers.finess(compact(form.value("finess"))));
        model.addAttribute("categories", ParticipantForm.categories(kind));
        model.addAttribute("sectors", ParticipantForm.sectors());
        model.addAttribute("memberships", ParticipantForm.memberships());
        return "community/participant";
    }

    private static String compact(String number) {
        return number.replaceAll("\\s", "");
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "personne" -> Kind.PERSON;
            case "structure" -> Kind.STRUCTURE;
            default -> throw new NotFound("kind of participant " + type);
        };
    }
}
