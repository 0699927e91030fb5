package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.DossierKind;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a text was: who wrote when, what changed between two versions, and putting one back. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/sections/{section}/historique")
class HistoryController {

    /** Texts on a page of the history. */
    private static final int SIZE = 20;

    private final WritingPages pages;
    private final Texts texts;

    HistoryController(WritingPages pages, Texts texts) {
        this.pages = pages;
        this.texts = texts;
    }

    /**
     * @param avant id of the older text, the one before the newest when not told
     * @param apres id of the newer text, the newest of the page when not told
     * @param page of the list of versions, from 1
     */
    @GetMapping
    String history(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable Long avant,
            @RequestParam(required = false) @Nullable Long apres,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        view.require(Right.READ);
        var dossier = pages.dossier(view, kindOf(kind));
        var key = pages.narrativeKey(dossier, section);
        int total = texts.revisions(dossier.id(), key);
        if (total == 0) {
            throw new NotFound("history of " + section);
        }
        int last = (total + SIZE - 1) / SIZE;
        int here = Math.clamp(page, 1, last);
        var revisions = texts.history(dossier.id(), key, (here - 1) * SIZE, SIZE);
        var newer = apres == null ? revisions.getFirst() : texts.revision(dossier.id(), key, apres);
        var older = avant == null
                ? texts.before(dossier.id(), key, newer).orElse(null)
                : texts.revision(dossier.id(), key, avant);
        model.addAttribute(
                "page",
                new HistoryPage(
                        view,
                        dossier,
                        pages.section(view, kindOf(kind), section).section(),
                        WritingPages.address(view, kindOf(kind)) + "/sections/" + section,
                        texts.find(dossier.id(), key).orElseThrow().version(),
                        revisions.stream().map(revision -> line(view, revision)).toList(),
                        here,
                        last,
                        older == null ? null : line(view, older),
                        line(view, newer),
                        Differences.between(older == null ? "" : older.text(), newer.text())));
        return "dossier/history";
    }

    @PostMapping("/{revision}/reprise")
    String restore(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String section,
            @PathVariable long revision,
            @RequestParam int version,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var dossier = pages.dossier(view, kindOf(kind));
        var outcome =
                texts.restore(dossier.id(), pages.narrativeKey(dossier, section), version, revision, view.actor());
        Flash.notice(
                flash,
                switch (outcome) {
                    case SaveOutcome.Saved _ -> "Le texte est repris. Celui qu’il remplace reste dans l’historique.";
                    case SaveOutcome.Collision _ -> "Le texte a changé entre-temps. Choisissez celui à garder.";
                    case SaveOutcome.TooLong _, SaveOutcome.Closed _ ->
                        "Le dossier est déposé : le texte ne change plus.";
                });
        return "redirect:" + WritingPages.address(view, kindOf(kind)) + "/sections/" + section;
    }

    private HistoryPage.Line line(CommunityView view, Revision revision) {
        var text = revision.text().strip();
        return new HistoryPage.Line(
                revision.id(),
                pages.when(revision.savedAt()),
                WritingPages.who(view, revision.kind(), revision.author(), revision.authorName()),
                text.isEmpty() ? 0 : text.split("\\s+").length);
    }

    private static DossierKind kindOf(String path) {
        return DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind " + path));
    }
}
