package fr.maillage.diagnosis.evidence;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.project.Evidence;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemId;
import fr.maillage.project.ProblemScales;
import fr.maillage.project.Problems;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds an indicator, frozen as it is today, to a problem of the register or to a new one. */
@Controller
class EvidenceController {

    /** The choice of a problem that is not yet in the register. */
    private static final String NEW = "nouveau";

    private final Diagnoses diagnoses;
    private final Problems problems;

    EvidenceController(Diagnoses diagnoses, Problems problems) {
        this.diagnoses = diagnoses;
        this.problems = problems;
    }

    @GetMapping("/cpts/{slug}/diagnostic/indicateurs/{code}/preuve")
    String look(CommunityView view, @PathVariable String code, Model model) {
        view.require(Right.WRITE);
        return page(view, code, Form.empty().set("id", UUID.randomUUID()), model);
    }

    @PostMapping("/cpts/{slug}/diagnostic/indicateurs/{code}/preuve")
    String add(
            CommunityView view,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var evidence = evidence(view, code);
        var known = problems.of(view.id());
        var form = Form.sent(typed);
        var chosen = form.value("probleme");
        if (known.isEmpty() || chosen.equals(NEW)) {
            var title = form.text("titre", 200, "Dites le problème en une phrase.");
            var theme = form.choice("theme", ProblemScales::theme, "Choisissez un thème.");
            if (!title.isEmpty() && title.length() < 3) {
                form.errors().add("titre", "Dites le problème en une phrase.");
            }
            if (theme == null || !form.errors().isEmpty()) {
                return page(view, code, form, model);
            }
            // The id of the form: sent twice, it makes one problem with one evidence.
            var problem = new ProblemId(form.id());
            var facts = new Problem.Facts(title, theme, "", null, null, "", Set.of());
            problems.addWithEvidence(view, problem, facts, form.id(), evidence);
            return added(view, problem, flash);
        }
        var problem = known.stream()
                .filter(one -> one.id().value().toString().equals(chosen))
                .findFirst();
        if (problem.isEmpty()) {
            form.errors().add("probleme", "Choisissez le problème que ce chiffre montre.");
            return page(view, code, form, model);
        }
        problems.addEvidence(view, problem.get().id(), form.id(), evidence);
        return added(view, problem.get().id(), flash);
    }

    private static String added(CommunityView view, ProblemId problem, RedirectAttributes flash) {
        Flash.notice(flash, "Le chiffre est ajouté comme preuve. Il ne changera plus.");
        return "redirect:" + view.at("/diagnostic/problemes/" + problem.value());
    }

    private String page(CommunityView view, String code, Form form, Model model) {
        var known = problems.of(view.id());
        var choices = new ArrayList<Option>();
        known.forEach(problem -> choices.add(new Option(problem.id().value().toString(), problem.line())));
        choices.add(new Option(NEW, "Un nouveau problème"));
        model.addAttribute("view", view);
        model.addAttribute("code", code);
        model.addAttribute("evidence", evidence(view, code));
        model.addAttribute("form", form);
        model.addAttribute("problems", known.isEmpty() ? List.of() : List.copyOf(choices));
        model.addAttribute(
                "themes",
                ProblemScales.themes().stream()
                        .map(theme -> new Option(theme.code(), theme.title()))
                        .toList());
        return "diagnosis/evidence";
    }

    /** @throws NotFound when there is no such indicator, or nothing is known of it here */
    private Evidence.Facts evidence(CommunityView view, String code) {
        return diagnoses
                .of(view.id())
                .flatMap(diagnosis ->
                        diagnosis.measure(code).flatMap(measure -> MeasuredEvidence.of(diagnosis, measure)))
                .orElseThrow(() -> new NotFound("evidence of " + code));
    }
}
