package fr.maillage.project.actions;

import fr.maillage.project.Action;
import fr.maillage.project.Milestone;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.Task;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calendar as a drawing: one line for the key steps of the project, then one for each dated action, on whole
 * quarters. Lengths are in units of a view box {@link #WIDTH} wide.
 *
 * @param ticks first days of the quarters
 */
public record Gantt(List<Tick> ticks, List<Line> lines, int height) {

    public static final int WIDTH = 1000;

    /** Where the names end and the time begins. */
    public static final int LEFT = 280;

    public static final int LINE = 34;
    public static final int TOP = 44;

    private static final int NAME_LONGEST = 34;

    /** A contract and its preparation. An older day would leave no room for the others: its bar begins at the edge. */
    private static final int LONGEST_YEARS = 7;

    /** @param year whether a year begins here */
    public record Tick(int x, String label, boolean year) {}

    /**
     * @param x start of the bar
     * @param width of the bar; zero for a line that only has key steps
     * @param marks where the key steps are
     * @param tasks where tasks are due
     */
    public record Line(String name, int y, int x, int width, List<Integer> marks, List<Integer> tasks) {}

    /** Empty when nothing has a date. */
    static Optional<Gantt> of(StructuredProject project) {
        var dated = project.actions().stream()
                .filter(action -> action.counts() && !days(action).isEmpty())
                .toList();
        var all = Stream.concat(
                        project.milestones().stream().map(Milestone::on),
                        dated.stream().flatMap(action -> days(action).stream()))
                .sorted()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var last = quarter(all.getLast()).plusMonths(3);
        var first = Stream.of(quarter(all.getFirst()), last.minusYears(LONGEST_YEARS))
                .max(LocalDate::compareTo)
                .orElseThrow();
        var scale = new Scale(first, ChronoUnit.DAYS.between(first, last));
        var lines = new ArrayList<Line>();
        if (!project.milestones().isEmpty()) {
            var marks = project.milestones().stream()
                    .filter(step -> !step.on().isBefore(first))
                    .map(step -> scale.x(step.on()))
                    .toList();
            lines.add(new Line("Étapes du projet", TOP, 0, 0, marks, List.of()));
        }
        for (var action : dated) {
            lines.add(line(action, TOP + lines.size() * LINE, scale, last));
        }
        return Optional.of(new Gantt(scale.ticks(last), lines, TOP + lines.size() * LINE + 8));
    }

    /** An action without end runs to the edge of the drawing. */
    private static Line line(Action action, int y, Scale scale, LocalDate last) {
        var facts = action.facts();
        var marks = facts.milestones().stream()
                .filter(step -> !step.on().isBefore(scale.first()))
                .map(step -> scale.x(step.on()))
                .toList();
        var tasks = due(action)
                .filter(day -> !day.isBefore(scale.first()))
                .map(scale::x)
                .toList();
        var name = action.number() + ". " + facts.title();
        var shown = name.length() <= NAME_LONGEST
                ? name
                : name.substring(0, NAME_LONGEST - 1).strip() + "…";
        var starts = facts.startsOn();
        if (starts == null) {
            return new Line(shown, y, 0, 0, marks, tasks);
        }
        var ends = facts.endsOn() == null ? last : facts.endsOn().plusDays(1);
        int x = scale.x(starts);
        return new Line(shown, y, x, Math.max(4, scale.x(ends) - x), marks, tasks);
    }

    private static List<LocalDate> days(Action action) {
        var facts = action.facts();
        return Stream.concat(
                        Stream.of(Optional.ofNullable(facts.startsOn()), Optional.ofNullable(facts.endsOn()))
                                .flatMap(Optional::stream),
                        Stream.concat(facts.milestones().stream().map(Milestone::on), due(action)))
                .toList();
    }

    private static Stream<LocalDate> due(Action action) {
        return action.tasks().stream()
                .filter(task -> task.facts().state() != Task.State.DROPPED)
                .flatMap(task -> Stream.ofNullable(task.facts().dueOn()));
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private record Scale(LocalDate first, long days) {

        int x(LocalDate day) {
            return LEFT + Math.max(0, Math.toIntExact((WIDTH - LEFT) * ChronoUnit.DAYS.between(first, day) / days));
        }

        /** Quarters while they are few; only years when the project is long. */
        List<Tick> ticks(LocalDate last) {
            var ticks = new ArrayList<Tick>();
            boolean quarters = days < 3 * 366;
            for (var day = first; day.isBefore(last); day = day.plusMonths(3)) {
                boolean year = day.getMonthValue() == 1 || day.equals(first);
                if (year || quarters) {
                    var label = year ? String.valueOf(day.getYear()) : "T" + ((day.getMonthValue() - 1) / 3 + 1);
                    ticks.add(new Tick(x(day), label, year));
                }
            }
            return ticks;
        }
    }
}
