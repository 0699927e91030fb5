package fr.maillage.rulebook;

import fr.maillage.access.Actor;
import fr.maillage.rulebook.AddedGrids.Outcome;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The next agreement as a file: sent, looked at, then taken. */
@Controller
@RequestMapping("/administration/regles")
class AddedGridController {

    private static final String FILE = "fichier";

    private final AddedGrids grids;
    private final Rulebook rulebook;

    AddedGridController(AddedGrids grids, Rulebook rulebook) {
        this.grids = grids;
        this.rulebook = rulebook;
    }

    @GetMapping
    String list(Model model) {
        return list(FormErrors.NONE, model);
    }

    @PostMapping
    String receive(@RequestParam(FILE) MultipartFile file, Actor actor, Model model, HttpServletResponse response)
            throws IOException {
        var outcome = switch (GridFile.read(file.getBytes())) {
            case GridFile.Reading.Refused(var faults) -> new Outcome.Refused(faults);
            case GridFile.Reading.Read(var read) -> grids.receive(read, actor);
        };
        return switch (outcome) {
            case Outcome.Done(var grid) -> at(grid.id());
            case Outcome.AlreadyDone(var grid) -> at(grid.id());
            case Outcome.Refused(var faults) -> {
                response.setStatus(422);
                yield list(errors(faults), model);
            }
            case Outcome.Overtaken() -> throw new IllegalStateException("a new file is overtaken by nothing");
        };
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String show(@PathVariable UUID id, Model model) {
        return show(id, FormErrors.NONE, model);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/prise-en-compte")
    String take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String vus,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return answer(id, grids.take(id, vus, actor), "Le barème est pris en compte.", model, response, flash);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/retrait")
    String withdraw(
            @PathVariable UUID id, Actor actor, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return answer(id, grids.withdraw(id, actor), "Le barème ne compte pas.", model, response, flash);
    }

    private String answer(
            UUID id,
            Outcome outcome,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                Flash.notice(flash, done);
                yield at(id);
            }
            case Outcome.AlreadyDone(var grid) -> at(grid.id());
            case Outcome.Refused(var faults) -> {
                response.setStatus(422);
                yield show(id, wholeForm(faults), model);
            }
            case Outcome.Overtaken() -> {
                response.setStatus(409);
                yield show(
                        id,
                        wholeForm(List.of(
                                "Les barèmes connus ont changé entre-temps. Relisez les effets, puis confirmez.")),
                        model);
            }
        };
    }

    private static String at(UUID id) {
        return "redirect:/administration/regles/" + id;
    }

    private String list(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("added", grids.all());
        model.addAttribute("known", rulebook.grids().all());
        return "rulebook/added";
    }

    private String show(UUID id, FormErrors errors, Model model) {
        var preview = grids.preview(grids.require(id));
        model.addAttribute("errors", errors);
        model.addAttribute("grid", preview.grid());
        model.addAttribute("seen", preview.seen());
        model.addAttribute("changes", preview.changes());
        model.addAttribute("effects", preview.effects());
        model.addAttribute("used", preview.grid().counts() && grids.used(preview.grid()));
        return "rulebook/addedGrid";
    }

    /** Each fault leads to the control of the file. */
    private static FormErrors errors(List<String> faults) {
        var errors = new FormErrors();
        faults.forEach(fault -> errors.add(FILE, fault));
        return errors;
    }

    private static FormErrors wholeForm(List<String> faults) {
        var errors = new FormErrors();
        faults.forEach(errors::add);
        return errors;
    }
}
