package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Datum;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Level;
import fr.maillage.datasets.Missing;
import fr.maillage.datasets.Observations;
import fr.maillage.datasets.Vintages;
import fr.maillage.diagnosis.Coverage;
import fr.maillage.diagnosis.DatasetEdition;
import fr.maillage.diagnosis.Density;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.diagnosis.portrait.Portrait.AgeBand;
import fr.maillage.diagnosis.portrait.Portrait.Category;
import fr.maillage.diagnosis.portrait.Portrait.Emergency;
import fr.maillage.diagnosis.portrait.Portrait.Profession;
import fr.maillage.professionals.Establishments;
import fr.maillage.professionals.Establishments.CategoryCount;
import fr.maillage.professionals.Supply;
import fr.maillage.professionals.Supply.ProfessionCount;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Maps;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything that is known of any list of communes. */
@Service
class Portraits {

    private static final String DISTANCE = "contexte.distance-urgences";
    private static final String AGES = "insee-population-ages";
    private static final String AGE = "insee.rp.population-";

    private static final Map<String, String> BANDS = bands();

    private final Communes communes;
    private final Supply supply;
    private final Establishments establishments;
    private final Observations observations;
    private final Vintages vintages;
    private final Descriptors descriptors;
    private final Maps maps;
    private final Today today;

    Portraits(
            Communes communes,
            Supply supply,
            Establishments establishments,
            Observations observations,
            Vintages vintages,
            Descriptors descriptors,
            Maps maps,
            Today today) {
        this.communes = communes;
        this.supply = supply;
        this.establishments = establishments;
        this.observations = observations;
        this.vintages = vintages;
        this.descriptors = descriptors;
        this.maps = maps;
        this.today = today;
    }

    /**
     * @param name whose territory it is
     * @param diagnosis of its communes, read in the same state of the editions: see {@link Diagnoses#inOneState}
     */
    @Transactional(readOnly = true)
    public Portrait of(String name, Diagnosis diagnosis) {
        var here = communes.withCodes(diagnosis.communes()).stream()
                .sorted(Comparator.comparing(Commune::name, French.ORDER).thenComparing(Commune::code))
                .toList();
        var own = here.stream().map(Commune::code).toList();

        var staffed = Coverage.of(here, supply.coveredDepartements()::contains);
        var equipped = Coverage.of(here, establishments.coveredDepartements()::contains);
        return new Portrait(
                name,
                here,
                diagnosis,
                staffed.enough() ? professions(staffed, diagnosis) : List.of(),
                staffed.enough() ? null : missing("rpps", "L’annuaire des professionnels (RPPS)"),
                staffed.caution(),
                equipped.enough() ? categories(equipped.codes(), diagnosis) : List.of(),
                equipped.enough() ? null : missing("finess", "Le répertoire des établissements (FINESS)"),
                equipped.caution(),
                equipped.enough() ? establishments.points(own, Establishments.EHPAD) : List.of(),
                emergencies(),
                staffed.enough() ? supply.liberalsByCommune(Supply.GENERALISTES) : Map.of(),
                maps.centres(own),
                distances(own),
                ages(own),
                diagnosis.accessibilities(),
                editions(),
                descriptors.all().stream()
                        .filter(descriptor -> vintages.current(descriptor.key()).isEmpty())
                        .toList(),
                today.day());
    }

    private List<Emergency> emergencies() {
        return establishments.emergencyDepartments().stream()
                .map(point -> {
                    var code = point.commune();
                    return new Emergency(
                            point,
                            code == null
                                    ? ""
                                    : communes.withCode(code).map(Commune::name).orElse(""));
                })
                .toList();
    }

    private String missing(String dataset, String what) {
        return vintages.current(dataset).isPresent()
                ? what + " chargé ne couvre pas tout ce territoire."
                : what + " n’est pas chargé.";
    }

