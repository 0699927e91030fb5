package fr.maillage.diagnosis.scenarios;

import fr.maillage.diagnosis.ScenarioChange;
import fr.maillage.diagnosis.ScenarioChange.Kind;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three small forms that add a change: professionals, territory, age. Each names its fields after itself, since all
 * are on one page: {@code pro-commune}, {@code ter-commune}.
 */
final class ScenarioForms {

    private static final int MOST_PERSONS = 99;
    private static final int MOST_POINTS = 20;
    private static final BigDecimal LEAST_ACTIVITY = new BigDecimal("0.1");
    private static final int FEW = 5;

    private final Communes communes;
    /** Of the CPTS: the commune that is meant when several share a name. */
    private final List<Commune> territory;

    ScenarioForms(Communes communes, Collection<String> territory) {
        this.communes = communes;
        this.territory = communes.withCodes(territory);
    }

    /** The form as it is first shown. */
    static Form blank() {
        return Form.empty()
                .set("id", UUID.randomUUID())
                .set("pro-nombre", 1)
                .set("pro-activite", 1)
                .set("pro-genre", Kind.DEPARTURE.name())
                .set("ter-genre", Kind.COMMUNE_ADDED.name());
    }

    static List<Option> professions() {
        return ParameterSet.shipped().stream()
                .map(set -> new Option(set.profession(), set.label()))
                .toList();
    }

    static List<Option> movements() {
        return options(Kind.DEPARTURE, Kind.ARRIVAL);
    }

    static List<Option> borders() {
        return options(Kind.COMMUNE_ADDED, Kind.COMMUNE_REMOVED);
    }

    private static List<Option> options(Kind... kinds) {
        return Stream.of(kinds)
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    /** The prefix of the fields of the form that was sent. */
    static String prefix(Form form) {
        return switch (form.value("famille")) {
            case "territoire" -> "ter-";
            case "age" -> "age-";
            default -> "pro-";
        };
    }

    /** Null when something is wrong, told in the form. */
    @Nullable
    ScenarioChange read(Form form) {
        return switch (prefix(form)) {
            case "ter-" -> border(form);
            case "age-" -> age(form);
            default -> movement(form);
        };
    }

    private @Nullable ScenarioChange movement(Form form) {
        var kind = form.choice("pro-genre", Kind::of, "Dites si ces professionnels partent ou s’installent.");
        var profession = form.choice("pro-profession", ParameterSet::of, "Choisissez la profession.");
        var commune = commune(form, "pro-commune");
        var persons = form.whole("pro-nombre", 1, MOST_PERSONS, "Le nombre va de 1 à " + MOST_PERSONS + ".");
        if (persons == null && form.errors().message("pro-nombre") == null) {
            form.errors().add("pro-nombre", "Indiquez combien de professionnels.");
        }
        var activity = form.decimal("pro-activite", 1);
        if (form.errors().message("pro-activite") == null
                && (activity == null
                        || activity.compareTo(LEAST_ACTIVITY) < 0
                        || activity.compareTo(BigDecimal.ONE) > 0)) {
            form.errors().add("pro-activite", "L’activité va de 0,1 à 1. Par exemple 0,5 pour un mi-temps.");
        }
        if (kind == null
                || profession == null
                || commune == null
                || persons == null
                || activity == null
                || !form.errors().isEmpty()) {
            return null;
        }
        if (kind != Kind.DEPARTURE && kind != Kind.ARRIVAL) {
            form.errors().add("pro-genre", "Dites si ces professionnels partent ou s’installent.");
            return null;
        }
        return new ScenarioChange(
                form.id(),
                kind,
                profession.profession(),
                commune.code(),
                French.printed(commune.name()),
                persons.intValue(),
                activity,
                0);
    }

    private @Nullable ScenarioChange border(Form form) {
        var kind = form.choice("ter-genre", Kind::of, "Dites si la commune rejoint ou quitte le territoire.");
        var commune = commune(form, "ter-commune");
        if (kind == null || commune == null) {
            return null;
        }
        if (kind != Kind.COMMUNE_ADDED && kind != Kind.COMMUNE_REMOVED) {
            form.errors().add("ter-genre", "Dites si la commune rejoint ou quitte le territoire.");
            return null;
        }
        return new ScenarioChange(
                form.id(), kind, null, commune.code(), French.printed(commune.name()), 0, BigDecimal.ONE, 0);
    }

    private static @Nullable ScenarioChange age(Form form) {
        var points = form.whole("age-points", 1, MOST_POINTS, "La part va de 1 à " + MOST_POINTS + " points.");
        if (points == null) {
            if (form.errors().isEmpty()) {
                form.errors().add("age-points", "Indiquez la part de la population.");
            }
            return null;
        }
        return new ScenarioChange(form.id(), Kind.AGEING, null, null, null, 0, BigDecimal.ONE, points.intValue());
    }

    /** By INSEE code or by name; of several communes of one name that of the territory, else that of its département. */
    private @Nullable Commune commune(Form form, String field) {
        var typed = form.free(field, Communes.LONGEST_SEARCH);
        if (typed.isEmpty()) {
            form.errors().add(field, "Indiquez la commune.");
            return null;
        }
        var known = communes.withCode(typed.toUpperCase(java.util.Locale.ROOT));
        if (known.isPresent()) {
            return known.get();
        }
        var named = communes.named(List.of(typed)).getOrDefault(typed, List.of());
        var found = named.isEmpty() ? communes.search(typed, FEW) : named;
        for (Predicate<Commune> near : List.<Predicate<Commune>>of(territory::contains, this::isNear, _ -> true)) {
            var candidates = found.stream().filter(near).toList();
            if (candidates.size() == 1) {
                return candidates.getFirst();
            }
            if (candidates.size() > 1) {
                form.errors()
                        .add(
                                field,
                                "Plusieurs communes répondent à ce nom\u00A0: " + listed(candidates)
                                        + ". Écrivez le code.");
                return null;
            }
        }
        form.errors().add(field, "Cette commune est inconnue. Écrivez son nom entier ou son code Insee.");
        return null;
    }

    private boolean isNear(Commune commune) {
        return territory.stream().anyMatch(inside -> inside.departement().equals(commune.departement()));
    }

    private static String listed(List<Commune> candidates) {
        return candidates.stream()
                .limit(FEW)
                .map(commune -> French.printed(commune.name()) + " (" + commune.code() + ")")
                .collect(Collectors.joining(", "));
    }
}
