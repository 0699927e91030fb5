package fr.maillage.diagnosis;

import fr.maillage.datasets.Observed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a territory: of the part that is covered when it is an image of the whole, which {@link Coverage} decides. */
final class TerritoryFigures {

    private final Comparisons comparisons;
    private final Figures figures;

    TerritoryFigures(Comparisons comparisons) {
        this.comparisons = comparisons;
        this.figures = new Figures(comparisons);
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
        var figure = figures.of(feed, counts, Aggregate.of(feed.denominator(), counts.in(feed), cells));
        return covered == all || !(figure instanceof Figure.Known known)
                ? figure
                : new Figure.Known(
                        known.value(),
                        known.source(),
                        Figures.partly(counts.in(feed).size(), communes.size(), (double) covered / all));
    }

    /** A territory, from its communes. */
    Figure ofCommunes(Feed feed, List<CountedCommune> communes, Cells cells) {
        return figures.of(feed, Aggregate.of(feed, communes, cells), any(feed, cells), Coverage.HALF);
    }

    /** What the program computed itself for the part of a territory that the directory covers. */
    Figure ofAccessibility(Feed feed, Territory territory) {
        var in = territory.counts().professionalsIn();
        long all = Counts.inhabitants(territory.communes());
        long covered = Counts.inhabitants(in);
        if (!in.isEmpty() && !Counts.isEnough(in, territory.communes())) {
            return new Figure.Absent(Figure.Reason.NOT_COVERED, "non couvert par le fichier chargé");
        }
        var figure = figures.ofAccessibility(feed, territory.accessibilities());
        return covered == all || !(figure instanceof Figure.Known known)
                ? figure
                : new Figure.Known(
                        known.value(),
                        known.source(),
                        Figures.partly(in.size(), territory.communes().size(), (double) covered / all));
    }

    /** A figure that goes into those of the feed, to tell source and period. */
    private @Nullable Observed any(Feed feed, Cells cells) {
        var first = feed.series().getFirst();
        return first.equals(Feed.POPULATION) ? comparisons.reference() : cells.any(first);
    }
}
