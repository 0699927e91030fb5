package fr.maillage.project.actions;

import fr.maillage.project.Action;
import fr.maillage.project.Indicator;
import fr.maillage.project.Milestone;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.Task;
import fr.maillage.shared.French;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every dated thing of a project in the order of time: what the retro-planning shows and what an agenda takes.
 *
 * @param entries by day
 */
public record Agenda(List<Entry> entries) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** What a day is. */
    public enum Kind {
        PROJECT_STEP("Étape du projet"),
        START("Début"),
        STEP("Étape clé"),
        TASK("Tâche à rendre"),
        TARGET("Cible à atteindre"),
        END("Fin prévue");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param uid stays the same when the day or the words around it change
     * @param action the action it belongs to, or null for the project
     * @param place page of the CPTS where it is changed
     * @param who who has it to do; may be empty
     * @param state how it stands, in words; may be empty
     * @param late still to do, and its day is past
     */
    public record Entry(
            String uid,
            LocalDate on,
            Kind kind,
            String title,
            @Nullable Action action,
            String place,
            String who,
            String state,
            boolean late) {

        /** « J − 45 », « J + 3 », « jour J », from a day on. */
        public String countdown(LocalDate to) {
            long days = ChronoUnit.DAYS.between(to, on);
            if (days == 0) {
                return "jour\u00A0J";
            }
            return "J\u00A0" + (days < 0 ? "−" : "+") + "\u00A0" + French.number(Math.abs(days));
        }
    }

    /** Actions given up, and tasks dropped, are no longer expected. */
    static Agenda of(StructuredProject project, LocalDate today) {
        var entries = new ArrayList<Entry>();
        var seen = new HashMap<String, Integer>();
        for (var step : project.milestones()) {
            entries.add(new Entry(
                    uid(project, "projet", step, seen),
                    step.on(),
                    Kind.PROJECT_STEP,
                    step.title(),
                    null,
                    "/calendrier",
                    "",
                    "",
                    false));
        }
        project.actions().stream().filter(Action::counts).forEach(action -> add(entries, project, action, seen, today));
        entries.sort(
                Comparator.comparing(Entry::on).thenComparing(Entry::kind).thenComparing(Entry::title, French.ORDER));
        return new Agenda(entries);
    }

    private static void add(
            List<Entry> entries, StructuredProject project, Action action, Map<String, Integer> seen, LocalDate today) {
        var facts = action.facts();
        var id = action.id().value();
        var fiche = "/actions/" + action.number();
        var pilot = action.pilotName() == null ? "" : action.pilotName();
        var state = facts.state().label();
        boolean over = facts.state() == Action.State.DONE;
        var starts = facts.startsOn();
        if (starts != null) {
            boolean late = facts.state() == Action.State.PLANNED && starts.isBefore(today);
            entries.add(new Entry(
                    id + "-debut", starts, Kind.START, facts.title(), action, fiche + "/dates", pilot, state, late));
        }
        var ends = facts.endsOn();
        if (ends != null) {
            boolean late = !over && ends.isBefore(today);
            entries.add(new Entry(
                    id + "-fin", ends, Kind.END, facts.title(), action, fiche + "/dates", pilot, state, late));
        }
        for (var step : facts.milestones()) {
            var uid = uid(project, id.toString(), step, seen);
            entries.add(new Entry(uid, step.on(), Kind.STEP, step.title(), action, fiche + "/dates", pilot, "", false));
        }
        for (var task : action.tasks()) {
            var due = task.facts().dueOn();
            if (due != null && task.facts().state() != Task.State.DROPPED) {
                entries.add(new Entry(
                        task.id().toString(),
                        due,
                        Kind.TASK,
                        task.facts().title(),
                        action,
                        fiche + "/taches/" + task.id(),
                        task.owner(),
                        task.facts().state().label(),
                        task.lateOn(today)));
            }
        }
        for (var indicator : action.followed()) {
            var on = indicator.facts().targetOn();
            if (on != null) {
                entries.add(new Entry(
                        indicator.id().value() + "-cible",
                        on,
                        Kind.TARGET,
                        target(indicator.facts()),
                        action,
                        fiche + "/indicateurs/" + indicator.id().value(),
                        pilot,
                        "",
                        false));
            }
        }
    }

    private static String target(Indicator indicator) {
        return indicator.label() + (indicator.targetText().isEmpty() ? "" : "\u00A0: " + indicator.targetText());
    }

    /** Steps have no identifier of their own: their words and their owner name them, whatever their day. */
    private static String uid(StructuredProject project, String owner, Milestone step, Map<String, Integer> seen) {
        var name = project.community().value() + "/" + owner + "/" + step.title();
        int times = seen.merge(name, 1, Integer::sum);
        return UUID.nameUUIDFromBytes((name + "/" + times).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** By month, « janvier 2027 », in the order of time. */
    public Map<String, List<Entry>> byMonth() {
        var months = new LinkedHashMap<String, List<Entry>>();
        for (var entry : entries) {
            months.computeIfAbsent(MONTH.format(entry.on()), _ -> new ArrayList<>())
                    .add(entry);
        }
        return months;
    }
}
