package fr.maillage.professionals;

import fr.maillage.community.ParticipantCategory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** How many people of each category of actors the directory knows in a territory. */
@Service
public class DirectoryCounts {

    private static final String DOCTORS = "10";

    private final Supply supply;

    DirectoryCounts(Supply supply) {
        this.supply = supply;
    }

    /**
     * @param persons by code of {@link ParticipantCategory}; absent where the directory knows nobody
     * @param source with its vintage: « Annuaire Santé (RPPS), 12 mai 2026 »
     */
    public record Counts(Map<String, Integer> persons, String source) {}

    /**
     * Empty when the directory covers less than half of the communes; where it covers a part, the source says which
     * départements are not counted. A nurse in advanced practice counts among nurses: the directory counts by profession.
     *
     * @param territory the département of each commune, by its code
     */
    public Optional<Counts> of(Map<String, String> territory) {
        var vintage = supply.vintage();
        var covered = supply.coveredDepartements();
        var communes = territory.entrySet().stream()
                .filter(place -> covered.contains(place.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (vintage.isEmpty() || communes.isEmpty() || communes.size() * 2 < territory.size()) {
            return Optional.empty();
        }
        var left = new TreeSet<>(territory.values());
        left.removeAll(covered);
        var counts = supply.of(communes).stream()
                .collect(Collectors.toMap(Supply.ProfessionCount::code, Supply.ProfessionCount::persons));
        return Optional.of(new Counts(
                byCategory(counts),
                "Annuaire Santé (RPPS), " + vintage.get().label()
                        + (left.isEmpty()
                                ? ""
                                : ", sans les communes hors de l’annuaire chargé (" + String.join(", ", left) + ")")));
    }

    /** @param counts by code of the directory, general practitioners being counted among doctors too */
    static Map<String, Integer> byCategory(Map<String, Integer> counts) {
        var general = counts.getOrDefault(Supply.GENERALISTES, 0);
        var persons = counts.entrySet().stream()
                .filter(count -> !count.getKey().equals(Supply.GENERALISTES)
                        && !count.getKey().equals(DOCTORS))
                .collect(Collectors.groupingBy(
                        count -> ActorCategories.ofPerson(count.getKey(), null).code(),
                        Collectors.summingInt(Map.Entry::getValue)));
        persons.put("MEDECINE_GENERALE", general);
        persons.put("AUTRE_SPECIALITE_MEDICALE", counts.getOrDefault(DOCTORS, general) - general);
        return Map.copyOf(persons);
    }
}
