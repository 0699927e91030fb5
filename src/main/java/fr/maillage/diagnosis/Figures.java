package fr.maillage.diagnosis;

import fr.maillage.datasets.Observed;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one figure from sums or counts, whatever the place: {@link TerritoryFigures} and {@link ZoneFigures} say of what. No
 * database here: what is compared is given.
 */
final class Figures {

    /** A place of comparison of which less is covered has no figure: its communes with one may be no image of it. */
    static final double WHOLE = 0.95;

    /** Sums of weighted counts are no exact decimals: twelve digits are more than any source has. */
    private static final MathContext PRECISION = new MathContext(12);

    private final Comparisons comparisons;

    Figures(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** What part a figure stands for, in a sentence. */
    static String partly(int communes, int all, double coverage) {
        return "Calculé sur " + French.count(communes, "commune", "communes") + " sur " + French.number(all)
                + ", où vivent " + French.percent(BigDecimal.valueOf(coverage), 1) + " des habitants.";
    }

    /** A density of what the directories count. */
    Figure of(Feed feed, Counts counts, Aggregate denominator) {
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

    /**
     * A sum over communes.
     *
     * @param any one of the values that were summed, to tell source and period
     * @param enough the part of the inhabitants that must be covered
     */
    Figure of(Feed feed, Aggregate sum, @Nullable Observed any, double enough) {
        if (!comparisons.isLoaded(feed)) {
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

    FigureSource source(Feed feed, Observed observed) {
        return new FigureSource(
                observed.dataset(),
                comparisons.titles().getOrDefault(observed.dataset(), observed.dataset()),
                observed.period().isEmpty() && feed.period() != null ? feed.period() : observed.period(),
                observed.vintage());
    }

    /** One commune by itself; null when the source gives no single figure, or nothing to divide by. */
    static @Nullable BigDecimal ofCommune(Feed feed, CountedCommune commune, Cells cells) {
        var sum = Aggregate.of(feed, commune, cells);
        return sum.communes() == 0 || sum.coverage() < Coverage.HALF || !sum.isExact() || sum.denominatorLow() == 0
                ? null
                : decimal(sum.least(feed));
    }

    static BigDecimal decimal(double value) {
        return new BigDecimal(value, PRECISION).stripTrailingZeros();
    }
}
