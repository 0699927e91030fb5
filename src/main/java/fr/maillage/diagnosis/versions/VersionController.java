package fr.maillage.diagnosis.versions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dated diagnoses of a CPTS: one is made, read, compared with another or with today. */
@Controller
class VersionController {

    /** Stands for the diagnosis of today in a comparison. */
    static final String TODAY = "aujourdhui";

    /**
     * Two diagnoses held against each other.
     *
     * @param title « Premier diagnostic, 22 novembre 2026 »
     */
    record Side(String code, String title, FrozenDiagnosis diagnosis) {}

    private static final String NO_TERRITORY = "Choisissez d’abord les communes du territoire.";

    private final Versions versions;
    private final Perimeters perimeters;

    VersionController(Versions versions, Perimeters perimeters) {
        this.versions = versions;
        this.perimeters = perimeters;
    }

    @GetMapping("/cpts/{slug}/diagnostic/versions")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        return listPage(view, Form.empty().set("id", UUID.randomUUID()), request, model);
    }

    @GetMapping("/cpts/{slug}/diagnostic/versions.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format) {
        return Download.of(
                "diagnostics-" + view.slug(), VersionLists.sheet(versions.of(view.id()), view.name()), format);
    }

    @PostMapping("/cpts/{slug}/diagnostic/versions")
    String date(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var name = form.text("nom", 120, "Donnez un nom à ce diagnostic, par exemple « Premier diagnostic ».");
        if (perimeters.current(view.id()).isEmpty()) {
            form.errors().add(NO_TERRITORY);
        }
        if (form.errors().isEmpty() && !versions.date(view, form.id(), name)) {
            form.errors().add(NO_TERRITORY);
        }
        if (!form.errors().isEmpty()) {
            return listPage(view, form, request, model);
        }
        Flash.notice(flash, "Le diagnostic est daté. Il ne changera plus.");
        return "redirect:" + view.at("/diagnostic/versions");
    }

    @GetMapping("/cpts/{slug}/diagnostic/versions/{id:[0-9a-f-]{36}}")
    String show(CommunityView view, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var version = versions.find(view.id(), id);
        model.addAttribute("view", view);
        model.addAttribute("version", version);
        model.addAttribute("listing", VersionLists.lines(version.diagnosis(), VersionLists.LINES.read(request)));
        return "diagnosis/version";
    }

    @GetMapping("/cpts/{slug}/diagnostic/versions/{id:[0-9a-f-]{36}}.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(
            CommunityView view, @PathVariable UUID id, @PathVariable String format, HttpServletRequest request) {
        var version = versions.find(view.id(), id);
        var sheet = VersionLists.sheet(version, view.name(), VersionLists.LINES.read(request));
        return Download.of("diagnostic-" + version.day() + "-" + view.slug(), sheet, format);
    }

    /**
     * @param avant id of the earlier one
     * @param apres id of the later one, or {@link #TODAY}
     */
    @GetMapping("/cpts/{slug}/diagnostic/versions/comparaison/{avant}/{apres:aujourdhui|[0-9a-f-]{36}}")
    String compare(
            CommunityView view,
            @PathVariable String avant,
            @PathVariable String apres,
            HttpServletRequest request,
            Model model) {
        var before = side(view, avant);
        var after = side(view, apres);
        var movements = Movement.between(before.diagnosis(), after.diagnosis());
        model.addAttribute("view", view);
        model.addAttribute("before", before.title());
        model.addAttribute("after", after.title());
        model.addAttribute("earlier", before.diagnosis());
        model.addAttribute("later", after.diagnosis());
        model.addAttribute("counts", VersionLists.counts(movements));
        model.addAttribute("listing", VersionLists.movements(movements, VersionLists.MOVEMENTS.read(request)));
        return "diagnosis/comparison";
    }

    @GetMapping(
            "/cpts/{slug}/diagnostic/versions/comparaison/{avant}/{apres:aujourdhui|[0-9a-f-]{36}}.{format:xlsx|csv}")
    ResponseEntity<byte[]> compare(
            CommunityView view,
            @PathVariable String avant,
            @PathVariable String apres,
            @PathVariable String format,
            HttpServletRequest request) {
        var before = side(view, avant);
        var after = side(view, apres);
        var sheet = VersionLists.sheet(
                Movement.between(before.diagnosis(), after.diagnosis()),
                view.name() + ", de « " + before.title() + " » à « " + after.title() + " »",
                VersionLists.MOVEMENTS.read(request));
        return Download.of("comparaison-" + view.slug(), sheet, format);
    }

    /** The form of the list leads to the address of the comparison. */
    @GetMapping("/cpts/{slug}/diagnostic/versions/comparaison")
    String chosen(CommunityView view, @RequestParam String avant, @RequestParam String apres) {
        return "redirect:"
                + view.at("/diagnostic/versions/comparaison/"
                        + side(view, avant).code() + "/" + side(view, apres).code());
    }

    private Side side(CommunityView view, String code) {
        if (code.equals(TODAY)) {
            return versions.today(view.id())
                    .map(diagnosis -> new Side(TODAY, "aujourd’hui", diagnosis))
                    .orElseThrow(() -> new NotFound("territory of " + view.slug()));
        }
        var version = versions.find(view.id(), uuid(code));
        return new Side(code, version.name() + ", " + French.date(version.day()), version.diagnosis());
    }

    private static UUID uuid(String code) {
        try {
            return UUID.fromString(code);
        } catch (IllegalArgumentException _) {
            throw new NotFound("version " + code);
        }
    }

    private String listPage(CommunityView view, Form form, HttpServletRequest request, Model model) {
        var all = versions.of(view.id());
        var choices = new ArrayList<Option>();
        all.forEach(version ->
                choices.add(new Option(version.id().toString(), version.name() + ", " + French.date(version.day()))));
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("versions", List.copyOf(choices));
        choices.addFirst(new Option(TODAY, "Aujourd’hui"));
        model.addAttribute("later", choices);
        model.addAttribute("listing", VersionLists.versions(all, VersionLists.VERSIONS.read(request)));
        return "diagnosis/versions";
    }
}
