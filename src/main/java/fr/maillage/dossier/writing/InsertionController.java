package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.ScreenHtml;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Option;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts what the diagnosis says into the texts of the projet de santé, and tells when it says something else. */
@Controller
class InsertionController {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Insertions insertions;
    private final Insertables insertables;
    private final WritingPages pages;

    InsertionController(
            Dossiers dossiers, Trames trames, Insertions insertions, Insertables insertables, WritingPages pages) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.insertions = insertions;
        this.insertables = insertables;
        this.pages = pages;
    }

    /**
     * Where it goes, and with which words.
     *
     * @param indicateur code of the indicator that a sentence, a map or a chart is taken from
     * @param scenario id of the scenario whose sentences are taken, when {@code objet} is « scenario »
     */
    @GetMapping("/cpts/{slug}/projet-de-sante/inserer")
    String look(
            CommunityView view,
            @RequestParam(defaultValue = "") String indicateur,
            @RequestParam(defaultValue = "") String scenario,
            @RequestParam(defaultValue = "phrase") String objet,
            Model model) {
        view.require(Right.WRITE);
        var form = Insertables.Form.ofCode(objet);
        var thing = thing(view, form == Insertables.Form.SCENARIO ? scenario : indicateur, form);
        return page(view, UUID.randomUUID(), thing, form, thing.words(), null, null, model);
    }

    /**
     * @param texte the sentence as accepted or changed; the drafted one when the page sends none
     * @param section where it goes; the section of the trame that takes the diagnosis when the page sends none
     */
    @PostMapping("/cpts/{slug}/projet-de-sante/inserer")
    String insert(
            CommunityView view,
            @RequestParam(defaultValue = "") String indicateur,
            @RequestParam(defaultValue = "") String scenario,
            @RequestParam(defaultValue = "phrase") String objet,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String texte,
            @RequestParam(required = false) @Nullable String section,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Insertables.Form.ofCode(objet);
        var thing = thing(view, form == Insertables.Form.SCENARIO ? scenario : indicateur, form);
        var words = texte == null ? thing.words() : texte.strip();
        var key = id == null ? UUID.randomUUID() : id;
        if (words.isEmpty()) {
            return page(view, key, thing, form, words, section, "Écrivez la phrase à insérer.", model);
        }
        var dossier = dossiers.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor());
        var target = target(trames.of(dossier), section);
        var narrative = pages.narrativeKey(dossier, target.key());
        return switch (insertions.insert(dossier.id(), narrative, key, thing, words, view.actor())) {
            case SaveOutcome.Saved _ -> {
                Flash.notice(
                        flash,
                        (thing.figure() == null
                                        ? "Le texte est ajouté à la fin de la section "
                                        : "La figure est ajoutée à la fin de la section ")
                                + target.number() + ".");
                yield toSection(view, target.key(), "");
            }
            // an addition comes after whatever was saved last: nothing can be in its way
            case SaveOutcome.Collision _ -> throw new IllegalStateException("an addition met another text");
            case SaveOutcome.TooLong(int length) ->
                page(
                        view,
                        key,
                        thing,
                        form,
                        words,
                        target.key(),
                        "La section compterait " + French.number(length)
                                + " signes. Choisissez-en une autre, ou raccourcissez celle-ci.",
                        model);
            case SaveOutcome.Closed _ ->
                page(
                        view,
                        key,
                        thing,
                        form,
                        words,
                        target.key(),
                        "Le projet de santé est déposé : son texte ne change plus. Recopiez cette phrase ailleurs si"
                                + " vous voulez la garder.",
                        model);
        };
    }

    /** Exchanges the words or the figure for those of today, as a new text of the history. */
    @PostMapping("/cpts/{slug}/projet-de-sante/sections/{section}/insertions/{id}/remplacement")
    String renew(
            CommunityView view,
            @PathVariable String section,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, DossierKind.HEALTH_PROJECT);
        var old = insertions.find(dossier.id(), id);
        var fresh = insertables.fresh(view.id(), old);
        if (fresh.isEmpty()) {
            Flash.notice(flash, "Les données de cette insertion ne sont plus chargées : le texte reste tel quel.");
            return toSection(view, section, "#insertions");
        }
        return switch (insertions.renew(dossier.id(), old, version, fresh.get(), view.actor())) {
            case SaveOutcome.Saved _ -> {
                Flash.notice(flash, "Le texte suit les données d’aujourd’hui. L’ancien est dans l’historique.");
                yield toSection(view, section, "#insertions");
            }
            case SaveOutcome.Collision _ -> toSection(view, section, "#deux-textes");
            case SaveOutcome.TooLong _, SaveOutcome.Closed _ -> {
                Flash.notice(flash, "Le texte n’a pas changé : la section est déposée, ou trop longue.");
                yield toSection(view, section, "#insertions");
            }
        };
    }

    /** The author saw what moved and keeps the text as it is. */
    @PostMapping("/cpts/{slug}/projet-de-sante/sections/{section}/insertions/{id}/maintien")
    String leave(CommunityView view, @PathVariable String section, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, DossierKind.HEALTH_PROJECT);
        var insertion = insertions.find(dossier.id(), id);
        insertions.leave(dossier.id(), id, insertables.factsToday(view.id(), insertion));
        Flash.notice(flash, "Le texte est gardé. Si les données changent encore, cette page le dira.");
        return toSection(view, section, "#insertions");
    }

    private Insertable thing(CommunityView view, String indicator, Insertables.Form form) {
        return insertables
                .of(view.id(), indicator, form)
                .orElseThrow(() -> new NotFound("nothing to insert of " + indicator));
    }

    private String page(
            CommunityView view,
            UUID id,
            Insertable thing,
            Insertables.Form form,
            String words,
            @Nullable String section,
            @Nullable String refusal,
            Model model) {
        var trame = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT)
                .map(trames::of)
                .orElseGet(() -> trames.byDefault(DossierKind.HEALTH_PROJECT));
        model.addAttribute(
                "page",
                new InsertionPage(
                        view,
                        id,
                        thing.subject().code(),
                        form.code(),
                        thing.title(),
                        thing.figure() == null ? words : "",
                        thing.figure() == null ? null : ScreenHtml.content(List.of(thing.figure())),
                        trame.written().stream()
                                .map(place -> new Option(place.key(), place.heading()))
                                .toList(),
                        target(trame, section).key(),
                        refusal));
        return "dossier/insertion";
    }

    private static TrameSection target(Trame trame, @Nullable String section) {
        return section == null || section.isEmpty()
                ? trame.ofDiagnosis().orElseThrow(() -> new NotFound("no text in " + trame.id()))
                : trame.section(section)
                        .filter(place -> place.narrative().isPresent())
                        .orElseThrow(() -> new NotFound("narrative of " + section));
    }

    private static String toSection(CommunityView view, String section, String anchor) {
        return "redirect:" + WritingPages.address(view, DossierKind.HEALTH_PROJECT) + "/sections/" + section + anchor;
    }
}
