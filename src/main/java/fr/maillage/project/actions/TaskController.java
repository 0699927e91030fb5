package fr.maillage.project.actions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.Participants;
import fr.maillage.community.Right;
import fr.maillage.project.Action;
import fr.maillage.project.ActionTasks;
import fr.maillage.project.Actions;
import fr.maillage.project.Task;
import fr.maillage.shared.French;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import fr.maillage.ui.Overtaken;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks of a fiche action. */
@Controller
class TaskController {

    private static final String ACTION = "/cpts/{slug}/actions/{number:\\d{1,6}}";
    private static final Map<String, String> LABELS = labels();

    private final Actions actions;
    private final ActionTasks tasks;
    private final Participants participants;

    TaskController(Actions actions, ActionTasks tasks, Participants participants) {
        this.actions = actions;
        this.tasks = tasks;
        this.participants = participants;
    }

    @GetMapping(ACTION + "/taches/nouvelle")
    String blank(CommunityView view, @PathVariable int number, Model model) {
        view.require(Right.WRITE);
        var form = Form.empty().set("id", UUID.randomUUID()).set("etat", Task.State.TO_DO.name());
        return page(view, actions.find(view, number), null, form, null, model);
    }

    @PostMapping(ACTION + "/taches/nouvelle")
    String add(
            CommunityView view,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var facts = read(view, form);
        if (facts == null) {
            return page(view, actions.find(view, number), null, form, null, model);
        }
        tasks.add(view, number, form.id(), facts);
        Flash.notice(flash, "La tâche est ajoutée.");
        return back(view, number);
    }

    @GetMapping(ACTION + "/taches/{task}")
    String edit(CommunityView view, @PathVariable int number, @PathVariable UUID task, Model model) {
        view.require(Right.WRITE);
        var found = tasks.find(view, number, task);
        return page(view, actions.find(view, number), found, filled(found), null, model);
    }

    @PostMapping(ACTION + "/taches/{task}")
    String change(
            CommunityView view,
            @PathVariable int number,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var before = tasks.find(view, number, task);
        var form = Form.sent(typed);
        var facts = read(view, form);
        if (facts == null) {
            return page(view, actions.find(view, number), before, form, null, model);
        }
        if (tasks.change(view, number, task, form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var stored = tasks.find(view, number, task);
            var people = people(view, stored);
            var overtaken = form.overtakenBy(other, filled(stored), LABELS, value -> inWords(people, value));
            return page(view, actions.find(view, number), stored, form, overtaken, model);
        }
        Flash.notice(flash, "La tâche est enregistrée.");
        return back(view, number);
    }

    /** One press: whoever comes second finds it done already. */
    @PostMapping(ACTION + "/taches/{task}/faite")
    String done(CommunityView view, @PathVariable int number, @PathVariable UUID task, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var before = tasks.find(view, number, task);
        var facts = before.facts();
        tasks.change(
                view,
                number,
                task,
                before.change().version(),
                new Task.Facts(facts.title(), facts.owner(), facts.ownerWords(), facts.dueOn(), Task.State.DONE));
        Flash.notice(flash, "« " + facts.title() + " » est faite.");
        return back(view, number);
    }

    @PostMapping(ACTION + "/taches/{task}/archive")
    String archive(CommunityView view, @PathVariable int number, @PathVariable UUID task, RedirectAttributes flash) {
        view.require(Right.WRITE);
        tasks.archive(view, number, task);
        Flash.undoable(flash, "La tâche est retirée.", view.at("/actions/" + number + "/taches/" + task + "/retour"));
        return back(view, number);
    }

    @PostMapping(ACTION + "/taches/{task}/retour")
    String restore(CommunityView view, @PathVariable int number, @PathVariable UUID task, RedirectAttributes flash) {
        view.require(Right.WRITE);
        tasks.restore(view, number, task);
        Flash.notice(flash, "La tâche est remise.");
        return back(view, number);
    }

    private Task.@Nullable Facts read(CommunityView view, Form form) {
        var title = form.text("titre", 200, "Dites ce qui est à faire.");
        var owner = form.optionalChoice(
                "responsable",
                id -> participants.everOf(view.id()).stream()
                        .map(Participant::id)
                        .filter(participant -> participant.value().toString().equals(id))
                        .findFirst());
        var words = form.free("fonction", 160);
        if (owner != null && !words.isEmpty()) {
            form.errors()
                    .add("fonction", "Choisissez une personne de la liste, ou écrivez une fonction, pas les deux.");
        }
        var due = form.day("echeance");
        var state = form.choice("etat", TaskController::state, "Dites où en est la tâche.");
        return state == null || !form.errors().isEmpty() ? null : new Task.Facts(title, owner, words, due, state);
    }

    private static Form filled(Task task) {
        var facts = task.facts();
        return Form.empty()
                .set("version", task.change().version())
                .set("titre", facts.title())
                .set("responsable", facts.owner() == null ? null : facts.owner().value())
                .set("fonction", facts.ownerWords())
                .set("echeance", facts.dueOn())
                .set("etat", facts.state().name());
    }

    private String page(
            CommunityView view,
            Action action,
            @Nullable Task task,
            Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("action", action);
        model.addAttribute("task", task);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("people", people(view, task));
        model.addAttribute("states", states());
        return "project/task";
    }

    private List<Option> people(CommunityView view, @Nullable Task task) {
        return ActionPartForm.names(participants.everOf(view.id()).stream()
                .filter(participant -> !participant.archived()
                        || task != null && participant.id().equals(task.facts().owner()))
                .sorted(Comparator.comparing(Participant::fullName, French.ORDER))
                .toList());
    }

    private static Optional<Task.State> state(String code) {
        return Arrays.stream(Task.State.values())
                .filter(state -> state.name().equals(code))
                .findFirst();
    }

    private static List<Option> states() {
        return Arrays.stream(Task.State.values())
                .map(state -> new Option(state.name(), state.label()))
                .toList();
    }

    private static String inWords(List<Option> people, String value) {
        return Stream.concat(people.stream(), states().stream())
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("titre", "Ce qui est à faire");
        labels.put("responsable", "Responsable");
        labels.put("fonction", "Fonction");
        labels.put("echeance", "Échéance");
        labels.put("etat", "État");
        return labels;
    }

    private static String back(CommunityView view, int number) {
        return "redirect:" + view.at("/actions/" + number) + "#taches";
    }
}
