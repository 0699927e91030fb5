package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures one territory: for each indicator what each of its sources says, which is kept, and how it compares. */
final class Measuring {

    private final Comparisons comparisons;
    private final Figures figures;
    private final List<CountedCommune> communes;
    private final Cells cells;
    private final Zone departement;
    private final Zone region;
    private final List<Zone> bassins;

    Measuring(
            Comparisons comparisons,
            List<CountedCommune> communes,
            Cells cells,
            Zone departement,
            Zone region,
            List<Zone> bassins) {
        this.comparisons = comparisons;
        this.figures = new Figures(comparisons);
        this.communes = communes;
        this.cells = cells;
        this.departement = departement;
        this.region = region;
        this.bassins = bassins;
    }

    Measure of(Indicator indicator, @Nullable Choice choice) {
        var taken =
                indicator.feeds().stream().map(feed -> taken(indicator, feed)).toList();
        var kept = kept(taken, choice);
        var value = kept.territory().known();
        var gaps = gaps(value, kept, Level.COMMUNE);
        return new Measure(
                indicator,
                kept.feed(),
                kept.territory(),
                kept.departement(),
                kept.region(),
                kept.france(),
                Classes.shares(indicator, communes, byCommune(kept.feed())),
                kept.contexts(),
                gaps,
                Rank.of(value, values(indicator, kept.feed()), among(indicator, kept.feed())),
                Readings.of(indicator, kept.territory(), kept.departement(), gaps, kept.contexts()),
                taken.stream()
                        .filter(other -> other != kept && other.isKnown())
                        .map(other -> other(other, kept))
                        .toList(),
                choice);
    }

    /** The value of each commune by itself, for classes and maps. */
    Map<String, BigDecimal> byCommune(Feed feed) {
        Map<String, BigDecimal> values = new HashMap<>();
        if (feed.fromCommunes()) {
            for (var commune : communes) {
                var value = figures.ofCommunes(feed, List.of(commune), cells).known();
                if (value != null) {
                    values.put(commune.code(), value);
                }
            }
        }
        return values;
    }

    /** What one source says. */
    private record Taken(
            Feed feed, Figure territory, Figure departement, Figure region, Figure france, List<Context> contexts) {

        boolean isKnown() {
            return Stream.of(territory, departement, region, france).anyMatch(Taken::isFigure)
                    || contexts.stream().anyMatch(context -> isFigure(context.figure()));
        }

        static boolean isFigure(Figure figure) {
            return !(figure instanceof Figure.Absent);
        }
    }

    private Taken taken(Indicator indicator, Feed feed) {
        var bare = new Taken(
                feed,
                territory(feed),
                figures.of(indicator, feed, departement),
                figures.of(indicator, feed, region),
                figures.of(indicator, feed, Zone.FRANCE),
                List.of());
        return Taken.isFigure(bare.territory) ? bare : withContexts(bare);
    }

    private Figure territory(Feed feed) {
        return feed.fromCommunes()
                ? figures.ofCommunes(feed, communes, cells)
                : figures.isLoaded(feed) ? Figure.notPublished() : Figure.notLoaded(feed.label());
    }

    private Taken withContexts(Taken taken) {
        var contexts = new ArrayList<Context>();
        if (taken.feed.levels().contains(Level.BASSIN_DE_VIE)) {
            for (var bassin : bassins) {
                var figure = figures.published(taken.feed, bassin);
                contexts.add(new Context(
                        bassin,
                        figure,
                        gaps(figure.known(), taken, Level.BASSIN_DE_VIE),
                        Rank.of(
                                figure.known(),
                                othersInRegion(taken.feed, bassin),
                                "autres bassins de vie " + region.of())));
            }
        }
        if (contexts.isEmpty() && taken.departement.known() != null) {
            contexts.add(new Context(
                    departement,
                    taken.departement,
                    gaps(taken.departement.known(), taken, Level.DEPARTEMENT),
                    Rank.of(
                            taken.departement.known(),
                            others(taken.feed, Level.DEPARTEMENT, departement.code()),
                            "autres départements")));
        }
        return new Taken(taken.feed, taken.territory, taken.departement, taken.region, taken.france, contexts);
    }

