package fr.maillage.diagnosis;

import fr.maillage.charts.ChartTable;
import fr.maillage.charts.Unit;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Vintages;
import fr.maillage.professionals.Establishments;
import fr.maillage.professionals.Establishments.Point;
import fr.maillage.shared.French;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.ChoroplethMap.Mark;
import fr.maillage.territory.ChoroplethMap.MarkKind;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the hospitals, EHPAD and pharmacies of a territory are, from the FINESS: a map and its table. */
@Component
class EstablishmentMaps {

    /** In the order of the table. */
    private enum Kind {
        HOSPITAL("hôpital ou clinique", "hôpitaux et cliniques"),
        NURSING_HOME("EHPAD", "EHPAD"),
        PHARMACY("pharmacie", "pharmacies");

        final String one;
        final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    private static final String DATASET = "finess";
    private static final Unit PLACES = new Unit("place", "places", 0);

    private final Establishments establishments;
    private final Communes communes;
    private final Maps maps;
    private final Descriptors descriptors;
    private final Vintages vintages;

    EstablishmentMaps(
            Establishments establishments, Communes communes, Maps maps, Descriptors descriptors, Vintages vintages) {
        this.establishments = establishments;
        this.communes = communes;
        this.maps = maps;
        this.descriptors = descriptors;
        this.vintages = vintages;
    }

    private record Placed(Kind kind, Point point, String commune) {}

    /** Empty when the FINESS is not loaded, covers too little of the territory, or has none of them there. */
    Optional<ThemePage.Placed> of(Diagnosis diagnosis) {
        var codes = diagnosis.communes();
        var covered = Coverage.of(communes.withCodes(codes), establishments.coveredDepartements()::contains);
        var placed = covered.enough() ? placed(covered.codes()) : List.<Placed>of();
        if (placed.isEmpty()) {
            return Optional.empty();
        }
        var counts = counts(placed);
        var map = ChoroplethMap.ofMarks(
                "Établissements du territoire" + French.NBSP + ": " + counts,
                codes,
                placed.stream().map(EstablishmentMaps::mark).toList(),
                PLACES);
        return Optional.of(new ThemePage.Placed(
                counts,
                covered.caution(),
                maps.choropleth(map, MapSize.SCREEN).orElse(null),
                numbers(placed),
                table(placed),
                source(),
                maps.attribution(codes).orElse(null)));
    }

    private List<Placed> placed(List<String> codes) {
        List<Placed> placed = new ArrayList<>();
        for (var point : establishments.points(codes, null)) {
            var kind = kind(point.category());
            if (kind != null) {
                var code = point.commune();
                placed.add(new Placed(
                        kind,
                        point,
                        code == null
                                ? "inconnue"
                                : communes.withCode(code).map(Commune::name).orElse(code)));
            }
        }
        placed.sort(Comparator.comparing(Placed::kind)
                .thenComparing(Placed::commune, French.ORDER)
                .thenComparing(one -> one.point().name()));
        return placed;
    }

    /** By category of the FINESS; null for what this map does not show. */
    private static @Nullable Kind kind(String category) {
        return switch (category) {
            case "101", "106", "109", "122", "128", "129", "131", "292", "355", "365" -> Kind.HOSPITAL;
            case Establishments.EHPAD -> Kind.NURSING_HOME;
            case "620" -> Kind.PHARMACY;
            default -> null;
        };
    }

    private static Mark mark(Placed placed) {
        var point = placed.point();
        var places = point.places();
        var known = placed.kind() == Kind.NURSING_HOME ? places : null;
        return new Mark(
                placed.kind() == Kind.HOSPITAL ? MarkKind.HOSPITAL : known == null ? MarkKind.POINT : MarkKind.CIRCLE,
                point.lon(),
                point.lat(),
                "",
                known == null ? 0 : known,
                point.name() + ", " + placed.commune()
                        + (known == null ? "" : ", " + French.count(known, "place", "places")));
    }

    /** « 3 hôpitaux et cliniques, 12 EHPAD, 20 pharmacies ». */
    private static String counts(List<Placed> placed) {
        List<String> counts = new ArrayList<>();
        for (var kind : Kind.values()) {
            long number = placed.stream().filter(one -> one.kind() == kind).count();
            if (number > 0) {
                counts.add(French.count(number, kind.one, kind.many));
            }
        }
        return String.join(", ", counts);
    }

    /** Of each kind how many, and the places of those that publish them. */
    private static ChartTable numbers(List<Placed> placed) {
        List<List<String>> rows = new ArrayList<>();
        for (var kind : Kind.values()) {
            var these = placed.stream().filter(one -> one.kind() == kind).toList();
            if (!these.isEmpty()) {
                var places = these.stream()
                        .map(one -> one.point().places())
                        .filter(Objects::nonNull)
                        .toList();
                rows.add(List.of(
                        kind.many.substring(0, 1).toUpperCase(Locale.FRENCH) + kind.many.substring(1),
                        French.number(these.size()),
                        places.isEmpty()
                                ? unknown(kind)
                                : French.number(places.stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())));
            }
        }
        return new ChartTable(List.of("Établissements", "Nombre", "Places"), rows, -1);
    }

    private static String unknown(Kind kind) {
        return kind == Kind.PHARMACY ? "sans objet" : "non publié";
    }

    private static ChartTable table(List<Placed> placed) {
        return new ChartTable(
                List.of("Établissement", "Catégorie", "Commune", "Places"),
                placed.stream()
                        .map(one -> {
                            var places = one.point().places();
                            return List.of(
                                    French.printed(one.point().name()),
                                    one.point().categoryLabel(),
                                    one.commune(),
                                    places == null ? unknown(one.kind()) : French.number(places));
                        })
                        .toList(),
                -1);
    }

    private String source() {
        return descriptors
                .of(DATASET)
                .flatMap(descriptor -> vintages.current(DATASET)
                        .map(vintage -> new DatasetEdition(descriptor, vintage.label()).words()))
                .orElse("");
    }
}
