package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures one territory: for each indicator what each of its sources says, which is kept, and how it compares. */
final class Measuring {

    private final Comparisons comparisons;
    private final ZoneFigures zones;
    private final TerritoryFigures own;
    private final Territory territory;
    private final Zone departement;
    private final Zone region;

    Measuring(Comparisons comparisons, ZoneFigures zones, Territory territory) {
        this.comparisons = comparisons;
        this.zones = zones;
        this.own = new TerritoryFigures(comparisons);
        this.territory = territory;
        this.departement = territory.departement();
        this.region = territory.region();
    }

    Measure of(Indicator indicator, @Nullable Choice choice) {
        var taken =
                indicator.feeds().stream().map(feed -> taken(indicator, feed)).toList();
        var kept = kept(taken, choice);
        var value = kept.territory().known();
        var byCommune = byCommune(kept.feed());
        List<Gap> gaps = indicator.isCompared() ? gaps(value, kept, Level.COMMUNE) : List.of();
        return new Measure(
                indicator,
                kept.feed(),
                kept.territory(),
                kept.departement(),
                kept.region(),
                kept.france(),
                departement,
                byCommune,
                Classes.shares(indicator, territory.communes(), byCommune),
                kept.contexts(),
                gaps,
                rank(indicator, kept.feed(), value),
                Readings.of(indicator, kept.feed(), kept.territory(), gaps, kept.contexts()),
                counted(kept),
                taken.stream()
                        .filter(other -> other != kept && other.isKnown())
                        .map(other -> other(other, kept))
                        .toList(),
                choice);
    }

    /** The value of each commune by itself, for classes and maps. */
    Map<String, BigDecimal> byCommune(Feed feed) {
        Map<String, BigDecimal> values = new HashMap<>();
        if (feed.making() == Making.APL) {
            for (var value : territory.accessibilities()) {
                if (value.profession().equals(feed.profession())
                        && value.result() instanceof AplValue.Computed computed) {
                    computed.communes()
                            .forEach(commune -> values.put(commune.code(), Figures.decimal(commune.value())));
                }
            }
        } else if (feed.fromCommunes()) {
            for (var commune : territory.communes()) {
                var value = Figures.ofCommune(feed, commune, territory.cells());
                if (value != null) {
                    values.put(commune.code(), value);
                }
            }
        }
        return values;
    }

    private @Nullable Counted counted(Taken taken) {
        if (!taken.feed.counts() || taken.territory.known() == null) {
            return null;
        }
        var number = territory.counts().number(taken.feed);
        return number == null
                ? null
                : new Counted(
                        number,
                        Math.round(Aggregate.of(
                                        taken.feed.denominator(),
                                        territory.counts().in(taken.feed),
                                        territory.cells())
                                .low()));
    }

    /** The directories and the accessibility would have to be asked a hundred times for theirs: they rank nothing. */
    private Optional<Rank> rank(Indicator indicator, Feed feed, @Nullable BigDecimal value) {
        if (value == null || feed.counts() || feed.making() == Making.APL || !indicator.isCompared()) {
            return Optional.empty();
        }
        var values = values(indicator, feed, Level.DEPARTEMENT);
        var regions = values.keySet().stream()
                .map(comparisons.regionOfDepartement()::get)
                .distinct()
                .toList();
        return Rank.of(
                value,
                values.values(),
                regions.equals(List.of(region.code())) ? "départements " + region.of() : "départements de France");
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
                zones.of(indicator, feed, departement),
                zones.of(indicator, feed, region),
                zones.of(indicator, feed, Zone.FRANCE),
                List.of());
        return Taken.isFigure(bare.territory) ? bare : withContexts(indicator, bare);
    }

    private Figure territory(Feed feed) {
        if (feed.counts()) {
            return own.ofCounts(feed, territory.counts(), territory.communes(), territory.cells());
        }
        if (feed.making() == Making.APL) {
            return own.ofAccessibility(feed, territory);
        }
        return feed.fromCommunes()
                ? own.ofCommunes(feed, territory.communes(), territory.cells())
                : comparisons.isLoaded(feed) ? Figure.notPublished() : Figure.notLoaded(feed.label());
    }

    private Taken withContexts(Indicator indicator, Taken taken) {
        var contexts = new ArrayList<Context>();
        if (taken.feed.levels().contains(Level.BASSIN_DE_VIE)) {
            for (var bassin : territory.bassins()) {
                var figure = zones.published(taken.feed, bassin);
                contexts.add(new Context(
                        bassin,
                        figure,
                        gaps(figure.known(), taken, Level.BASSIN_DE_VIE),
                        rankOfBassin(indicator, taken.feed, bassin, figure.known()),
                        median(indicator, taken.feed, Level.BASSIN_DE_VIE)));
            }
        }
        var known = taken.departement.known();
        if (contexts.isEmpty() && known != null) {
            contexts.add(new Context(
                    departement,
                    taken.departement,
                    gaps(known, taken, Level.DEPARTEMENT),
                    rankOfDepartement(indicator, taken.feed, known),
                    median(indicator, taken.feed, Level.DEPARTEMENT)));
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

    /** Of all the zones of a level, by code; kept, since every territory is ranked among them. */
    private Map<String, BigDecimal> values(Indicator indicator, Feed feed, Level level) {
        return Comparisons.kept(comparisons.values(), Comparisons.name(indicator, feed) + "/" + level, _ -> {
            var compared = level == Level.DEPARTEMENT ? comparisons.departements() : comparisons.bassins();
            Map<String, BigDecimal> values = new HashMap<>();
            for (var zone : compared.values()) {
                var value = zones.of(indicator, feed, zone).known();
                if (value != null) {
                    values.put(zone.code(), value);
                }
            }
            return values;
        });
    }

    private Optional<Median> median(Indicator indicator, Feed feed, Level level) {
        var key = Comparisons.name(indicator, feed) + "/" + level;
        return Comparisons.kept(
                comparisons.medians(),
                key,
                _ -> Median.of(
                        values(indicator, feed, level).values(),
                        level == Level.DEPARTEMENT ? "départements" : "bassins de vie de France"));
    }

    private Optional<Rank> rankOfDepartement(Indicator indicator, Feed feed, BigDecimal value) {
        var others = new HashMap<>(values(indicator, feed, Level.DEPARTEMENT));
        others.remove(departement.code());
        return Rank.of(value, others.values(), "autres départements");
    }

    private Optional<Rank> rankOfBassin(Indicator indicator, Feed feed, Zone bassin, @Nullable BigDecimal value) {
        var others = new HashMap<>(inRegion(indicator, feed));
        others.remove(bassin.code());
        return Rank.of(value, others.values(), "autres bassins de vie " + region.of());
    }

    /** The values of the bassins de vie of the région; kept, since each bassin of a territory is ranked among them. */
    private Map<String, BigDecimal> inRegion(Indicator indicator, Feed feed) {
        return Comparisons.kept(
                comparisons.values(),
                Comparisons.name(indicator, feed) + "/" + Level.BASSIN_DE_VIE + "/" + region.code(),
                _ -> values(indicator, feed, Level.BASSIN_DE_VIE).entrySet().stream()
                        .filter(entry -> isInRegion(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A bassin de vie bears the code of its main commune. */
    private boolean isInRegion(String bassin) {
        var main = comparisons.places().get(bassin);
        return main != null && main.region().equals(region.code());
    }
}
