package fr.maillage.professionals;

import fr.maillage.community.ParticipantCategory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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
     * Empty when the directory does not cover all of the territory. A nurse in advanced practice counts among nurses: the
     * directory counts by profession.
     */
    public Optional<Counts> of(Collection<String> communes, Collection<String> departements) {
        var vintage = supply.vintage();
        if (vintage.isEmpty() || !supply.covers(departements)) {
            return Optional.empty();
        }
        var counts = supply.of(communes).stream()
                .collect(Collectors.toMap(Supply.ProfessionCount::code, Supply.ProfessionCount::persons));
        return Optional.of(new Counts(
                byCategory(counts), "Annuaire Santé (RPPS), " + vintage.get().label()));
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