    private List<Profession> professions(Coverage covered, Diagnosis diagnosis) {
        var departement = byCode(supply.ofDepartement(diagnosis.departement().code()));
        var region = byCode(supply.ofRegion(diagnosis.region().code()));
        var france = byCode(supply.ofFrance());
        long inDepartement = inhabitants(commune ->
                commune.departement().code().equals(diagnosis.departement().code()));
        long inRegion = inhabitants(
                commune -> commune.region().code().equals(diagnosis.region().code()));
        long inFrance = inhabitants(_ -> true);
        return supply.of(covered.codes()).stream()
                .map(count -> new Profession(
                        count.code(),
                        count.label(),
                        count.persons(),
                        count.liberals(),
                        count.salaried(),
                        List.of(
                                density(count.liberals(), covered.inhabitants()),
                                density(departement, count.code(), inDepartement),
                                density(region, count.code(), inRegion),
                                density(france, count.code(), inFrance))))
                .toList();
    }

    private static Map<String, ProfessionCount> byCode(List<ProfessionCount> counts) {
        return counts.stream().collect(Collectors.toMap(ProfessionCount::code, Function.identity()));
    }

    private static Datum density(Map<String, ProfessionCount> zone, String code, long inhabitants) {
        if (zone.isEmpty()) {
            return new Datum.Missing("non couvert");
        }
        var count = zone.get(code);
        return density(count == null ? 0 : count.liberals(), inhabitants);
    }

    private static Datum density(int people, long inhabitants) {
        var density = Density.perTenThousand(people, inhabitants);
        return density == null ? new Datum.Missing("personne n’y habite") : Datum.of(density);
    }

    /** Of whole communes: a city holds the population of its arrondissements. */
    private long inhabitants(Predicate<Commune> zone) {
        long sum = 0;
        for (var commune : communes.all()) {
            var population = commune.population();
            if (!commune.isArrondissement() && population != null && zone.test(commune)) {
                sum += population;
            }
        }
        return sum;
    }

    private List<Category> categories(List<String> own, Diagnosis diagnosis) {
        var departement = establishments.ofDepartement(diagnosis.departement().code());
        var numbers = departement.stream().collect(Collectors.toMap(CategoryCount::code, CategoryCount::number));
        return establishments.of(own).stream()
                .map(count -> new Category(
                        count,
                        departement.isEmpty()
                                ? new Datum.Missing("non couvert")
                                : Datum.of(numbers.getOrDefault(count.code(), 0))))
                .toList();
    }

    private Map<String, Datum> distances(Collection<String> own) {
        Map<String, Datum> distances = new HashMap<>();
        observations.latest(DISTANCE, Level.COMMUNE, own).forEach((code, observed) -> {
            var value = observed.value();
            distances.put(
                    code,
                    value != null
                            ? Datum.of(value)
                            : new Datum.Missing(
                                    observed.missing() == Missing.SECRET ? "secret statistique" : "non publié"));
        });
        return distances;
    }

    /** Empty unless every commune is told. */
    private List<AgeBand> ages(List<String> own) {
        if (vintages.current(AGES).isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (var band : BANDS.entrySet()) {
            var known = observations.latest(AGE + band.getKey(), Level.COMMUNE, own);
            var sum = BigDecimal.ZERO;
            for (var code : own) {
                var observed = known.get(code);
                var value = observed == null ? null : observed.value();
                if (value == null) {
                    return List.of();
                }
                sum = sum.add(value);
            }
            sums.put(band.getValue(), sum);
        }
        return sums.entrySet().stream()
                .map(sum -> new AgeBand(sum.getKey(), Math.round(sum.getValue().doubleValue())))
                .toList();
    }

    private static Map<String, String> bands() {
        Map<String, String> bands = new LinkedHashMap<>();
        bands.put("0-14-ans", "0 à 14 ans");
        bands.put("15-29-ans", "15 à 29 ans");
        bands.put("30-44-ans", "30 à 44 ans");
        bands.put("45-59-ans", "45 à 59 ans");
        bands.put("60-74-ans", "60 à 74 ans");
        bands.put("75-89-ans", "75 à 89 ans");
        bands.put("90-ans-et-plus", "90 ans et plus");
        return bands;
    }

    private List<DatasetEdition> editions() {
        return descriptors.all().stream()
                .flatMap(descriptor -> vintages.current(descriptor.key()).stream()
                        .map(vintage -> new DatasetEdition(descriptor, vintage.label())))
                .toList();
    }
}
