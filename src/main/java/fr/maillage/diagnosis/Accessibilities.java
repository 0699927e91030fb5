package fr.maillage.diagnosis;

import fr.maillage.diagnosis.AccessMap.Layer;
import fr.maillage.diagnosis.AplValue.Absent;
import fr.maillage.diagnosis.AplValue.Check;
import fr.maillage.diagnosis.AplValue.Computed;
import fr.maillage.diagnosis.AplValue.OfCommune;
import fr.maillage.diagnosis.AplValue.Parameter;
import fr.maillage.diagnosis.AplValue.Range;
import fr.maillage.diagnosis.AplValue.Result;
import fr.maillage.diagnosis.AplValue.Threshold;
import fr.maillage.diagnosis.apl.Accessibility;
import fr.maillage.diagnosis.apl.CommonParameters;
import fr.maillage.diagnosis.apl.ParameterSet;
import fr.maillage.diagnosis.apl.ParameterSet.People;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people of any list of communes may count on, profession by profession (« accessibilité potentielle localisée »). */
@Service
public class Accessibilities {

    private final AccessMaps maps;

    Accessibilities(AccessMaps maps) {
        this.maps = maps;
    }

    /** The five professions, general practitioners first; those that cannot be told say why. */
    public List<AplValue> of(Collection<String> communes) {
        var map = maps.current().orElse(null);
        return ParameterSet.shipped().stream()
                .map(set -> of(set, map, communes))
                .toList();
    }

    /** One profession, by its code in the RPPS; empty for one that is not computed. */
    public Optional<AplValue> of(Collection<String> communes, String profession) {
        return ParameterSet.of(profession).map(set -> of(set, maps.current().orElse(null), communes));
    }

    private AplValue of(ParameterSet set, @Nullable AccessMap map, Collection<String> communes) {
        var layer = map == null ? null : map.layer(set.profession()).orElse(null);
        var limits = new ArrayList<String>();
        var result = map == null || layer == null ? new Absent(maps.missing()) : result(map, layer, communes, limits);
        limits.addAll(set.limits());
        return new AplValue(
                set.profession(), set.key(), set.label(), set.unit(), result, parameters(set, map, layer), limits);
    }

    private static Result result(AccessMap map, Layer layer, Collection<String> communes, List<String> limits) {
        var ranks = map.ranks(communes);
        if (ranks.isEmpty()) {
            return new Absent("L’annuaire importé ne couvre pas ces communes, ou leur position n’est pas connue.");
        }
        var outside = ranks.stream()
                .filter(rank -> !map.isCovered(rank))
                .map(rank -> map.place(rank).departement().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!outside.isEmpty()) {
            return new Absent("L’annuaire importé ne couvre pas tout le territoire. Il manque" + French.NBSP + ": "
                    + String.join(", ", outside) + ".");
        }
        double people = ranks.stream().mapToDouble(rank -> layer.demand()[rank]).sum();
        if (people == 0) {
            return new Absent("Personne n’habite ces communes.");
        }
        tell(map, layer, ranks, unplaced(map, communes), limits);
        return computed(map, layer, ranks, people);
    }

