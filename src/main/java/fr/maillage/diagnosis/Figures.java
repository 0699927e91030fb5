package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Missing;
import fr.maillage.datasets.Observed;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes figures from what the datasets hold. No database here: what is compared is given. */
final class Figures {

    /** A place of comparison of which less is covered has no figure: its communes with one may be no image of it. */
    static final double WHOLE = 0.95;

    /** Of a territory at least this much must be covered; what is left out is said. */
    static final double HALF = 0.5;

    /** Sums of weighted counts are no exact decimals: twelve digits are more than any source has. */
    private static final MathContext PRECISION = new MathContext(12);

    private final Comparisons comparisons;
    private final Counting counting;

    Figures(Comparisons comparisons, Counting counting) {
        this.comparisons = comparisons;
        this.counting = counting;
    }

    /** A territory, from what the directories count in those of its communes that they cover. */
    Figure ofCounts(Feed feed, Counts counts, List<CountedCommune> communes, Cells cells) {
        if (!comparisons.holds(feed.dataset())) {
            return Figure.notLoaded(feed.label());
        }
        long all = Counts.inhabitants(communes);
        long covered = Counts.inhabitants(counts.in(feed));
        if (!Counts.isEnough(counts.in(feed), communes)) {
            return new Figure.Absent(Figure.Reason.NOT_COVERED, "non couvert par le fichier chargé");
        }
        var figure = of(feed, counts, Aggregate.of(feed.denominator(), counts.in(feed), cells));
        return covered == all || !(figure instanceof Figure.Known known)
                ? figure
                : new Figure.Known(
                        known.value(),
                        known.source(),
                        partly(counts.in(feed).size(), communes.size(), (double) covered / all));
    }

    private static String partly(int communes, int all, double coverage) {
        return "Calculé sur " + French.count(communes, "commune", "communes") + " sur " + French.number(all)
                + ", où vivent " + French.percent(BigDecimal.valueOf(coverage), 1) + " des habitants.";
    }

    private Figure of(Feed feed, Counts counts, Aggregate denominator) {
        if (!comparisons.holds(feed.dataset())) {
            return Figure.notLoaded(feed.label());
        }
        var number = counts.number(feed);
        if (number == null) {
            return new Figure.Absent(Figure.Reason.NOT_COVERED, "non couvert par le fichier chargé");
        }
        if (denominator.coverage() < WHOLE || !denominator.isExact()) {
            return new Figure.Absent(Figure.Reason.NOT_LOADED, "population par âge non chargée");
        }
        var density = Density.of(number, feed.factor(), denominator.low());
        if (density == null) {
            return Figure.nothingToDivideBy(true);
        }
        var edition = comparisons.editions().getOrDefault(feed.dataset(), "");
        return new Figure.Known(
                density,
                new FigureSource(
                        feed.dataset(),
                        comparisons.titles().getOrDefault(feed.dataset(), feed.label()),
                        feed.period() == null ? edition : feed.period(),
                        edition),
                null);
    }

    /** A territory, from its communes. */
    Figure ofCommunes(Feed feed, List<CountedCommune> communes, Cells cells) {
        return of(feed, Aggregate.of(feed, communes, cells), any(feed, cells), HALF);
    }

    private Counts count(Zone zone) {
        var within = Set.copyOf(departementsIn(zone));
        return counting.of(
                zone,
                comparisons.places().values().stream()
                        .filter(place -> place.parent() == null && within.contains(place.departement()))
                        .toList());
    }

    /** What the program computed itself for the part of a territory that the directory covers. */
    Figure ofAccessibility(Feed feed, Territory territory) {
        var in = territory.counts().professionalsIn();
        long all = Counts.inhabitants(territory.communes());
        long covered = Counts.inhabitants(in);
        if (!in.isEmpty() && !Counts.isEnough(in, territory.communes())) {
            return new Figure.Absent(Figure.Reason.NOT_COVERED, "non couvert par le fichier chargé");
        }
        var figure = ofAccessibility(feed, territory.accessibilities());
        return covered == all || !(figure instanceof Figure.Known known)
                ? figure
                : new Figure.Known(
                        known.value(),
                        known.source(),
                        partly(in.size(), territory.communes().size(), (double) covered / all));
    }

