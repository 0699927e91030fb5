package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Missing;
import fr.maillage.datasets.Observed;
import fr.maillage.shared.French;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of the places that a territory is compared with: as published, else made from what they hold. */
final class ZoneFigures {

    private final Comparisons comparisons;
    private final Counting counting;
    private final Figures figures;

    ZoneFigures(Comparisons comparisons, Counting counting) {
        this.comparisons = comparisons;
        this.counting = counting;
        this.figures = new Figures(comparisons);
    }

    /** A département, a région or France: as published, else from its communes or its départements. Kept. */
    Figure of(Indicator indicator, Feed feed, Zone zone) {
        var key = Comparisons.name(indicator, feed) + "/" + zone.level() + "/" + zone.code();
        return Comparisons.kept(comparisons.figures(), key, _ -> make(indicator, feed, zone));
    }

    private Figure make(Indicator indicator, Feed feed, Zone zone) {
        if (feed.counts()) {
            var denominator = comparisons.sum(Comparisons.name(indicator, feed.denominator()), departementsIn(zone));
            var counts = Comparisons.kept(comparisons.counts(), zone, this::count);
            return figures.of(feed, counts, denominator.aggregate());
        }
        if (feed.making() == Making.APL) {
            var computed = Comparisons.kept(
                    comparisons.accessibilities(),
                    zone,
                    _ -> counting.accessibilities(comparisons.communesOf(Set.copyOf(departementsIn(zone)))));
            return figures.ofAccessibility(feed, computed) instanceof Figure.Known known
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
                return figures.of(feed, sum.aggregate(), sum.any(), Figures.WHOLE);
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
                : new Figure.Known(
                        Figures.decimal(top / bottom * feed.factor().doubleValue()), figures.source(feed, any), null);
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
        if (!comparisons.isLoaded(feed)) {
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
                : new Figure.Known(
                        Figures.decimal(top / bottom * feed.factor().doubleValue()), figures.source(feed, any), null);
    }

    private Counts count(Zone zone) {
        var within = Set.copyOf(departementsIn(zone));
        return counting.of(
                zone,
                comparisons.places().values().stream()
                        .filter(place -> place.parent() == null && within.contains(place.departement()))
                        .toList());
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
}
