package fr.maillage.diagnosis;

import fr.maillage.territory.Commune;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which communes are places of a map of accessibility, and what stands for those that are not. */
final class PlacesOfAccess {

    private PlacesOfAccess() {}

    /**
     * The communes with a point, by code. Paris, Lyon and Marseille are there by their arrondissements when all of these
     * have a point, else whole: never both.
     */
    static List<Commune> chosen(Collection<Commune> all, Set<String> withPoint) {
        Set<String> cities = new HashSet<>();
        Set<String> wholeCities = new HashSet<>();
        for (var commune : all) {
            var city = commune.parent();
            if (city != null) {
                cities.add(city);
                if (!withPoint.contains(commune.code())) {
                    wholeCities.add(city);
                }
            }
        }
        return all.stream()
                .filter(commune -> withPoint.contains(commune.code()))
                .filter(commune -> commune.parent() == null
                        ? !cities.contains(commune.code()) || wholeCities.contains(commune.code())
                        : !wholeCities.contains(commune.parent()))
                .sorted(Comparator.comparing(Commune::code))
                .toList();
    }

    /** The rank of each place by code; a city stands for its arrondissements, or they for it. */
    static Map<String, List<Integer>> ranks(Collection<Commune> all, List<Commune> places) {
        Map<String, List<Integer>> ranks = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            ranks.put(places.get(i).code(), List.of(i));
        }
        Map<String, List<Integer>> districts = new HashMap<>();
        for (var commune : all) {
            var city = commune.parent();
            if (city != null && ranks.containsKey(commune.code())) {
                districts
                        .computeIfAbsent(city, _ -> new ArrayList<>())
                        .addAll(ranks.getOrDefault(commune.code(), List.of()));
            } else if (city != null && ranks.containsKey(city)) {
                ranks.put(commune.code(), ranks.getOrDefault(city, List.of()));
            }
        }
        districts.forEach((city, own) -> ranks.put(city, List.copyOf(own)));
        return Map.copyOf(ranks);
    }

    /** Adds a quantity to a place; that of a whole city goes to its arrondissements by their inhabitants. */
    static void spread(double quantity, List<Integer> at, List<Commune> places, double[] into) {
        double people = 0;
        for (int rank : at) {
            people += inhabitants(places.get(rank));
        }
        for (int rank : at) {
            into[rank] += people == 0 ? quantity / at.size() : quantity * inhabitants(places.get(rank)) / people;
        }
    }

    /** Zero where nobody is counted. */
    static double inhabitants(Commune commune) {
        return commune.population() == null ? 0 : commune.population();
    }
}
