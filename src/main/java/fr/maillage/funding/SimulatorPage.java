package fr.maillage.funding;

import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.aci.Rate;
import fr.maillage.rules.aci.Schedule;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of the simulator.
 *
 * @param simulation null before the first computation, or when something is to be mended
 * @param usual the grid whose yearly maxima are shown before a computation
 * @param back the home of the CPTS the reader comes from, or null
 * @param query the part of the address after « ? », for the exports
 */
public record SimulatorPage(
        SimulatorForm form,
        FormErrors errors,
        @Nullable Simulation simulation,
        Grid usual,
        List<Option> grids,
        List<Option> sizes,
        String query,
        @Nullable String back) {

    /**
     * One line of the table of years.
     *
     * @param due by year; null before the mission starts
     */
    public record Row(
            Schedule.Subject subject, Rate rate, @Nullable String condition, List<Schedule.@Nullable Line> due) {}

    /** A yearly amount that may be typed from the contract. */
    public record AmountField(
            String name,
            String label,
            String value,
            @Nullable String help) {}

    /** The lines of the table: one for each part, in the order of the grid. */
    public List<Row> rows() {
        var schedule = schedule();
        Map<Schedule.Subject, Row> rows = new LinkedHashMap<>();
        for (var part : subjects(schedule.grid())) {
            var lines = new ArrayList<Schedule.@Nullable Line>();
            for (var year : schedule.years()) {
                lines.add(year.lines().stream()
                        .filter(line -> line.subject().equals(part))
                        .findFirst()
                        .orElse(null));
            }
            lines.stream()
                    .filter(line -> line != null)
                    .findFirst()
                    .ifPresent(line -> rows.put(part, new Row(part, line.rate(), line.condition(), lines)));
        }
        return List.copyOf(rows.values());
    }

    private static List<Schedule.Subject> subjects(Grid grid) {
        var operating = new Schedule.Subject(
                null, null, grid.operating().code(), grid.operating().title());
        return Stream.concat(
                        Stream.of(operating),
                        grid.missions().stream()
                                .flatMap(m -> m.parts().stream()
                                        .map(p -> new Schedule.Subject(m.code(), m.title(), p.code(), p.title()))))
                .toList();
    }

    /** The payments that belong to a contract year. */
    public List<Schedule.Payment> paymentsOf(int year) {
        return schedule().payments().stream().filter(p -> p.year() == year).toList();
    }

    /** What results decide, over the five years. */
    public Euros onResults() {
        return schedule().years().stream()
                .flatMap(year -> year.lines().stream())
                .map(Schedule.Line::variable)
                .filter(amount -> amount != null)
                .reduce(Euros.ZERO, Euros::plus);
    }

    /** Every text that an amount or a rule of the result comes from, once; the rank is the number shown. */
    public List<Source> sources() {
        var sources = new LinkedHashSet<Source>();
        sources.add(schedule().grid().source());
        sources.add(schedule().grid().terms().source());
        rows().stream()
                .filter(row -> row.rate().amount() != null)
                .forEach(row -> sources.add(row.rate().source()));
        if (simulation != null) {
            sources.add(simulation.size().source());
        }
        return List.copyOf(sources);
    }

    /** « vérifié, source 2 »; what to do when the amount is unknown. */
    public String origin(Row row) {
        return row.rate().amount() == null
                ? "à lire dans le contrat"
                : row.rate().status().label() + ", source "
                        + (sources().indexOf(row.rate().source()) + 1);
    }

    /** The amounts that no text gives: to be read in the contract. */
    public List<AmountField> unknownAmounts() {
        if (simulation == null) {
            return List.of();
        }
        return schedule().unknowns().stream()
                .map(unknown -> amountField(unknown.subject(), unknown.condition()))
                .toList();
    }

    /** The other amounts, which the contract may replace; and those typed that nothing else shows. */
    public List<AmountField> otherAmounts() {
        var fields = new ArrayList<AmountField>();
        var shown = new LinkedHashSet<String>();
        if (simulation != null) {
            schedule().unknowns().forEach(u -> shown.add(key(u.subject())));
            for (var row : rows()) {
                if (shown.add(key(row.subject()))) {
                    var known = row.rate().amount();
                    fields.add(amountField(
                            row.subject(),
                            known == null
                                    ? null
                                    : French.amount(known) + " par an, "
                                            + row.rate().status().label()));
                }
            }
        }
        form.amounts().forEach((key, typed) -> {
            if (shown.add(key)) {
                fields.add(new AmountField("montant-" + key, key.replace("-", ", "), typed, null));
            }
        });
        return fields;
    }

    private AmountField amountField(Schedule.Subject subject, @Nullable String help) {
        var key = key(subject);
        return new AmountField("montant-" + key, name(subject), form.amounts().getOrDefault(key, ""), help);
    }

    private static String key(Schedule.Subject subject) {
        return SimulatorForm.amountKey(subject.mission(), subject.part());
    }

    /** « Accès aux soins, volet fixe (moyens) ». */
    public static String name(Schedule.Subject subject) {
        var title = subject.missionTitle();
        return title == null
                ? subject.partTitle()
                : title + ", " + subject.partTitle().substring(0, 1).toLowerCase(java.util.Locale.FRENCH)
                        + subject.partTitle().substring(1);
    }

    /** « 13 089,04 € », or « inconnu ». */
    public static String amount(@Nullable Euros amount) {
        return amount == null ? "inconnu" : French.amount(amount);
    }

    /** The amount without its unit, for a table whose title says « en euros ». */
    public static String plain(@Nullable Euros amount) {
        return amount == null ? "inconnu" : French.amount(amount).replace(French.NBSP + "€", "");
    }

    private Schedule schedule() {
        if (simulation == null) {
            throw new IllegalStateException("nothing computed");
        }
        return simulation.schedule();
    }

    /** The yearly amount of operating money and base missions, the part that no CPTS goes without. */
    public static Euros base(Grid grid, int size) {
        return Stream.concat(
                        Stream.of(grid.operating()),
                        grid.missions().stream().filter(m -> m.base()).flatMap(m -> m.parts().stream()))
                .map((Part part) -> part.rate(size).amount())
                .filter(amount -> amount != null)
                .reduce(Euros.ZERO, Euros::plus);
    }
}
