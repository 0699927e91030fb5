package fr.maillage.dossier.versions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.versions.ProjectVersion.Kind;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a dossier: naming one, and what changed between any two, as a page, a Word file or a PDF. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT)
class ProjectVersionController {

    private static final int LONGEST_NAME = 120;

    private final Dossiers dossiers;
    private final NamedVersions versions;
    private final VersionComparisons comparisons;
    private final DocumentRenderer renderer;
    private final Today today;

    ProjectVersionController(
            Dossiers dossiers,
            NamedVersions versions,
            VersionComparisons comparisons,
            DocumentRenderer renderer,
            Today today) {
        this.dossiers = dossiers;
        this.versions = versions;
        this.comparisons = comparisons;
        this.renderer = renderer;
        this.today = today;
    }

    @GetMapping("/versions")
    String list(CommunityView view, @PathVariable String kind, HttpServletRequest request, Model model) {
        return page(view, kind, "", FormErrors.NONE, request, model);
    }

    @PostMapping("/versions")
    String keep(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String nom,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var name = Typed.line(nom);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            var errors = new FormErrors();
            errors.add(
                    "nom",
                    name.isEmpty()
                            ? "Donnez un nom à cette version, par exemple « Avant l’assemblée »."
                            : "Ce nom est trop long : " + LONGEST_NAME + " signes au plus.");
            return page(view, kind, name, errors, request, model);
        }
        versions.keep(view, dossier(view, kind), id, name);
        Flash.notice(flash, "La version « " + name + " » est gardée : elle ne changera plus.");
        return "redirect:" + address(view, kind);
    }

    @GetMapping("/versions.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(
            CommunityView view, @PathVariable String kind, @PathVariable String format, HttpServletRequest request) {
        view.require(Right.READ);
        var rows = versions.all(dossier(view, kind).id(), NamedVersions.SPEC.read(request)).stream()
                .map(version -> List.of(
                        Cell.text(version.name()),
                        Cell.text(version.kind().label()),
                        Cell.text(French.dateTime(version.at())),
                        Cell.text(version.by())))
                .toList();
        var sheet = new Spreadsheet(
                "Versions",
                List.of(view.name() + ". Extrait le " + French.dateTime(today.instant()) + "."),
                List.of("Version", "Origine", "Date", "Par"),
                rows);
        return Download.of("versions-" + kind + "-" + view.slug(), sheet, format);
    }

    /** @param avant code of the older version, the newest kept when not told; {@code apres} that of the newer, today */
    @GetMapping("/versions/comparaison")
    String compare(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String avant,
            @RequestParam(required = false) @Nullable String apres,
            Model model) {
        view.require(Right.READ);
        model.addAttribute("view", view);
        model.addAttribute("compared", comparisons.between(dossier(view, kind), avant, apres));
        model.addAttribute("base", address(view, kind));
        return "dossier/versionComparison";
    }

    @GetMapping("/versions/comparaison.{format:docx|pdf}")
    ResponseEntity<byte[]> compared(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String avant,
            @RequestParam(required = false) @Nullable String apres)
            throws IOException {
        view.require(Right.READ);
        var compared = comparisons.between(dossier(view, kind), avant, apres);
        var document = ComparisonDocument.of(view, compared, today.day());
        var bytes = new ByteArrayOutputStream();
        var name = "comparaison-" + kind + "-" + view.slug() + "." + format;
        if (format.equals("docx")) {
            renderer.docx(document, bytes);
            return Download.of(name, DocumentRenderer.DOCX, bytes.toByteArray());
        }
        renderer.pdf(document, bytes);
        return Download.of(name, DocumentRenderer.PDF, bytes.toByteArray());
    }

    private String page(
            CommunityView view, String kind, String typed, FormErrors errors, HttpServletRequest request, Model model) {
        view.require(Right.READ);
        var dossier = dossier(view, kind);
        model.addAttribute("view", view);
        model.addAttribute("dossier", dossier);
        model.addAttribute("listing", versions.page(dossier.id(), NamedVersions.SPEC.read(request)));
        model.addAttribute(
                "origins",
                Stream.of(Kind.NAMED, Kind.DEPOSITED)
                        .map(origin -> new Option(origin.code(), origin.label()))
                        .toList());
        model.addAttribute("newId", UUID.randomUUID());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "dossier/versions";
    }

    private Dossier dossier(CommunityView view, String kind) {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound("kind " + kind));
        return dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }

    private static String address(CommunityView view, String kind) {
        return view.at("/" + kind + "/versions");
    }
}