    private static Computed computed(AccessMap map, Layer layer, List<Integer> ranks, double people) {
        double value = mean(layer, layer.access(), ranks, people);
        var threshold = layer.set().threshold();
        var byCommune = ranks.stream()
                .map(rank -> new OfCommune(
                        map.place(rank).code(),
                        map.place(rank).name(),
                        layer.value(rank),
                        layer.demand()[rank],
                        Math.round(PlacesOfAccess.inhabitants(map.place(rank))),
                        map.isAtTheEdge(rank)))
                .sorted(Comparator.comparingDouble(OfCommune::value).thenComparing(OfCommune::code))
                .toList();
        return new Computed(
                value,
                Range.of(
                        mean(layer, layer.bounds().slow(), ranks, people),
                        mean(layer, layer.bounds().fast(), ranks, people)),
                Range.of(value, mean(layer, layer.bounds().decay(), ranks, people)),
                byCommune,
                people,
                threshold == null ? null : new Threshold(threshold.value(), threshold.label(), threshold.source()),
                threshold == null ? null : below(byCommune, threshold.value()),
                (int) byCommune.stream().filter(OfCommune::atTheEdge).count(),
                new Check(
                        layer.access().shared(),
                        layer.access().reached(),
                        layer.access().unreached(),
                        layer.unplaced()),
                map.vintage(),
                ranks.stream()
                        .map(rank -> map.place(rank).vintage())
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" et ")));
    }

    /** The mean of places weighted by the people it is computed for, in the unit of the profession. */
    static double mean(Layer layer, Accessibility access, List<Integer> ranks, double people) {
        double sum = 0;
        for (int rank : ranks) {
            sum += layer.value(access, rank) * layer.demand()[rank];
        }
        return sum / people;
    }

    private static double below(List<OfCommune> communes, double threshold) {
        long all = communes.stream().mapToLong(OfCommune::inhabitants).sum();
        long under = communes.stream()
                .filter(commune -> commune.value() <= threshold)
                .mapToLong(OfCommune::inhabitants)
                .sum();
        return all == 0 ? 0 : (double) under / all;
    }

    /** How many of these communes have no known position. */
    static long unplaced(AccessMap map, Collection<String> communes) {
        return communes.stream()
                .filter(code -> map.ranks(List.of(code)).isEmpty())
                .count();
    }

    /** What is to be known beside the value of these places. */
    static void tell(AccessMap map, Layer layer, List<Integer> ranks, long left, List<String> limits) {
        limits.add("Approximation" + French.NBSP
                + ": les professionnels sont comptés d’après l’annuaire, sans leur activité réelle.");
        if (!layer.standardised()) {
            limits.add("La population n’est pas pondérée par l’âge" + French.NBSP + ": "
                    + (layer.set().ages() == null
                            ? "les poids de cette profession ne sont pas connus."
                            : "les âges par commune ne sont pas chargés."));
        }
        if (layer.set().people() == People.WOMEN && !layer.women()) {
            limits.add("La population des femmes par commune n’est pas chargée" + French.NBSP
                    + ": le calcul compte tous les habitants, la valeur est environ deux fois trop basse.");
        }
        long edge = ranks.stream().filter(map::isAtTheEdge).count();
        if (edge > 0) {
            limits.add("Au bord de l’annuaire importé, " + French.count(edge, "commune", "communes")
                    + (edge > 1 ? " peuvent" : " peut")
                    + " compter sur des professionnels d’un département qu’il ne couvre pas" + French.NBSP
                    + ": l’accès y est sous-estimé.");
        }
        if (left > 0) {
            limits.add(French.count(left, "commune", "communes") + " sans position connue"
                    + (left > 1 ? " ne sont pas comptées." : " n’est pas comptée."));
        }
    }

    private static List<Parameter> parameters(ParameterSet set, @Nullable AccessMap map, @Nullable Layer layer) {
        var common = CommonParameters.shipped();
        var decay = common.decay(set.decay());
        var travel = common.travel();
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Parameter(
                "Poids selon le temps",
                decay.words(),
                decay.source(),
                decay.reliability().label()));
        parameters.add(new Parameter(
                "Trajet", travel.label(), travel.source(), travel.reliability().label()));
        if (map != null && map.state().holds(RoadTimesStore.DATASET)) {
            parameters.add(new Parameter(
                    "Temps de route",
                    "importés, pour les communes au départ desquelles la matrice en donne",
                    "Matrice importée",
                    "selon son producteur"));
        }
        if (map != null && map.state().placedByContours()) {
            parameters.add(new Parameter(
                    "Position des communes",
                    "un point à l’intérieur du contour, faute des points des communes",
                    "Contours des communes",
                    "moins sûre que le centre de la commune"));
        }
        var activity = set.activity();
        parameters.add(new Parameter(
                "Activité",
                activity.label(),
                activity.source(),
                activity.reliability().label()));
        var ages = set.ages();
        if (ages != null && layer != null && layer.standardised()) {
            parameters.add(new Parameter(
                    "Poids des âges",
                    Ages.CLASSES.stream()
                            .map(age ->
                                    age + French.NBSP + ": " + ages.weights().get(age))
                            .collect(Collectors.joining(", "))
                            .replace('.', ','),
                    ages.source(),
                    ages.reliability().label()));
        }
        return parameters;
    }
}
