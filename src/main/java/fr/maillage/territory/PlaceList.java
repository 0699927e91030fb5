package fr.maillage.territory;

import fr.maillage.territory.Overview.Warning;
import fr.maillage.territory.Overviewed.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the codes somebody gave into places, noting every fault: unknown codes, doubles, a city together with its
 * arrondissements. A former code becomes its successor, with a warning.
 */
final class PlaceList {

    private static final String COMMUNES = "communes";
    private static final String PARTS = "parties";

    private final Map<String, Commune> known = new HashMap<>();
    private final Map<String, List<Successor>> successors = new HashMap<>();
    private final Map<String, String> spellings;

    final Map<String, Place> places = new LinkedHashMap<>();
    final List<Fault> faults = new ArrayList<>();
    final List<Warning> warnings = new ArrayList<>();

    /**
     * @param found the communes of the codes and of their successors
     * @param replaced the successors of the codes that are no longer in force
     * @param spellings the names of the parts, each with the one spelling that all its writings share
     */
    PlaceList(List<Commune> found, List<Successor> replaced, Map<String, String> spellings) {
        this.spellings = spellings;
        found.forEach(commune -> known.put(commune.code(), commune));
        replaced.forEach(successor -> successors
                .computeIfAbsent(successor.code(), _ -> new ArrayList<>())
                .add(successor));
    }

    void add(List<String> communes, List<Part> parts) {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < communes.size(); i++) {
            var code = communes.get(i);
            if (!given.add(code)) {
                fault(
                        COMMUNES,
                        i,
                        "",
                        "La commune " + spelled(code) + " est deux fois dans la liste. Gardez-la une fois.");
                continue;
            }
            var commune = current(code, COMMUNES, i, "");
            if (commune != null) {
                places.putIfAbsent(commune.code(), Place.whole(commune));
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            addPart(parts.get(i), i);
        }
        refuseCitiesWithTheirArrondissements(communes, parts);
    }

    private void addPart(Part part, int i) {
        boolean named = !spelling(part).isEmpty();
        if (!named) {
            fault(PARTS, i, "nom", "Donnez un nom à cette partie de commune, par exemple celui du quartier.");
        }
        if (part.population() < 0) {
            fault(PARTS, i, "population", "La population d’une partie ne peut pas être négative.");
        }
        var commune = current(part.commune(), PARTS, i, "commune");
        if (commune == null || !named) {
            return;
        }
        if (places.containsKey(commune.code())) {
            fault(
                    PARTS,
                    i,
                    "commune",
                    commune.name() + " est déjà entière dans la liste. Gardez la commune, ou seulement ses parties.");
        } else if (places.putIfAbsent(keyOf(commune, part), Place.part(commune, part)) != null) {
            fault(
                    PARTS,
                    i,
                    "nom",
                    "La partie « " + part.name() + " » de " + commune.name() + " est deux fois dans la liste.");
        } else if (commune.population() != null && part.population() > commune.population()) {
            warnings.add(new Warning(
                    "PARTIE_PLUS_PEUPLEE",
                    "La partie « " + part.name() + " » compterait plus d’habitants que " + commune.name()
                            + " tout entière. Vérifiez le nombre."));
        }
    }

    /** « St-Michel » and « Saint Michel » are one part, here as in the constraint of the database. */
    private String keyOf(Commune commune, Part part) {
        return commune.code() + "\n" + spelling(part);
    }

    /** Empty when the name has neither letter nor digit. */
    private String spelling(Part part) {
        return spellings.getOrDefault(part.name(), "");
    }

    private @Nullable Commune current(String code, String list, int index, String field) {
        var commune = known.get(code);
        if (commune != null) {
            return commune;
        }
        var heirs = successors.getOrDefault(code, List.of());
        switch (heirs.size()) {
            case 0 ->
                fault(
                        list,
                        index,
                        field,
                        "Aucune commune n’a le code « " + shortened(code)
                                + " ». Vérifiez le code Insee (cinq signes).");
            case 1 -> {
                var heir = heirs.getFirst();
                warnings.add(new Warning(
                        "ANCIEN_CODE",
                        "Le code " + heir.spelled() + " n’est plus en vigueur : " + heir.currentName() + " ("
                                + heir.currentCode() + ") le remplace, tout entière."));
                return known.get(heir.currentCode());
            }
            default ->
                fault(
                        list,
                        index,
                        field,
                        "Le code " + code + " a été partagé entre "
                                + heirs.get(0).currentName() + " ("
                                + heirs.get(0).currentCode() + ") et "
                                + heirs.get(1).currentName() + " ("
                                + heirs.get(1).currentCode() + "). Donnez le code de l’une d’elles.");
        }
        return null;
    }

    private void refuseCitiesWithTheirArrondissements(List<String> communes, List<Part> parts) {
        Set<String> cities = new HashSet<>();
        places.values().forEach(place -> cities.add(place.commune().code()));
        for (int i = 0; i < communes.size(); i++) {
            refuseUnder(cities, communes.get(i), COMMUNES, i, "");
        }
        for (int i = 0; i < parts.size(); i++) {
            refuseUnder(cities, parts.get(i).commune(), PARTS, i, "commune");
        }
    }

    private void refuseUnder(Set<String> cities, String code, String list, int index, String field) {
        var commune = known.get(code);
        var city = commune == null || commune.parent() == null ? null : known.get(commune.parent());
        if (commune != null && city != null && cities.contains(city.code())) {
            fault(
                    list,
                    index,
                    field,
                    commune.name() + " fait déjà partie de "
                            + city.name()
                            + ". Gardez la ville, ou seulement ses arrondissements.");
        }
    }

    private void fault(String list, int index, String field, String message) {
        faults.add(new Fault(list, index, field, message));
    }

    private String spelled(String code) {
        var commune = known.get(code);
        return commune == null ? "« " + shortened(code) + " »" : commune.name() + " (" + code + ")";
    }

    /** What a stranger sent is repeated only in part. */
    private static String shortened(String code) {
        return code.length() <= 12 ? code : code.substring(0, 12) + "…";
    }
}
