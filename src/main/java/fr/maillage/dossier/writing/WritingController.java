package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.ReviewRemarks;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The writing of a dossier: lettre d’intention, pré-projet, projet de santé, demande de subvention. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT)
class WritingController {

    private final WritingPages pages;
    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final TakeOvers takeOvers;
    private final Remarks remarks;
    private final ReviewRemarks reviewRemarks;
    private final Assignments assignments;
    private final Mentions mentions;

    WritingController(
            WritingPages pages,
            Dossiers dossiers,
            Trames trames,
            Texts texts,
            TakeOvers takeOvers,
            Remarks remarks,
            ReviewRemarks reviewRemarks,
            Assignments assignments,
            Mentions mentions) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.takeOvers = takeOvers;
        this.remarks = remarks;
        this.reviewRemarks = reviewRemarks;
        this.assignments = assignments;
        this.mentions = mentions;
    }

    /**
     * What the script of the page reads.
     *
     * @param etat {@code enregistre}, {@code deux-textes}, {@code trop-long} or {@code clos}
     * @param version of the saved text, or null when nothing was saved
     */
    record Autosaved(
            String etat,
            @Nullable Integer version,
            @Nullable String heure,
            String message) {}

    @GetMapping
    String outline(CommunityView view, @PathVariable String kind, Model model) {
        view.require(Right.READ);
        var begun = dossiers.of(view.id(), kindOf(kind));
        if (begun.isEmpty()) {
            model.addAttribute("page", pages.begin(view, kindOf(kind)));
            return "dossier/begin";
        }
        model.addAttribute("page", pages.outline(view, begun.get()));
        return "dossier/outline";
    }

    @PostMapping
    String begin(CommunityView view, @PathVariable String kind) {
        view.require(Right.WRITE);
        var dossier = dossiers.begin(view.id(), kindOf(kind), view.actor());
        return "redirect:" + WritingPages.address(view, dossier.kind());
    }

    /** Changes the outline of a dossier; its texts stay, by their key. */
    @PostMapping("/trame")
    String follow(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam String trame,
            @RequestParam int version,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        var chosen = trames.byId(trame)
                .filter(other -> other.kind() == dossier.kind())
                .orElseThrow(() -> new NotFound("trame " + trame));
        Flash.notice(
                flash,
                dossiers.follow(dossier.id(), chosen, version)
                        ? "Le dossier suit la trame « " + chosen.title() + " ». Vos textes sont gardés."
                        : "La trame n’a pas changé : le dossier vient d’être modifié par quelqu’un d’autre.");
        return "redirect:" + WritingPages.address(view, dossier.kind());
    }

    @GetMapping("/sections/{section}")
    String section(CommunityView view, @PathVariable String kind, @PathVariable String section, Model model) {
        view.require(Right.READ);
        model.addAttribute("page", pages.section(view, kindOf(kind), section));
        return "dossier/section";
    }

    /** Saving by the page's own script, every few seconds. */
    @PostMapping(value = "/sections/{section}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Autosaved> autosave(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam int version,
            @RequestParam String texte) {
        return switch (save(view, kind, section, version, texte)) {
            case SaveOutcome.Saved(var now) ->
                ResponseEntity.ok(new Autosaved("enregistre", now.version(), French.time(now.savedAt()), ""));
            case SaveOutcome.Collision collided ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Autosaved("deux-textes", null, null, collision(collided.theirs())));
            case SaveOutcome.TooLong(int length) ->
                ResponseEntity.unprocessableContent().body(new Autosaved("trop-long", null, null, tooLong(length)));
            case SaveOutcome.Closed _ ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(new Autosaved("clos", null, null, CLOSED));
        };
    }

    /** Saving by the button, without a script. */
    @PostMapping(value = "/sections/{section}", produces = MediaType.TEXT_HTML_VALUE)
    String save(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam int version,
            @RequestParam String texte,
            Model model,
            RedirectAttributes flash) {
        return switch (save(view, kind, section, version, texte)) {
            case SaveOutcome.Saved(var now) -> {
                Flash.notice(flash, "Enregistré à " + French.time(now.savedAt()) + ".");
                yield toSection(view, kind, section, "");
            }
            case SaveOutcome.Collision _ -> toSection(view, kind, section, "#deux-textes");
            case SaveOutcome.TooLong(int length) -> refused(view, kind, section, texte, tooLong(length), model);
            case SaveOutcome.Closed _ -> refused(view, kind, section, texte, CLOSED, model);
        };
    }

    /** The two texts alone, for the page's script. */
    @GetMapping("/sections/{section}/deux-textes")
    String twoTexts(CommunityView view, @PathVariable String kind, @PathVariable String section, Model model) {
        view.require(Right.WRITE);
        model.addAttribute("page", pages.section(view, kindOf(kind), section));
        return "dossier/twoTexts";
    }

    /**
     * The choice between two texts.
     *
     * @param choix {@code sien} keeps the saved text, anything else saves {@code texte}
     */
    @PostMapping("/sections/{section}/deux-textes")
    String choose(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam String choix,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String texte,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        var key = pages.narrativeKey(dossier, section);
        if (choix.equals("sien")) {
            texts.keepTheirs(dossier.id(), key, view.actor());
            Flash.notice(flash, "Le texte enregistré est gardé. Le vôtre est dans l’historique.");
            return toSection(view, kind, section, "");
        }
        return switch (texts.keepMine(dossier.id(), key, version, texte, view.actor())) {
            case SaveOutcome.Saved _ -> {
                Flash.notice(flash, "Votre texte est gardé. L’autre est dans l’historique.");
                yield toSection(view, kind, section, "");
            }
            case SaveOutcome.Collision _ -> toSection(view, kind, section, "#deux-textes");
            case SaveOutcome.TooLong(int length) -> refused(view, kind, section, texte, tooLong(length), model);
            case SaveOutcome.Closed _ -> refused(view, kind, section, texte, CLOSED, model);
        };
    }

    /** Copies the text that another dossier of the CPTS has for the same thing. */
    @PostMapping("/sections/{section}/reprise")
    String takeOver(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam int version,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        var key = pages.narrativeKey(dossier, section);
        var outcome = takeOvers.one(dossier, key, version, view.actor());
        if (outcome.isEmpty()) {
            return toSection(view, kind, section, "");
        }
        return switch (outcome.get()) {
            case SaveOutcome.Saved _ -> {
                Flash.notice(flash, "Le texte est repris. Vous pouvez le modifier : l’autre dossier ne change pas.");
                yield toSection(view, kind, section, "");
            }
            case SaveOutcome.Collision(var _, var theirs) -> {
                Flash.notice(flash, collision(theirs));
                yield toSection(view, kind, section, "#deux-textes");
            }
            case SaveOutcome.TooLong(int length) -> {
                Flash.notice(flash, tooLong(length));
                yield toSection(view, kind, section, "");
            }
            case SaveOutcome.Closed _ -> {
                Flash.notice(flash, "Le dossier est déposé : le texte ne change plus.");
                yield toSection(view, kind, section, "");
            }
        };
    }

    /** @param prevenir accounts of people of the team to tell, beside those whom the text names */
    @PostMapping("/sections/{section}/remarques")
    String remark(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam UUID id,
            @RequestParam String remarque,
            @RequestParam(required = false) @Nullable Set<UUID> prevenir,
            RedirectAttributes flash) {
        view.require(Right.READ);
        var dossier = pages.dossier(view, kindOf(kind));
        var about = pages.filled(dossier, section);
        if (acceptable(remarque, flash)) {
            mentions.remark(view, dossier, about, id, remarque, prevenir == null ? Set.of() : prevenir);
        }
        return toSection(view, kind, section, "#remarques");
    }

    @PostMapping("/sections/{section}/remarques/{remark}/reponses")
    String answer(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @PathVariable UUID remark,
            @RequestParam UUID id,
            @RequestParam String reponse,
            RedirectAttributes flash) {
        view.require(Right.READ);
        var dossier = pages.dossier(view, kindOf(kind));
        boolean institution = remarks.find(dossier.id(), remark).party().instructs();
        if (institution) {
            view.require(Right.WRITE);
        }
        if (acceptable(reponse, flash)) {
            if (institution) {
                reviewRemarks.answer(view, dossier.kind(), remark, id, reponse);
                Flash.notice(flash, "La réponse est envoyée aux institutions.");
            } else {
                mentions.answer(view, dossier, pages.filled(dossier, section), remark, id, reponse);
            }
        }
        return toSection(view, kind, section, "#remarques");
    }

    /** The team settles its own remarks; those of an institution are the institution's to settle. */
    @PostMapping("/sections/{section}/remarques/{remark}/reglee")
    String resolve(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @PathVariable UUID remark,
            @RequestParam boolean reglee,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        if (remarks.find(dossier.id(), remark).party().instructs()) {
            Flash.notice(
                    flash, "L’institution qui a écrit cette remarque dit elle-même qu’elle est réglée. Répondez-lui.");
        } else {
            remarks.setResolved(dossier.id(), remark, reglee, view.actor());
        }
        return toSection(view, kind, section, "#remarques");
    }

    /** @param personne account of somebody of the team; empty to entrust the section to nobody */
    @PostMapping("/sections/{section}/attribution")
    String assign(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable UUID personne,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate echeance) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        pages.filled(dossier, section);
        if (personne == null) {
            assignments.withdraw(dossier.id(), section);
        } else {
            var account = new AccountId(personne);
            var to = assignments.team(view.id()).stream()
                    .filter(candidate -> candidate.account().equals(account))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("nobody " + personne + " in the team"));
            assignments.assign(dossier.id(), section, to, echeance);
        }
        return toSection(view, kind, section, "");
    }

    private static final String CLOSED =
            "Le dossier est déposé : le texte ne change plus. Le vôtre est gardé sur cette page, copiez-le.";

    private SaveOutcome save(CommunityView view, String kind, String section, int version, String text) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        return texts.save(dossier.id(), pages.narrativeKey(dossier, section), version, text, view.actor());
    }

    /** The page again with what was typed: nothing is lost. */
    private String refused(CommunityView view, String kind, String section, String text, String message, Model model) {
        model.addAttribute("page", pages.section(view, kindOf(kind), section));
        model.addAttribute("typed", text);
        model.addAttribute("refusal", message);
        return "dossier/section";
    }

    private static boolean acceptable(String text, RedirectAttributes flash) {
        if (text.isBlank()) {
            Flash.notice(flash, "La remarque est vide : rien n’a été envoyé.");
            return false;
        }
        if (text.length() > Remarks.LONGEST) {
            Flash.notice(
                    flash, "La remarque dépasse " + French.number(Remarks.LONGEST) + " signes : faites-en plusieurs.");
            return false;
        }
        return true;
    }

    private static String collision(SectionText theirs) {
        return theirs.authorName() + " a modifié ce texte à " + French.time(theirs.savedAt())
                + ". Rien n’est perdu : choisissez le texte à garder.";
    }

    private static String tooLong(int length) {
        return "Le texte compte " + French.number(length) + " signes. Restez sous " + French.number(Texts.LONGEST)
                + " ou déplacez une partie dans une autre section.";
    }

    private static String toSection(CommunityView view, String kind, String section, String anchor) {
        return "redirect:" + WritingPages.address(view, kindOf(kind)) + "/sections/" + section + anchor;
    }

    private static DossierKind kindOf(String path) {
        return DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind " + path));
    }
}
