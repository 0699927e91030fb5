package fr.maillage.diagnosis;

import fr.maillage.datasets.Missing;
import fr.maillage.datasets.Observed;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
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

    Figures(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** A territory, from its communes. */
    Figure ofCommunes(Feed feed, List<CountedCommune> communes, Cells cells) {
        return of(feed, Aggregate.of(feed, communes, cells), any(feed, cells), HALF);
    }

    /** A figure that goes into those of the feed, to tell source and period. */
    private @Nullable Observed any(Feed feed, Cells cells) {
        var first = feed.series().getFirst();
        return first.equals(Feed.POPULATION) ? comparisons.reference() : cells.any(first);
    }

    /** A département, a région or France: as published, else from its communes or its départements. */
    Figure of(Indicator indicator, Feed feed, Zone zone) {
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
        return published;
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
                : new Figure.Known(decimal(top / bottom * feed.factor().doubleValue()), source(any), null);
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
        if (!sum.isExact()) {
            return new Figure.Between(
                    decimal(sum.least(feed)),
                    decimal(sum.most(feed)),
                    "Effectif secret dans " + French.count(sum.secret(), "commune", "communes") + " (au plus "
                            + feed.secretAtMost() + " par commune).",
                    source(any));
        }
        var all = sum.communes() == sum.places();
        return new Figure.Known(
                decimal(sum.least(feed)),
                source(any),
                all
                        ? null
                        : "Calculé sur " + French.count(sum.communes(), "commune", "communes") + " sur "
                                + French.number(sum.places()) + ", où vivent "
                                + French.percent(BigDecimal.valueOf(sum.coverage()), 1) + " des habitants.");
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

    private FigureSource source(Observed observed) {
        return new FigureSource(
                observed.dataset(),
                comparisons.titles().getOrDefault(observed.dataset(), observed.dataset()),
                observed.period(),
                observed.vintage());
    }

    static BigDecimal decimal(double value) {
        return new BigDecimal(value, PRECISION).stripTrailingZeros();
    }
}
