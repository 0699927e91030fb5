package fr.maillage.diagnosis;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The diagnosis of a CPTS: its themes, one indicator after the other, and the sources that its team keeps. */
@Controller
@RequestMapping("/cpts/{slug}/diagnostic")
class DiagnosisController {

    private final DiagnosisPages pages;
    private final Choices choices;

    DiagnosisController(DiagnosisPages pages, Choices choices) {
        this.pages = pages;
        this.choices = choices;
    }

    @GetMapping
    String first(CommunityView view, Model model) {
        return theme(view, DiagnosisTheme.POPULATION, null, false, model);
    }

    /**
     * @param indicateur code of the one shown large, or null for the first
     * @param phrase {@code ecartee} when its sentence is put aside, else empty
     */
    @GetMapping("/{theme:population|sante|professionnels|acces}")
    String theme(
            CommunityView view,
            @PathVariable String theme,
            @RequestParam(required = false) @Nullable String indicateur,
            @RequestParam(defaultValue = "") String phrase,
            Model model) {
        return theme(
                view,
                DiagnosisTheme.of(theme).orElseThrow(() -> new NotFound("theme " + theme)),
                indicateur,
                phrase.equals("ecartee"),
                model);
    }

    private String theme(
            CommunityView view, DiagnosisTheme theme, @Nullable String indicator, boolean dropped, Model model) {
        model.addAttribute("page", pages.theme(view, theme, indicator));
        model.addAttribute("dropped", dropped);
        return "diagnosis/theme";
    }

    @GetMapping("/indicateurs/{code:[a-z0-9-]+}")
    String indicator(CommunityView view, @PathVariable String code, HttpServletRequest request, Model model) {
        return indicator(pages.indicator(view, code), Form.empty(), request, model);
    }

    private static String indicator(IndicatorPage page, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute(
                "listing", IndicatorList.page(page.rows(), IndicatorList.spec().read(request)));
        return "diagnosis/indicator";
    }

    @GetMapping("/indicateurs/{code:[a-z0-9-]+}.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(
            CommunityView view, @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        var page = pages.indicator(view, code);
        var rows = IndicatorList.matching(page.rows(), IndicatorList.spec().read(request));
        return Download.of(code + "-" + view.slug(), IndicatorList.sheet(page, rows), format);
    }

    /** Records which source the team keeps, and why. */
    @PostMapping("/indicateurs/{code:[a-z0-9-]+}/choix")
    String choose(
            CommunityView view,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var page = pages.indicator(view, code);
        var form = Form.sent(sent);
        var feed = page.indicator().feed(form.value("source"));
        var reason =
                form.text("raison", Choices.LONGEST_REASON, "Dites pourquoi : la raison est imprimée avec le chiffre.");
        if (feed.isEmpty()) {
            form.errors().add("source", "Choisissez une des sources.");
        }
        if (!form.errors().isEmpty() || feed.isEmpty()) {
            return indicator(page, form, request, model);
        }
        var base = form.value("version");
        return switch (choices.choose(
                view, page.indicator(), feed.get(), reason, base.matches("\\d{1,6}") ? Integer.parseInt(base) : 0)) {
            case Saving.Done _ -> {
                Flash.notice(flash, "La source retenue est « " + feed.get().label() + " ».");
                yield "redirect:" + page.at();
            }
            case Saving.Overtaken(var other) -> {
                form.errors()
                        .add(
                                "source",
                                other.by()
                                        + " vient de choisir une source. Relisez son choix, puis enregistrez le vôtre.");
                yield indicator(pages.indicator(view, code), form, request, model);
            }
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield indicator(page, form, request, model);
            }
        };
    }
}
