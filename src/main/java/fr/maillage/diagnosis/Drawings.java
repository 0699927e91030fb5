package fr.maillage.diagnosis;

import fr.maillage.charts.Bar;
import fr.maillage.charts.ClassBars;
import fr.maillage.charts.ComparisonBars;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Palette;
import fr.maillage.charts.RankedBars;
import fr.maillage.charts.Reference;
import fr.maillage.charts.Unit;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.ChoroplethMap.Shade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a measure into the charts and the map that show it, on screen and on paper alike. */
public final class Drawings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Drawings() {}

    /** Long units are left to the title. */
    public static Unit unit(Indicator indicator) {
        return Unit.of(indicator.isShortUnit() ? indicator.unit() : "", indicator.decimals());
    }

    /** « Distance aux urgences, km ». */
    public static String title(Measure measure) {
        var indicator = measure.indicator();
        return indicator.isShortUnit() || indicator.unit().isEmpty()
                ? indicator.title()
                : indicator.title() + ", " + indicator.unit();
    }

    /** The territory beside its département, its région and France; of a context the zones it touches come first. */
    public static ComparisonBars comparison(Diagnosis diagnosis, Measure measure) {
        var bars = new ArrayList<Bar>();
        bars.add(Bar.here("Territoire", datum(measure.territory())));
        for (var context : measure.contexts()) {
            if (!context.zone().equals(diagnosis.departement())) {
                bars.add(Bar.of(context.zone().name(), datum(context.figure())));
            }
        }
        bars.add(place(measure, diagnosis.departement(), measure.departement()));
        bars.add(place(measure, diagnosis.region(), measure.region()));
        bars.add(place(measure, Zone.FRANCE, measure.france()));
        var median = measure.contexts().stream()
                .findFirst()
                .flatMap(Context::median)
                .map(middle -> new Reference(middle.words(), middle.value()));
        return new ComparisonBars(title(measure), unit(measure.indicator()), bars, median.orElse(null));
    }

    /** The figure of another source is named where the one kept says nothing. */
    private static Bar place(Measure measure, Zone zone, Figure own) {
        var other = own instanceof Figure.Absent ? measure.borrowed(zone.level()) : Optional.<Figure.Known>empty();
        return other.map(known ->
                        new Bar(zone.name(), datum(known), false, known.source().brief()))
                .orElseGet(() -> Bar.of(zone.name(), datum(own)));
    }

    /** Which part of the inhabitants lives in each class; empty when there are no classes. */
    public static Optional<ClassBars> classes(Measure measure) {
        if (measure.classes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClassBars(
                "Où vivent les habitants",
                Palette.SEQUENTIAL,
                measure.classes().stream()
                        .map(share -> new ClassBars.Share(
                                share.label(),
                                true,
                                share.communes(),
                                share.inhabitants(),
                                share.share().multiply(HUNDRED)))
                        .toList()));
    }

    /** Each commune in its class; empty when the source says nothing of communes. */
    public static Optional<ChoroplethMap> map(Diagnosis diagnosis, Measure measure) {
        var indicator = measure.indicator();
        if (measure.classes().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Shade> shades = new HashMap<>();
        for (var commune : diagnosis.communes()) {
            var value = measure.communes().get(commune);
            shades.put(
                    commune,
                    value == null
                            ? new Shade(ChoroplethMap.UNKNOWN, "non publié")
                            : new Shade(Classes.of(indicator, value), indicator.print(value)));
        }
        return Optional.of(ChoroplethMap.of(
                "Carte : " + indicator.title(),
                diagnosis.communes(),
                Palette.SEQUENTIAL,
                indicator.classes().size() + 1,
                shades));
    }

    /** The bassins de vie of the département in order, those of the territory highlighted; empty without any. */
    public static Optional<RankedBars> bassins(Measure measure, List<ZoneValue> zones) {
        if (zones.isEmpty()) {
            return Optional.empty();
        }
        var median = measure.contexts().stream()
                .findFirst()
                .flatMap(Context::median)
                .map(middle -> new Reference("médiane de France", middle.value()));
        return Optional.of(new RankedBars(
                title(measure),
                unit(measure.indicator()),
                "Bassin de vie",
                zones.stream()
                        .map(zone -> new Bar(
                                zone.zone().name(),
                                datum(zone.figure()),
                                zone.inTerritory(),
                                zone.inTerritory() ? "dans le territoire" : ""))
                        .toList(),
                median.orElse(null)));
    }

    static Datum datum(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> new Datum.Known(known.value());
            case Figure.Between between -> new Datum.Between(between.low(), between.high(), between.reason());
            case Figure.Absent absent -> new Datum.Missing(absent.words());
        };
    }
}
