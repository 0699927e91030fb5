package fr.maillage.project.problems;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemId;
import fr.maillage.project.Problems;
import fr.maillage.project.Projects;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import jakarta.servlet.http.HttpServletRequest;
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

/** The register of problems, a tab of the diagnosis. */
@Controller
class ProblemController {

    private static final String REGISTER = "/diagnostic/problemes";

    private final Projects projects;
    private final Problems problems;
    private final ProblemList list;

    ProblemController(Projects projects, Problems problems, ProblemList list) {
        this.projects = projects;
        this.problems = problems;
        this.list = list;
    }

    @GetMapping("/cpts/{slug}/diagnostic/problemes")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("project", project);
        model.addAttribute("listing", list.page(project, ProblemList.SPEC.read(request)));
        return "project/problems";
    }

    @GetMapping("/cpts/{slug}/diagnostic/problemes.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        var sheet = list.sheet(projects.of(view.id()), view.name(), ProblemList.SPEC.read(request));
        return Download.of("problematiques-" + view.slug(), sheet, format);
    }

    @GetMapping("/cpts/{slug}/diagnostic/problemes/nouveau")
    String blank(CommunityView view, @RequestParam(defaultValue = "") String objectif, Model model) {
        view.require(Right.WRITE);
        var form = Form.empty().set("id", UUID.randomUUID()).set("objectif", objectif.isEmpty() ? null : objectif);
        return page(view, null, form, null, model);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/nouveau")
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = ProblemForm.read(form, projects.of(view.id()));
        if (facts == null) {
            return page(view, null, form, null, model);
        }
        problems.add(view, new ProblemId(form.id()), facts);
        Flash.notice(flash, "Le problème est retenu. Ajoutez ce qui le montre.");
        return back(view, form.id());
    }

    @GetMapping("/cpts/{slug}/diagnostic/problemes/{id}")
    String edit(CommunityView view, @PathVariable UUID id, Model model) {
        var problem = problems.find(view, new ProblemId(id));
        return page(view, problem, ProblemForm.filled(problem), null, model);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}")
    String change(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var problem = problems.find(view, new ProblemId(id));
        var project = projects.of(view.id());
        var form = Form.sent(typed);
        var facts = ProblemForm.read(form, project);
        if (facts == null) {
            return page(view, problem, form, null, model);
        }
        if (problems.change(view, problem.id(), form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var stored = problems.find(view, problem.id());
            var mine = ProblemForm.comparable(form);
            form.set("version", other.version());
            var overtaken = mine.overtakenBy(
                    other,
                    ProblemForm.filled(stored),
                    ProblemForm.LABELS,
                    value -> ProblemForm.inWords(project, value));
            return page(view, stored, form, overtaken, model);
        }
        Flash.notice(flash, "Le problème est enregistré.");
        return "redirect:" + view.at(REGISTER);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}/rang")
    String raise(CommunityView view, @PathVariable UUID id) {
        view.require(Right.WRITE);
        problems.raise(view, new ProblemId(id));
        return "redirect:" + view.at(REGISTER);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}/archive")
    String archive(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        problems.archive(view, new ProblemId(id));
        Flash.undoable(flash, "Le problème est archivé.", view.at(REGISTER + "/" + id + "/retour"));
        return "redirect:" + view.at(REGISTER);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}/retour")
    String restore(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        problems.restore(view, new ProblemId(id));
        Flash.notice(flash, "Le problème est de nouveau dans la liste.");
        return "redirect:" + view.at(REGISTER);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}/preuves")
    String addEvidence(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var problem = problems.find(view, new ProblemId(id));
        var form = Form.sent(typed);
        var facts = ProblemForm.evidence(form);
        if (facts == null) {
            model.addAttribute("added", form);
            return page(view, problem, ProblemForm.filled(problem), null, model);
        }
        problems.addEvidence(view, problem.id(), form.id(), facts);
        Flash.notice(flash, "La preuve est ajoutée.");
        return back(view, id);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}/preuves/{evidence}/retrait")
    String withdraw(CommunityView view, @PathVariable UUID id, @PathVariable UUID evidence, RedirectAttributes flash) {
        view.require(Right.WRITE);
        problems.withdrawEvidence(view, new ProblemId(id), evidence);
        Flash.undoable(
                flash, "La preuve est retirée.", view.at(REGISTER + "/" + id + "/preuves/" + evidence + "/retour"));
        return back(view, id);
    }

    @PostMapping("/cpts/{slug}/diagnostic/problemes/{id}/preuves/{evidence}/retour")
    String restoreEvidence(
            CommunityView view, @PathVariable UUID id, @PathVariable UUID evidence, RedirectAttributes flash) {
        view.require(Right.WRITE);
        problems.restoreEvidence(view, new ProblemId(id), evidence);
        Flash.notice(flash, "La preuve est remise.");
        return back(view, id);
    }

    private String page(
            CommunityView view, @Nullable Problem problem, Form form, @Nullable Overtaken overtaken, Model model) {
        var project = projects.of(view.id());
        model.addAttribute("view", view);
        model.addAttribute("problem", problem);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("themes", ProblemForm.themes());
        model.addAttribute("severities", ProblemForm.severities());
        model.addAttribute("objectives", ProblemForm.objectives(project));
        model.addAttribute("kinds", ProblemForm.kinds());
        if (!model.containsAttribute("added")) {
            model.addAttribute("added", Form.empty().set("id", UUID.randomUUID()));
        }
        return "project/problem";
    }

    private static String back(CommunityView view, UUID id) {
        return "redirect:" + view.at(REGISTER + "/" + id);
    }
}
