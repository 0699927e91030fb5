package fr.maillage.community;

import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Part;
import fr.maillage.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The territory of a CPTS: seen by its people, changed by those who write. */
@Controller
@RequestMapping("/cpts/{slug}/territoire")
class PerimeterController {

    private static final int FOUND = 8;
    private static final int FOUND_EPCI = 4;
    private static final String REFUSALS = "refusals";

    private final PerimeterPages pages;
    private final PerimeterDrafts drafts;
    private final Perimeters perimeters;
    private final Communes communes;

    PerimeterController(PerimeterPages pages, PerimeterDrafts drafts, Perimeters perimeters, Communes communes) {
        this.pages = pages;
        this.drafts = drafts;
        this.perimeters = perimeters;
        this.communes = communes;
    }

    @GetMapping
    String show(
            CommunityView view,
            HttpServletRequest request,
            Model model,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(defaultValue = "") String texte) {
        var query = PerimeterList.spec().read(request);
        var page = version == null
                ? pages.working(view, query, commune)
                : pages.past(view, query, version).orElseThrow(() -> new NotFound("version " + version));
        model.addAttribute("page", page);
        model.addAttribute("refusals", refusals(model));
        search(page.work(), texte, model);
        return "community/perimeter";
    }

    /** What the search finds, alone: asked by htmx while one types. */
    @GetMapping(value = "/recherche", headers = "HX-Request")
    String find(CommunityView view, Model model, @RequestParam(defaultValue = "") String texte) {
        view.require(Right.WRITE);
        model.addAttribute("slug", view.slug());
        search(drafts.of(view), texte, model);
        return "community/perimeterFound";
    }

    @GetMapping("/recherche")
    String find(CommunityView view, RedirectAttributes redirect, @RequestParam(defaultValue = "") String texte) {
        redirect.addAttribute("texte", texte);
        return "redirect:/cpts/{slug}/territoire";
    }

    @GetMapping("/versions")
    String versions(CommunityView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("versions", perimeters.versions(view.id()));
        return "community/perimeterVersions";
    }

    @PostMapping("/communes")
    String add(
            CommunityView view,
            RedirectAttributes redirect,
            @RequestParam List<String> commune,
            @RequestParam(defaultValue = "") String texte) {
        view.require(Right.WRITE);
        told(drafts.add(view, commune), redirect);
        if (commune.size() == 1) {
            redirect.addAttribute("commune", commune.getFirst());
        }
        keep("texte", texte, redirect);
        return "redirect:/cpts/{slug}/territoire#carte";
    }

    @PostMapping("/retrait")
    String remove(
            CommunityView view,
            RedirectAttributes redirect,
            @RequestParam String commune,
            @RequestParam(defaultValue = "") String partie) {
        view.require(Right.WRITE);
        told(drafts.remove(view, commune, partie.isEmpty() ? null : partie), redirect);
        redirect.addAttribute("commune", commune);
        return "redirect:/cpts/{slug}/territoire#carte";
    }

    @PostMapping("/intercommunalite")
    String addEpci(CommunityView view, RedirectAttributes redirect, @RequestParam String epci) {
        view.require(Right.WRITE);
        told(drafts.addEpci(view, epci), redirect);
        return "redirect:/cpts/{slug}/territoire#carte";
    }

    @PostMapping("/parties")
    String addPart(
            CommunityView view,
            RedirectAttributes redirect,
            @RequestParam String commune,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String population) {
        view.require(Right.WRITE);
        var digits = population.replaceAll("[\\s\\u00A0\\u202F]", "");
        var edit = nom.isBlank() || nom.strip().length() > 80 || !digits.matches("\\d{1,7}")
                ? PerimeterEdit.refused("Donnez un nom à la partie de commune (80 signes au plus) et sa population en"
                        + " chiffres, par exemple 12 000.")
                : drafts.addPart(view, new Part(commune, nom.strip(), Integer.parseInt(digits)));
        told(edit, redirect);
        redirect.addAttribute("commune", commune);
        if (edit.done() == 0) {
            redirect.addFlashAttribute("partName", nom);
            redirect.addFlashAttribute("partPopulation", population);
        }
        return "redirect:/cpts/{slug}/territoire#carte";
    }

    @PostMapping("/annulation")
    String discard(CommunityView view) {
        view.require(Right.WRITE);
        drafts.discard(view);
        return "redirect:/cpts/{slug}/territoire";
    }

    /** Carries one's changes over to the version somebody else saved meanwhile. */
    @PostMapping("/reprise")
    String carryOver(CommunityView view) {
        view.require(Right.WRITE);
        drafts.carryOver(view);
        return "redirect:/cpts/{slug}/territoire";
    }

    @PostMapping
    String save(CommunityView view, RedirectAttributes redirect) {
        view.require(Right.WRITE);
        switch (drafts.save(view)) {
            case PerimeterSaving.Saved(var saved) ->
                Flash.notice(
                        redirect,
                        "Le territoire est enregistré : " + French.count(saved.communes(), "commune", "communes")
                                + ", version " + saved.number() + ".");
            case PerimeterSaving.Unchanged _ -> Flash.notice(redirect, "Le territoire était déjà enregistré ainsi.");
            case PerimeterSaving.Taken(var taken) ->
                refuse(redirect, taken.stream().map(PerimeterTaken::sentence).toList());
            case PerimeterSaving.Refused(var faults) ->
                refuse(redirect, faults.stream().map(fault -> fault.message()).toList());
            case PerimeterSaving.Overtaken _ -> {
                // The page itself tells who saved, and shows both.
            }
        }
        return "redirect:/cpts/{slug}/territoire";
    }

    private void search(PerimeterWork work, String text, Model model) {
        model.addAttribute("text", text);
        model.addAttribute(
                "found",
                communes.search(text, FOUND).stream()
                        .map(commune -> new PerimeterFound(commune, work.holds(commune.code(), null)))
                        .toList());
        model.addAttribute("foundEpci", text.strip().length() < 3 ? List.of() : communes.searchEpci(text, FOUND_EPCI));
    }

    private static void told(PerimeterEdit edit, RedirectAttributes redirect) {
        if (!edit.refusals().isEmpty()) {
            refuse(redirect, edit.refusals());
        }
    }

    private static void refuse(RedirectAttributes redirect, List<String> sentences) {
        redirect.addFlashAttribute(REFUSALS, sentences);
    }

    private static void keep(String name, String value, RedirectAttributes redirect) {
        if (!value.isEmpty()) {
            redirect.addAttribute(name, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> refusals(Model model) {
        return model.getAttribute(REFUSALS) instanceof List<?> sentences ? (List<String>) sentences : List.of();
    }
}
