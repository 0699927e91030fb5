package fr.maillage.diagnosis;

import fr.maillage.community.CommunityId;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.community.Perimeters;
import fr.maillage.datasets.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Every indicator for any list of communes, compared. */
@Service
public class Diagnoses {

    /** More communes than any CPTS has: what visitors ask is bounded, a diagnosis of all France would tell nothing. */
    public static final int MOST = 1_000;

    private final ComparisonsLoader loader;
    private final AccessMaps maps;
    private final Snapshot snapshot;
    private final Indicators indicators;
    private final Counting counting;
    private final Perimeters perimeters;
    private final Choices choices;
    private final JdbcClient jdbc;

    Diagnoses(
            ComparisonsLoader loader,
            AccessMaps maps,
            Snapshot snapshot,
            Indicators indicators,
            Counting counting,
            Perimeters perimeters,
            Choices choices,
            JdbcClient jdbc) {
        this.loader = loader;
        this.maps = maps;
        this.snapshot = snapshot;
        this.indicators = indicators;
        this.counting = counting;
        this.perimeters = perimeters;
        this.choices = choices;
        this.jdbc = jdbc;
    }

    /**
     * @param communes codes of today; unknown ones are left out
     * @throws IllegalArgumentException when no commune is left
     */
    public Diagnosis of(List<String> communes) {
        return of(communes, Map.of());
    }

    /** @param choices what a team keeps where sources disagree, by code of indicator */
    public Diagnosis of(List<String> communes, Map<String, Choice> choices) {
        return inOneState(() -> measured(communes, choices));
    }

    /** Everything read within is of the same editions, even when one is switched meanwhile. */
    public <T> T inOneState(Supplier<T> reading) {
        // Before a connection is taken: see Kept.
        loader.current();
        maps.current();
        return snapshot.read(reading);
    }

    private Diagnosis measured(List<String> communes, Map<String, Choice> choices) {
        var comparisons = loader.current();
        var places = new LinkedHashSet<>(communes)
                .stream()
                        .map(comparisons.places()::get)
                        .filter(Objects::nonNull)
                        .toList();
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no commune of the reference");
        }
        var departement = most(places, CountedCommune::departement, comparisons.departements());
        var region = Objects.requireNonNull(
                comparisons.regions().get(comparisons.regionOfDepartement().get(departement.code())));
        var codes = places.stream().map(CountedCommune::code).toList();
        var counts = counting.of(places);
        boolean isStaffed = Counts.isEnough(counts.professionalsIn(), places);
        // Of the part that the directory covers when it is an image of the whole; TerritoryFigures says what is left
        // out.
        var covered =
                counts.professionalsIn().stream().map(CountedCommune::code).toList();
        var territory = new Territory(
                places,
                cells(places),
                counts,
                counting.accessibilities(isStaffed ? covered : codes),
                departement,
                region,
                bassins(places, comparisons));
        var measuring = new Measuring(comparisons, new ZoneFigures(comparisons, counting), territory);
        return new Diagnosis(
                codes,
                places.stream().mapToLong(CountedCommune::population).sum(),
                comparisons.reference().period(),
                departement,
                region,
                note(places, departement, comparisons),
                indicators.all().stream()
                        .map(indicator -> measuring.of(indicator, choices.get(indicator.code())))
                        .toList(),
                isStaffed ? counts.professionals() : List.of(),
                Counts.inhabitants(counts.professionalsIn()),
                Counts.isEnough(counts.establishmentsIn(), places) ? counts.establishments() : List.of(),
                territory.accessibilities());
    }

    /** The diagnosis of the territory of a CPTS, with the sources its team keeps; empty while no territory is saved. */
    public Optional<Diagnosis> of(CommunityId community) {
        return perimeters
                .current(community)
                .map(perimeter -> perimeter.places().stream()
                        .map(PerimeterPlace::commune)
                        .distinct()
                        .toList())
                .filter(communes -> !communes.isEmpty())
                .map(communes -> of(communes, this.choices.of(community)));
    }

    /** The bassins de vie of the département that have a value, the highest first; empty when none is published. */
    public List<ZoneValue> bassins(Diagnosis diagnosis, Measure measure) {
        if (measure.contexts().stream().noneMatch(context -> context.zone().level() == Level.BASSIN_DE_VIE)) {
            return List.of();
        }
        var comparisons = loader.current();
        var zones = new ZoneFigures(comparisons, counting);
        return comparisons.bassins().values().stream()
                .filter(zone -> {
                    var main = comparisons.places().get(zone.code());
                    return main != null
                            && (main.departement()
                                            .equals(diagnosis.departement().code())
                                    || diagnosis.communes().contains(zone.code()));
                })
                .map(zone -> new ZoneValue(
                        zone,
                        zones.published(measure.feed(), zone),
                        diagnosis.communes().contains(zone.code())))
                .sorted(Comparator.comparing(
                                (ZoneValue value) -> value.figure().known(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
    }

    /** All the figures of these communes that any indicator needs, in one query. */
    private Cells cells(List<CountedCommune> places) {
        var codes = new ArrayList<String>();
        for (var place : places) {
            codes.add(place.code());
            place.arrondissements().forEach(part -> codes.add(part.code()));
        }
        var cells = new Cells();
        jdbc.sql(ComparisonsLoader.OBSERVED + "where o.level = 'COMMUNE' and o.series = any(?) and o.zone = any(?)")
                .params(loader.series(), codes.toArray(String[]::new))
                .query(ComparisonsLoader::observed)
                .list()
                .forEach(cells::add);
        return cells;
    }

    /** The bassins de vie whose main commune is in the territory, the most populous commune first. */
    private static List<Zone> bassins(List<CountedCommune> places, Comparisons comparisons) {
        return places.stream()
                .sorted(Comparator.comparing(CountedCommune::population).reversed())
                .map(place -> comparisons.bassins().get(place.code()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Zone most(
            List<CountedCommune> places, Function<CountedCommune, String> zone, Map<String, Zone> zones) {
        var inhabitants = places.stream()
                .collect(Collectors.groupingBy(zone, Collectors.summingLong(CountedCommune::population)));
        var code = inhabitants.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        return Objects.requireNonNull(zones.get(code));
    }

    private static @Nullable String note(List<CountedCommune> places, Zone departement, Comparisons comparisons) {
        var names = places.stream()
                .map(CountedCommune::departement)
                .distinct()
                .map(code -> Objects.requireNonNull(comparisons.departements().get(code))
                        .name())
                .toList();
        return names.size() == 1
                ? null
                : "Le territoire s’étend sur plusieurs départements (" + String.join(", ", names)
                        + ") : il est comparé à celui où vivent le plus d’habitants, " + departement.the() + ".";
    }
}
