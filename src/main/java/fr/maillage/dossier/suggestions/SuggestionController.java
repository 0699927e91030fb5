package fr.maillage.dossier.suggestions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Typed;
import fr.maillage.ui.DiffPart;
import fr.maillage.ui.Flash;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes proposed to the text of a section: proposing some, accepting or refusing each. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/sections/{section}/propositions")
class SuggestionController {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final Suggestions suggestions;

    SuggestionController(Dossiers dossiers, Trames trames, Texts texts, Suggestions suggestions) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.suggestions = suggestions;
    }

    @GetMapping
    String show(CommunityView view, @PathVariable String kind, @PathVariable String section, Model model) {
        view.require(Right.READ);
        return page(view, kind, section, null, "", null, model);
    }

    /** @param base the text the author started from; {@code texte} the same with the changes */
    @PostMapping
    String propose(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String motif,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = dossier(view, kind);
        var reason = Typed.lines(motif);
        if (texte.length() > Texts.LONGEST || base.length() > Texts.LONGEST) {
            return page(view, kind, section, texte, reason, "Ce texte est trop long.", model);
        }
        if (reason.length() > Suggestions.LONGEST_REASON) {
            var limit = French.number(Suggestions.LONGEST_REASON);
            return page(view, kind, section, texte, reason, "Le motif dépasse " + limit + " signes.", model);
        }
        if (!dossier.step().writable()) {
            return page(view, kind, section, texte, reason, "Le dossier est déposé : le texte ne change plus.", model);
        }
        int changes = suggestions.propose(
                view, dossier.id(), id, key(dossier, section), Texts.clean(base), Texts.clean(texte), reason);
        if (changes == 0) {
            return page(view, kind, section, texte, reason, "Vous n’avez encore rien changé au texte.", model);
        }
        Flash.notice(
                flash,
                French.count(changes, "modification est proposée.", "modifications sont proposées.")
                        + " Le texte ne change pas tant que personne ne les accepte.");
        return back(view, kind, section);
    }

    @PostMapping("/{id}/acceptation")
    String accept(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = dossier(view, kind);
        Flash.notice(flash, words(suggestions.accept(view, dossier.id(), key(dossier, section), id)));
        return back(view, kind, section);
    }

    @PostMapping("/{id}/refus")
    String refuse(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = dossier(view, kind);
        Flash.notice(flash, words(suggestions.refuse(view, dossier.id(), key(dossier, section), id)));
        return back(view, kind, section);
    }

    private static String words(SuggestionOutcome outcome) {
        return switch (outcome) {
            case SuggestionOutcome.Done(var now) ->
                switch (now) {
                    case ACCEPTED -> "La modification est dans le texte.";
                    case REFUSED -> "La modification est refusée : le texte ne change pas.";
                    case WITHDRAWN -> "Votre proposition est retirée.";
                    case OPEN -> throw new IllegalStateException("decided, yet open");
                };
            case SuggestionOutcome.Already(var state, var by) ->
                "Rien n’a changé : cette proposition est déjà " + state.label().toLowerCase(Locale.FRENCH) + ", par "
                        + by + ".";
            case SuggestionOutcome.Moved _ ->
                "Rien n’a été écrit : le passage a changé depuis la proposition. Reportez-la à la main, ou refusez-la.";
            case SuggestionOutcome.TooLong(int length) ->
                "Rien n’a été écrit : le texte compterait " + French.number(length) + " signes.";
            case SuggestionOutcome.Closed _ -> "Le dossier est déposé : le texte ne change plus.";
        };
    }

    private String page(
            CommunityView view,
            String kind,
            String section,
            @Nullable String typed,
            String reason,
            @Nullable String refusal,
            Model model) {
        var dossier = dossier(view, kind);
        var key = key(dossier, section);
        var now = texts.find(dossier.id(), key).map(SectionText::text).orElse("");
        var lines = suggestions.of(dossier.id(), key).stream()
                .map(suggestion -> line(view, suggestion, now))
                .toList();
        model.addAttribute(
                "page",
                new SuggestionPage(
                        view,
                        dossier,
                        section(dossier, section),
                        lines,
                        now,
                        typed == null ? now : typed,
                        reason,
                        refusal,
                        UUID.randomUUID()));
        return "dossier/suggestions";
    }

    private static SuggestionPage.Line line(CommunityView view, Suggestion suggestion, String now) {
        var shown = suggestion.isOpen() ? suggestion.passage().shownIn(now) : Optional.<List<DiffPart>>empty();
        return new SuggestionPage.Line(
                suggestion,
                shown.orElseGet(suggestion.passage()::parts),
                shown.isPresent(),
                French.dateTime(suggestion.madeAt()),
                suggestion.author().equals(view.actor().account()));
    }

    private Dossier dossier(CommunityView view, String kind) {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound("kind " + kind));
        return dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }

    private TrameSection section(Dossier dossier, String section) {
        return trames.of(dossier).section(section).orElseThrow(() -> new NotFound("section " + section));
    }

    private String key(Dossier dossier, String section) {
        return section(dossier, section)
                .narrative()
                .map(Filling.Narrative::key)
                .orElseThrow(() -> new NotFound("narrative of " + section));
    }

    private static String back(CommunityView view, String kind, String section) {
        return "redirect:" + view.at("/" + kind + "/sections/" + section + "/propositions");
    }
}
