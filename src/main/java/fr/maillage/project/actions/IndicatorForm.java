package fr.maillage.project.actions;

import fr.maillage.project.FollowedIndicator;
import fr.maillage.project.FollowedIndicator.ResultFacts;
import fr.maillage.project.Indicator;
import fr.maillage.project.Indicator.Amount;
import fr.maillage.project.Indicator.Kind;
import fr.maillage.project.Indicator.Nature;
import fr.maillage.project.Indicator.YearTarget;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the forms of an indicator and of what is measured, and fills them. */
final class IndicatorForm {

    static final Map<String, String> LABELS = labels();

    /** Years shown beside the ones already written: a contract lasts five years. */
    private static final int YEARS = 5;

    private static final int WORDS = 300;

    private IndicatorForm() {}

    static Form filled(FollowedIndicator indicator) {
        var facts = indicator.facts();
        return Form.empty()
                .set("version", indicator.change().version())
                .set("nom", facts.label())
                .set("type", facts.kind() == null ? null : facts.kind().name())
                .set("nature", facts.nature().name())
                .set("unite", facts.unit())
                .set("depart", facts.baselineAmount().written())
                .set("depart-date", facts.baselineOn())
                .set("cible", facts.targetAmount().written())
                .set("cible-date", facts.targetOn())
                .setAll(
                        "annee",
                        facts.yearly().stream()
                                .map(target -> String.valueOf(target.year()))
                                .toList())
                .setAll(
                        "annee-cible",
                        facts.yearly().stream()
                                .map(target -> target.amount().written())
                                .toList())
                .set("source", facts.source())
                .set("preuve", facts.proof());
    }

    /** The years one may set a target for: those written, and the five from today on. */
    static List<Integer> years(Form form, LocalDate today) {
        var years = new TreeSet<Integer>();
        form.values("annee").stream()
                .filter(year -> year.matches("20\\d\\d"))
                .map(Integer::parseInt)
                .forEach(years::add);
        IntStream.range(today.getYear(), today.getYear() + YEARS).forEach(years::add);
        return List.copyOf(years);
    }

    /** What was typed for a year. */
    static String target(Form form, int year) {
        int index = form.values("annee").indexOf(String.valueOf(year));
        return index < 0 || index >= form.values("annee-cible").size()
                ? ""
                : form.values("annee-cible").get(index);
    }

    /** What the form says, or null when something is wrong: the form then holds the faults. */
    static @Nullable Indicator read(Form form) {
        var label = form.text("nom", 200, "Dites ce qui est mesuré.");
        var kind = form.optionalChoice("type", code -> of(Kind.values(), code));
        var nature = form.choice("nature", code -> of(Nature.values(), code), "Choisissez : un nombre, ou des mots.");
        if (nature == null) {
            return null;
        }
        var unit = form.free("unite", 40);
        var baseline = amount(form, "depart", nature);
        var baselineOn = form.day("depart-date");
        var target = amount(form, "cible", nature);
        var targetOn = form.day("cible-date");
        if (baselineOn != null && targetOn != null && targetOn.isBefore(baselineOn)) {
            form.errors()
                    .add(
                            "cible-date",
                            "La cible est à atteindre avant le jour de la valeur de départ. Vérifiez l’année.");
        }
        var yearly = yearly(form, nature, targetOn);
        var source = form.free("source", 200);
        var proof = form.free("preuve", 300);
        return form.errors().isEmpty()
                ? new Indicator(
                        label, kind, nature, unit, baseline, baselineOn, target, targetOn, yearly, source, proof)
                : null;
    }

    private static List<YearTarget> yearly(Form form, Nature nature, @Nullable LocalDate targetOn) {
        var yearly = new ArrayList<YearTarget>();
        for (var typed : new TreeSet<>(form.values("annee"))) {
            if (!typed.matches("20\\d\\d")) {
                continue;
            }
            int year = Integer.parseInt(typed);
            var line = Form.empty().set("cible", target(form, year));
            var amount = amount(line, "cible", nature);
            line.errors().all().forEach(fault -> form.errors().add("annee-" + year, fault.message()));
            if (amount.known() && targetOn != null && year >= targetOn.getYear()) {
                form.errors()
                        .add(
                                "annee-" + year,
                                "La cible finale est à atteindre en " + targetOn.getYear()
                                        + "\u00A0: laissez vide la case " + year + ".");
            }
            if (amount.known()) {
                yearly.add(new YearTarget(year, amount));
            }
        }
        return yearly;
    }

    /** A number or words, by the nature of the indicator. */
    private static Amount amount(Form form, String field, Nature nature) {
        return nature == Nature.QUANTITATIVE ? Amount.of(form.decimal(field, 2)) : Amount.of(form.free(field, WORDS));
    }

    /** @param needed whether a value must be there: a correction may take a value back */
    static @Nullable ResultFacts result(Form form, Nature nature, LocalDate today, boolean needed) {
        var on = form.day("date");
        if (on == null && form.errors().message("date") == null) {
            form.errors().add("date", "Indiquez le jour de la mesure, ou le dernier jour de la période.");
        }
        if (on != null && on.isAfter(today)) {
            form.errors().add("date", "Ce jour n’est pas encore venu : on relève ce qui est mesuré.");
        }
        var amount = amount(form, "valeur", nature);
        if (needed && !amount.known() && form.errors().message("valeur") == null) {
            form.errors()
                    .add(
                            "valeur",
                            nature == Nature.QUANTITATIVE
                                    ? "Indiquez la valeur mesurée. Zéro s’écrit 0."
                                    : "Dites ce qui a été constaté.");
        }
        var source = form.free("source", 200);
        var proof = form.free("preuve", 500);
        return on == null || !form.errors().isEmpty() ? null : new ResultFacts(on, amount, source, proof);
    }

    static List<Option> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> new Option(kind.name(), kind.label(), kind.help()))
                .toList();
    }

    static List<Option> natures() {
        return List.of(
                new Option(Nature.QUANTITATIVE.name(), "Quantitatif", "Un nombre"),
                new Option(Nature.QUALITATIVE.name(), "Qualitatif", "Un constat, en mots"));
    }

    static String inWords(String value) {
        return Stream.concat(kinds().stream(), natures().stream())
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    private static <E extends Enum<E>> Optional<E> of(E[] values, String code) {
        return Arrays.stream(values).filter(value -> value.name().equals(code)).findFirst();
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("nom", "Ce qui est mesuré");
        labels.put("type", "Moyens ou résultats");
        labels.put("nature", "Nature");
        labels.put("unite", "Unité");
        labels.put("depart", "Valeur de départ");
        labels.put("depart-date", "Date de la valeur de départ");
        labels.put("cible", "Cible");
        labels.put("cible-date", "À atteindre le");
        labels.put("annee-cible", "Cibles par année");
        labels.put("source", "Source");
        labels.put("preuve", "Preuve attendue");
        return labels;
    }
}