    /** What the program computed itself. */
    Figure ofAccessibility(Feed feed, List<AplValue> accessibilities) {
        var result = accessibilities.stream()
                .filter(value -> value.profession().equals(feed.profession()))
                .map(AplValue::result)
                .findFirst();
        return switch (result.orElse(null)) {
            case AplValue.Computed computed ->
                new Figure.Known(
                        decimal(computed.value()),
                        new FigureSource(
                                feed.datasets().getFirst(), feed.label(), computed.vintage(), computed.vintage()),
                        null);
            case AplValue.Absent absent -> new Figure.Absent(Figure.Reason.NOT_COMPUTED, sentence(absent.reason()));
            case null -> new Figure.Absent(Figure.Reason.NOT_COMPUTED, "non calculé");
        };
    }

    private static String sentence(String reason) {
        return "non calculé" + French.NBSP + ": " + reason;
    }

    /** One commune by itself; null when the source gives no single figure, or nothing to divide by. */
    static @Nullable BigDecimal ofCommune(Feed feed, CountedCommune commune, Cells cells) {
        var sum = Aggregate.of(feed, commune, cells);
        return sum.communes() == 0 || sum.coverage() < HALF || !sum.isExact() || sum.denominatorLow() == 0
                ? null
                : decimal(sum.least(feed));
    }

    /** A figure that goes into those of the feed, to tell source and period. */
    private @Nullable Observed any(Feed feed, Cells cells) {
        var first = feed.series().getFirst();
        return first.equals(Feed.POPULATION) ? comparisons.reference() : cells.any(first);
    }

    /** A département, a région or France: as published, else from its communes or its départements. Kept. */
    Figure of(Indicator indicator, Feed feed, Zone zone) {
        var key = Comparisons.name(indicator, feed) + "/" + zone.level() + "/" + zone.code();
        return kept(comparisons.figures(), key, _ -> make(indicator, feed, zone));
    }

    /**
     * Not {@code computeIfAbsent}, which would hold a lock of the map while the database is asked: two requests that come
     * together make the same twice.
     */
    static <K, V> V kept(Map<K, V> made, K key, Function<K, V> make) {
        var known = made.get(key);
        if (known == null) {
            known = make.apply(key);
            made.put(key, known);
        }
        return known;
    }

    private Figure make(Indicator indicator, Feed feed, Zone zone) {
        if (feed.counts()) {
            var denominator = comparisons.sum(Comparisons.name(indicator, feed.denominator()), departementsIn(zone));
            var counts = kept(comparisons.counts(), zone, this::count);
            return of(feed, counts, denominator.aggregate());
        }
        if (feed.making() == Making.APL) {
            var computed = kept(
                    comparisons.accessibilities(),
                    zone,
                    _ -> counting.accessibilities(comparisons.communesOf(Set.copyOf(departementsIn(zone)))));
            return ofAccessibility(feed, computed) instanceof Figure.Known known
                    ? known
                    : new Figure.Absent(
                            Figure.Reason.NOT_COVERED, "non calculé" + French.NBSP + ": l’annuaire ne couvre pas tout");
        }
        var published = published(feed, zone);
        if (published instanceof Figure.Known || published instanceof Figure.Between) {
            return published;
        }
        var within = departementsIn(zone);
        if (feed.fromCommunes()) {
            var sum = comparisons.sum(Comparisons.name(indicator, feed), within);
            if (sum.any() != null) {
                return of(feed, sum.aggregate(), sum.any(), WHOLE);
            }
        }
        return feed.making() == Making.ZONES && !feed.per().isEmpty() && isAbove(zone)
                ? ofDepartements(feed, within, published)
                : published;
    }

    private static boolean isAbove(Zone zone) {
        return zone.level() == Level.REGION || zone.level() == Level.FRANCE;
    }

    /** A ratio that a source publishes for départements holds for a région when it does for all of them. */
    private Figure ofDepartements(Feed feed, List<String> departements, Figure otherwise) {
        double top = 0;
        double bottom = 0;
        Observed any = null;
        for (var code : departements) {
            if (!comparisons.isInhabited(code)) {
                continue;
            }
            var above = total(feed.series(), code);
            var below = total(feed.per(), code);
            if (above == null || below == null) {
                return otherwise;
            }
            top += above;
            bottom += below;
            any = comparisons.latest(feed.series().getFirst(), Level.DEPARTEMENT, code);
        }
        return any == null || bottom == 0
                ? otherwise
                : new Figure.Known(decimal(top / bottom * feed.factor().doubleValue()), source(feed, any), null);
    }

