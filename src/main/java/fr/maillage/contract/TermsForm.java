package fr.maillage.contract;

import fr.maillage.rules.aci.Grid;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of terms in preparation: dates, size, missions, amounts, in one page. */
final class TermsForm {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_SUBJECT = 2000;

    private TermsForm() {}

    static Form of(Terms terms) {
        var form = Form.empty()
                .set("version", terms.change().version())
                .set("effet", terms.effectOn())
                .set("bareme", terms.grid())
                .set("taille", terms.size())
                .set("population", terms.population())
                .set("origine-population", terms.populationFrom())
                .set("objet", terms.subject())
                .setAll(
                        "mission",
                        terms.missions().stream()
                                .map(Terms.MissionLine::mission)
                                .toList());
        terms.missions().forEach(line -> form.set("debut-" + line.mission(), line.startOn()));
        terms.amounts().forEach(line -> {
            form.set("montant-" + line.code(), line.amount() == null ? null : typed(line.amount()));
            form.set("motif-" + line.code(), line.reason());
        });
        return form;
    }

    /** The same form with the amounts of the grid and size that it says, and no reason. */
    static Form proposed(Form form, TermsProposal rules) {
        var grid = rules.grids().byCode(form.value("bareme"));
        var size = form.value("taille").matches("[1-4]") ? Integer.parseInt(form.value("taille")) : 0;
        if (grid.isPresent() && size > 0) {
            var amounts = TermsProposal.amounts(grid.get(), size);
            codes(grid.get()).forEach(code -> {
                var amount = amounts.get(code);
                form.set("montant-" + code, amount == null ? null : typed(amount));
                form.set("motif-" + code, "");
            });
        }
        return form;
    }

    /** The size that the form says, or that of the terms. */
    static int size(Form form, Terms terms) {
        return form.value("taille").matches("[1-4]") ? Integer.parseInt(form.value("taille")) : terms.size();
    }

    /** What was typed, or null after noting the faults. */
    static @Nullable TermsTyped read(Form form, Terms draft, TermsProposal rules, Contract contract) {
        var grid = form.choice("bareme", code -> rules.grids().byCode(code), "Choisissez le barème.");
        var size = form.choice(
                "taille",
                code -> code.matches("[1-4]") ? Optional.of(Integer.parseInt(code)) : Optional.empty(),
                "Choisissez la taille.");
        var population =
                form.whole("population", 0, 99_999_999, "Écrivez la population en chiffres, par exemple 86 739.");
        var origin = form.free("origine-population", 200);
        var effect = form.day("effet");
        if (effect == null && form.errors().message("effet") == null) {
            form.errors().add("effet", "Indiquez le jour où ce texte prend effet.");
        }
        var subject = draft.number() == 0 ? "" : form.lines("objet", LONGEST_SUBJECT);
        if (draft.number() > 0 && subject.isEmpty()) {
            form.errors().add("objet", "Dites ce que l’avenant change et pourquoi.");
        }
        if (grid == null || size == null || effect == null) {
            return null;
        }
        checkEffect(form, draft, contract, grid, effect);
        var starts = starts(form, grid, draft.number() == 0 ? effect : contract.effectOn(), contract.years());
        var amounts = new HashMap<String, Euros>();
        var reasons = new HashMap<String, String>();
        codes(grid).filter(code -> chosen(code, starts)).forEach(code -> {
            var amount = form.decimal("montant-" + code, 2);
            if (amount != null && (amount.signum() < 0 || amount.precision() - amount.scale() > 7)) {
                form.errors().add("montant-" + code, "Écrivez un montant entre 0 et 9\u00A0999\u00A0999,99\u00A0€.");
            } else if (amount != null) {
                amounts.put(code, new Euros(amount.stripTrailingZeros().setScale(2)));
            }
            reasons.put(code, form.free("motif-" + code, LONGEST_REASON));
        });
        var typed = new TermsTyped(effect, grid.code(), size, population, origin, starts, amounts, reasons, subject);
        if (form.errors().isEmpty()) {
            TermsWriter.faults(grid, typed).forEach(fault -> form.errors().add(fault.field(), fault.sentence()));
        }
        return form.errors().isEmpty() ? typed : null;
    }

    private static void checkEffect(Form form, Terms draft, Contract contract, Grid grid, LocalDate effect) {
        if (draft.number() == 0 && effect.isBefore(grid.inForceFrom())) {
            form.errors()
                    .add(
                            "effet",
                            "Ce barème vaut à partir du " + French.date(grid.inForceFrom()) + ". Vérifiez la date.");
        } else if (draft.number() > 0 && (effect.isBefore(contract.effectOn()) || !effect.isBefore(contract.term()))) {
            form.errors()
                    .add(
                            "effet",
                            "Un avenant prend effet entre le " + French.date(contract.effectOn()) + " et le "
                                    + French.date(contract.term().minusDays(1)) + ".");
        }
    }

    private static Map<String, LocalDate> starts(Form form, Grid grid, LocalDate first, int years) {
        var chosen = form.values("mission");
        var starts = new HashMap<String, LocalDate>();
        for (var mission : grid.missions()) {
            if (!chosen.contains(mission.code())) {
                continue;
            }
            var field = "debut-" + mission.code();
            var day = form.day(field);
            if (day == null) {
                if (form.errors().message(field) == null) {
                    form.errors().add(field, "Indiquez le jour où cette mission démarre.");
                }
            } else if (day.isBefore(first) || !day.isBefore(first.plusYears(years))) {
                form.errors()
                        .add(
                                field,
                                "Une mission démarre pendant le contrat, entre le " + French.date(first) + " et le "
                                        + French.date(first.plusYears(years).minusDays(1)) + ".");
            } else {
                starts.put(mission.code(), day);
            }
        }
        if (chosen.isEmpty()) {
            form.errors().add("mission", "Choisissez au moins une mission.");
        }
        return starts;
    }

    private static boolean chosen(String code, Map<String, LocalDate> starts) {
        return !code.contains("-") || starts.containsKey(code.substring(0, code.indexOf('-')));
    }

    /** Every amount of a grid by its code, the operating money first. */
    static Stream<String> codes(Grid grid) {
        List<String> codes = new ArrayList<>();
        codes.add(grid.operating().code());
        grid.missions()
                .forEach(mission -> codes.addAll(mission.parts().stream()
                        .map(part -> mission.code() + "-" + part.code())
                        .collect(Collectors.toList())));
        return codes.stream();
    }

    private static String typed(Euros amount) {
        return French.decimal(
                amount.value(), amount.value().stripTrailingZeros().scale() > 0 ? 2 : 0);
    }
}
