package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The annexes of a dossier: what is attached, in order, and what is still expected. */
@Controller
@RequestMapping("/cpts/{slug}/annexes")
class AnnexController {

    private static final int LONGEST = 200;

    private final AnnexPages pages;
    private final Attachments attachments;
    private final Dossiers dossiers;
    private final AdoptedAnnexes adopted;

    AnnexController(AnnexPages pages, Attachments attachments, Dossiers dossiers, AdoptedAnnexes adopted) {
        this.pages = pages;
        this.attachments = attachments;
        this.dossiers = dossiers;
        this.adopted = adopted;
    }

    @GetMapping
    String show(CommunityView view, @RequestParam(defaultValue = "") String dossier, Model model) {
        return page(view, kind(dossier), FormErrors.NONE, "", model);
    }

    /**
     * @param document the id chosen
     * @param libelle how it is called there; empty for its title
     * @param piece the expected piece it answers; empty for none in particular
     */
    @PostMapping
    String attach(
            CommunityView view,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String libelle,
            @RequestParam(defaultValue = "") String piece,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var kind = kind(dossier);
        var label = Typed.line(libelle);
        var errors = new FormErrors();
        if (!document.matches("[0-9a-f-]{36}")) {
            errors.add("document", "Choisissez un document.");
        }
        if (label.length() > LONGEST) {
            errors.add("libelle", "Ce libellé est trop long. Gardez 200\u00A0signes au plus.");
        }
        if (!errors.isEmpty()) {
            return page(view, kind, errors, label, model);
        }
        var begun = dossiers.begin(view.id(), kind, view.actor());
        attachments.attach(
                view,
                new DocumentId(UUID.fromString(document)),
                Enclosures.use(begun.id()),
                label,
                ExpectedPiece.all().stream().anyMatch(known -> known.key().equals(piece)) ? piece : null);
        Flash.notice(flash, "L’annexe est ajoutée.");
        return back(view, kind);
    }

    /** Joins the text that the association adopted in Maillage. */
    @PostMapping("/adoptes")
    String adopted(
            CommunityView view,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String piece,
            RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        var kind = kind(dossier);
        var expected = ExpectedPiece.all().stream()
                .filter(known -> known.key().equals(piece))
                .findFirst()
                .orElseThrow(() -> new NotFound("piece " + piece));
        adopted.join(view, dossiers.begin(view.id(), kind, view.actor()), expected);
        Flash.notice(flash, "Le texte adopté est joint au dossier.");
        return back(view, kind);
    }

    /** Opens the form of a new document, which will answer a piece; the dossier is begun by then. */
    @PostMapping("/nouveau")
    String upload(
            CommunityView view,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String piece) {
        view.require(Right.WRITE);
        var begun = dossiers.begin(view.id(), kind(dossier), view.actor());
        var type = ExpectedPiece.all().stream()
                .filter(known -> known.key().equals(piece))
                .flatMap(known -> known.types().stream())
                .findFirst()
                .orElse("");
        return "redirect:"
                + view.at("/documents/nouveau?type=%s&usage=%s&piece=%s"
                        .formatted(type, Enclosures.use(begun.id()).code(), type.isEmpty() ? "" : piece));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/rang")
    String raise(CommunityView view, @PathVariable UUID id, @RequestParam(defaultValue = "") String dossier) {
        view.require(Right.WRITE);
        var kind = kind(dossier);
        attachments.raise(
                view, new DocumentId(id), Enclosures.use(begun(view, kind).id()));
        return back(view, kind);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/retrait")
    String detach(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dossier,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var kind = kind(dossier);
        attachments.detach(
                view, new DocumentId(id), Enclosures.use(begun(view, kind).id()));
        Flash.notice(flash, "L’annexe est retirée. Le document reste dans les documents.");
        return back(view, kind);
    }

    private Dossier begun(CommunityView view, DossierKind kind) {
        return dossiers.of(view.id(), kind).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }

    private String page(CommunityView view, DossierKind kind, FormErrors errors, String label, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("page", pages.of(view, kind));
        model.addAttribute("kinds", List.of(DossierKind.values()));
        model.addAttribute("errors", errors);
        model.addAttribute("label", label);
        return "dossier/annexes";
    }

    private static String back(CommunityView view, DossierKind kind) {
        return "redirect:" + view.at("/annexes?dossier=" + kind.path());
    }

    private static DossierKind kind(String path) {
        return path.isEmpty()
                ? DossierKind.HEALTH_PROJECT
                : DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind of dossier " + path));
    }
}