    private @Nullable Double total(List<String> series, String departement) {
        double total = 0;
        for (var one : series) {
            var observed = comparisons.latest(one, Level.DEPARTEMENT, departement);
            if (observed == null || observed.value() == null) {
                return null;
            }
            total += observed.value().doubleValue();
        }
        return total;
    }

    /** What the source itself publishes for a zone. */
    Figure published(Feed feed, Zone zone) {
        if (!isLoaded(feed)) {
            return Figure.notLoaded(feed.label());
        }
        double top = 0;
        Observed any = null;
        for (var series : feed.series()) {
            var observed = comparisons.latest(series, zone.level(), zone.code());
            if (observed == null) {
                return Figure.notPublished();
            }
            if (observed.value() == null) {
                return absent(observed.missing());
            }
            top += observed.value().doubleValue();
            any = observed;
        }
        double bottom = feed.per().isEmpty() ? 1 : 0;
        for (var series : feed.per()) {
            var observed = comparisons.latest(series, zone.level(), zone.code());
            if (observed == null || observed.value() == null) {
                return Figure.notPublished();
            }
            bottom += observed.value().doubleValue();
        }
        return any == null || bottom == 0
                ? Figure.notPublished()
                : new Figure.Known(decimal(top / bottom * feed.factor().doubleValue()), source(feed, any), null);
    }

    boolean isLoaded(Feed feed) {
        return feed.datasets().stream().anyMatch(comparisons::holds);
    }

    private Figure of(Feed feed, Aggregate sum, @Nullable Observed any, double enough) {
        if (!isLoaded(feed)) {
            return Figure.notLoaded(feed.label());
        }
        if (sum.communes() == 0 || any == null) {
            return sum.secret() > 0
                    ? new Figure.Absent(Figure.Reason.SECRET, "secret statistique")
                    : new Figure.Absent(Figure.Reason.NOT_COVERED, "non couvert par le fichier chargé");
        }
        if (sum.coverage() < enough) {
            return new Figure.Absent(
                    Figure.Reason.NOT_COVERED,
                    "non calculé : le fichier chargé ne couvre que "
                            + French.percent(BigDecimal.valueOf(sum.coverage()), 0) + " des habitants");
        }
        if (sum.denominatorLow() == 0) {
            return Figure.nothingToDivideBy(sum.covered() == 0);
        }
        if (!sum.isExact()) {
            return new Figure.Between(
                    decimal(sum.least(feed)),
                    decimal(sum.most(feed)),
                    "Effectif secret dans " + French.count(sum.secret(), "commune", "communes") + " (au plus "
                            + feed.secretAtMost() + " par commune).",
                    source(feed, any));
        }
        var all = sum.communes() == sum.places();
        return new Figure.Known(
                decimal(sum.least(feed)),
                source(feed, any),
                all ? null : partly(sum.communes(), sum.places(), sum.coverage()));
    }

    private List<String> departementsIn(Zone zone) {
        return switch (zone.level()) {
            case DEPARTEMENT -> List.of(zone.code());
            case REGION -> comparisons.departementsOf(zone.code());
            case FRANCE -> List.copyOf(comparisons.departements().keySet());
            default -> List.of();
        };
    }

    private static Figure absent(@Nullable Missing missing) {
        return missing == Missing.SECRET
                ? new Figure.Absent(Figure.Reason.SECRET, "secret statistique")
                : new Figure.Absent(Figure.Reason.NOT_PUBLISHED, "non disponible dans la source");
    }

    private FigureSource source(Feed feed, Observed observed) {
        return new FigureSource(
                observed.dataset(),
                comparisons.titles().getOrDefault(observed.dataset(), observed.dataset()),
                observed.period().isEmpty() && feed.period() != null ? feed.period() : observed.period(),
                observed.vintage());
    }

    static BigDecimal decimal(double value) {
        return new BigDecimal(value, PRECISION).stripTrailingZeros();
    }
}