    /** With every place above the level of the value that has one. */
    private List<Gap> gaps(@Nullable BigDecimal value, Taken taken, Level level) {
        var gaps = new ArrayList<Gap>();
        if (level != Level.DEPARTEMENT) {
            Gap.of(value, taken.departement.known(), departement).ifPresent(gaps::add);
        }
        Gap.of(value, taken.region.known(), region).ifPresent(gaps::add);
        Gap.of(value, taken.france.known(), Zone.FRANCE).ifPresent(gaps::add);
        return gaps;
    }

    private static Taken kept(List<Taken> taken, @Nullable Choice choice) {
        if (choice != null) {
            var chosen = taken.stream()
                    .filter(one -> one.feed.key().equals(choice.feed()))
                    .findFirst();
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return taken.stream()
                .filter(one -> Taken.isFigure(one.territory))
                .findFirst()
                .or(() -> taken.stream().filter(Taken::isKnown).findFirst())
                .orElse(taken.getFirst());
    }

    /** Where both say something, the smallest place first. */
    private Measure.Other other(Taken other, Taken kept) {
        record Pair(Figure one, Figure two, @Nullable Zone where) {}
        var pairs = new ArrayList<Pair>();
        pairs.add(new Pair(other.territory, kept.territory, null));
        for (var context : other.contexts) {
            kept.contexts.stream()
                    .filter(mine -> mine.zone().equals(context.zone()))
                    .forEach(mine -> pairs.add(new Pair(context.figure(), mine.figure(), context.zone())));
        }
        pairs.add(new Pair(other.departement, kept.departement, departement));
        pairs.add(new Pair(other.region, kept.region, region));
        pairs.add(new Pair(other.france, kept.france, Zone.FRANCE));
        var both = pairs.stream()
                .filter(pair -> pair.one.known() != null && pair.two.known() != null)
                .findFirst();
        var where = both.map(pair -> pair.where == null ? new Zone(Level.COMMUNE, "", "le territoire", 0) : pair.where)
                .orElse(null);
        var gap = both.flatMap(pair -> Gap.of(pair.one.known(), pair.two.known(), Objects.requireNonNull(where)))
                .orElse(null);
        return new Measure.Other(
                other.feed, other.territory, other.departement, other.region, other.france, other.contexts, where, gap);
    }

    private List<BigDecimal> values(Indicator indicator, Feed feed) {
        return comparisons.departements().values().stream()
                .map(zone -> figures.of(indicator, feed, zone).known())
                .filter(Objects::nonNull)
                .toList();
    }

    private String among(Indicator indicator, Feed feed) {
        var regions = comparisons.departements().values().stream()
                .filter(zone -> figures.of(indicator, feed, zone).known() != null)
                .map(zone -> comparisons.regionOfDepartement().get(zone.code()))
                .distinct()
                .toList();
        return regions.size() == 1 && regions.contains(region.code())
                ? "départements " + region.of()
                : "départements de France";
    }

    private List<BigDecimal> others(Feed feed, Level level, String but) {
        return comparisons.departements().values().stream()
                .filter(zone -> !zone.code().equals(but))
                .map(zone -> figures.published(feed, zone).known())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<BigDecimal> othersInRegion(Feed feed, Zone bassin) {
        return comparisons.bassins().values().stream()
                .filter(zone -> !zone.code().equals(bassin.code()) && isInRegion(zone))
                .map(zone -> figures.published(feed, zone).known())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A bassin de vie bears the code of its main commune. */
    private boolean isInRegion(Zone bassin) {
        var main = comparisons.places().get(bassin.code());
        return main != null && main.region().equals(region.code());
    }
}
