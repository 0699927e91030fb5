package fr.maillage.diagnosis.scenarios;

import fr.maillage.community.CommunityView;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.community.Perimeters;
import fr.maillage.community.Right;
import fr.maillage.diagnosis.Scenario;
import fr.maillage.diagnosis.Scenarios;
import fr.maillage.documents.Download;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import fr.maillage.territory.Communes;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The scenarios of a CPTS: the list, and one with its changes and what they bring. */
@Controller
class ScenarioController {

    private static final String ONE = "/cpts/{slug}/diagnostic/scenarios/{id:[0-9a-f-]{36}}";
    private static final String LIST = "/diagnostic/scenarios";

    private final Scenarios scenarios;
    private final Perimeters perimeters;
    private final Communes communes;

    ScenarioController(Scenarios scenarios, Perimeters perimeters, Communes communes) {
        this.scenarios = scenarios;
        this.perimeters = perimeters;
        this.communes = communes;
    }

    @GetMapping("/cpts/{slug}/diagnostic/scenarios")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        return list(view, Form.empty().set("id", UUID.randomUUID()), request, model);
    }

    @GetMapping("/cpts/{slug}/diagnostic/scenarios.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        var sheet = ScenarioList.sheet(scenarios.of(view.id()), ScenarioList.SPEC.read(request), view.name());
        return Download.of("scenarios-" + view.slug(), sheet, format);
    }

    @PostMapping("/cpts/{slug}/diagnostic/scenarios")
    String create(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Model model) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var name = form.text("nom", Scenario.LONGEST_NAME, "Donnez un nom au scénario.");
        if (!form.errors().isEmpty()) {
            return list(view, form, request, model);
        }
        var id = form.id();
        scenarios.create(view, id, name);
        return "redirect:" + at(view, id);
    }

    @GetMapping(ONE)
    String show(CommunityView view, @PathVariable UUID id, Model model) {
        return page(view, scenarios.find(view.id(), id), ScenarioForms.blank(), null, model);
    }

    @PostMapping(ONE)
    String rename(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var scenario = scenarios.find(view.id(), id);
        var form = Form.sent(typed);
        var name = form.text("nom", Scenario.LONGEST_NAME, "Donnez un nom au scénario.");
        if (!form.errors().isEmpty()) {
            return page(view, scenario, form, null, model);
        }
        if (scenarios.rename(view, id, form.version(), name) instanceof Saving.Overtaken(var other)) {
            return overtaken(view, id, form, other, model);
        }
        Flash.notice(flash, "Scénario renommé.");
        return "redirect:" + at(view, id);
    }

    @PostMapping(ONE + "/changements")
    String add(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var scenario = scenarios.find(view.id(), id);
        var form = Form.sent(typed);
        var change = new ScenarioForms(communes, territory(view)).read(form);
        if (change == null) {
            return page(view, scenario, form, null, model);
        }
        return switch (scenarios.add(view, id, form.version(), change)) {
            case Saving.Done _ -> {
                Flash.notice(flash, "Ajouté" + French.NBSP + ": " + change.words() + ".");
                yield "redirect:" + at(view, id);
            }
            case Saving.Overtaken(var other) -> overtaken(view, id, form, other, model);
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(ScenarioForms.prefix(form) + field, sentence);
                yield page(view, scenario, form, null, model);
            }
        };
    }

    @PostMapping(ONE + "/changements/{change:[0-9a-f-]{36}}/retrait")
    String remove(CommunityView view, @PathVariable UUID id, @PathVariable UUID change, RedirectAttributes flash) {
        view.require(Right.WRITE);
        scenarios.remove(view, id, change);
        Flash.notice(flash, "Le changement est retiré.");
        return "redirect:" + at(view, id);
    }

    @PostMapping(ONE + "/copie")
    String copy(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var copy = Form.sent(typed).id();
        scenarios.copy(view, id, copy);
        Flash.notice(flash, "Vous êtes dans la copie.");
        return "redirect:" + at(view, copy);
    }

    @PostMapping(ONE + "/suppression")
    String delete(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        scenarios.delete(view, id);
        Flash.notice(flash, "Le scénario est supprimé.");
        return "redirect:" + view.at(LIST);
    }

    /** What was typed is kept; sent again from this page it adds to what the other person did. */
    private String overtaken(CommunityView view, UUID id, Form form, Change other, Model model) {
        form.set("version", other.version());
        return page(
                view,
                scenarios.find(view.id(), id),
                form,
                new Overtaken(other.by(), French.dateTime(other.at()), List.of()),
                model);
    }

    private String list(CommunityView view, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("listing", ScenarioList.page(scenarios.of(view.id()), ScenarioList.SPEC.read(request)));
        model.addAttribute("form", form);
        return "diagnosis/scenarios";
    }

    private String page(CommunityView view, Scenario scenario, Form form, @Nullable Overtaken overtaken, Model model) {
        if (form.value("id").isEmpty()) {
            form.set("id", UUID.randomUUID());
        }
        model.addAttribute("view", view);
        model.addAttribute("scenario", scenario);
        model.addAttribute("outcome", scenarios.outcome(view.id(), scenario).orElse(null));
        model.addAttribute("sentences", scenarios.sentences(view.id().value(), scenario.id()));
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("professions", ScenarioForms.professions());
        model.addAttribute("movements", ScenarioForms.movements());
        model.addAttribute("borders", ScenarioForms.borders());
        model.addAttribute("copy", UUID.randomUUID().toString());
        return "diagnosis/scenario";
    }

    private List<String> territory(CommunityView view) {
        return perimeters.current(view.id()).stream()
                .flatMap(perimeter -> perimeter.places().stream())
                .map(PerimeterPlace::commune)
                .distinct()
                .toList();
    }

    private static String at(CommunityView view, UUID id) {
        return view.at(LIST + "/" + id);
    }
}
