package fr.maillage.diagnosis;

import fr.maillage.professionals.Establishments;
import fr.maillage.professionals.Supply;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the directories of professionals and of establishments, and what is computed from them. */
@Component
class Counting {

    private final Supply supply;
    private final Establishments establishments;
    private final Accessibilities accessibilities;

    Counting(Supply supply, Establishments establishments, Accessibilities accessibilities) {
        this.supply = supply;
        this.establishments = establishments;
        this.accessibilities = accessibilities;
    }

    List<AplValue> accessibilities(Collection<String> communes) {
        return accessibilities.of(communes);
    }

    /** Of the communes that each directory covers: the others would look empty. */
    Counts of(List<CountedCommune> communes) {
        var withPeople = in(communes, supply.coveredDepartements());
        var withPlaces = in(communes, establishments.coveredDepartements());
        return new Counts(
                withPeople.isEmpty() ? List.of() : supply.of(codes(withPeople)),
                withPeople,
                withPlaces.isEmpty() ? List.of() : establishments.of(codes(withPlaces)),
                withPlaces);
    }

    private static List<CountedCommune> in(List<CountedCommune> communes, Set<String> departements) {
        return communes.stream()
                .filter(commune -> departements.contains(commune.departement()))
                .toList();
    }

    private static List<String> codes(List<CountedCommune> communes) {
        return communes.stream().map(CountedCommune::code).toList();
    }

    /** Of a place of comparison, whose communes are these; the directories tell nothing of what they do not cover whole. */
    Counts of(Zone zone, List<CountedCommune> communes) {
        var people = switch (zone.level()) {
            case DEPARTEMENT -> supply.ofDepartement(zone.code());
            case REGION -> supply.ofRegion(zone.code());
            default -> supply.ofFrance();
        };
        var places = switch (zone.level()) {
            case DEPARTEMENT -> establishments.ofDepartement(zone.code());
            case REGION -> establishments.ofRegion(zone.code());
            default -> establishments.ofFrance();
        };
        return new Counts(
                people, people.isEmpty() ? List.of() : communes, places, places.isEmpty() ? List.of() : communes);
    }
}
