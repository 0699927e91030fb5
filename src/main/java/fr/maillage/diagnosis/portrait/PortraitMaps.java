package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.ClassBars;
import fr.maillage.charts.Classes;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Palette;
import fr.maillage.charts.Unit;
import fr.maillage.diagnosis.AplValue;
import fr.maillage.diagnosis.portrait.Portrait.Emergency;
import fr.maillage.professionals.Supply;
import fr.maillage.shared.French;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.ChoroplethMap.Mark;
import fr.maillage.territory.ChoroplethMap.MarkKind;
import fr.maillage.territory.ChoroplethMap.Shade;
import fr.maillage.territory.Commune;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the maps of a portrait show. */
final class PortraitMaps {

    static final Unit KM = Unit.of("km", 1);
    private static final Unit PLACES = new Unit("place", "places", 0);
    private static final Unit INHABITANTS = new Unit("habitant", "habitants", 0);
    private static final Unit DOCTORS = new Unit("généraliste", "généralistes", 0);

    private static final List<BigDecimal> KILOMETRES =
            List.of(new BigDecimal(8), new BigDecimal(12), new BigDecimal(16), new BigDecimal(20));

    /**
     * A map of classes with what its legend counts.
     *
     * @param legend each class with its communes and inhabitants
     */
    record Shaded(ChoroplethMap map, ClassBars legend) {}

    private final Portrait portrait;
    private final Map<String, Commune> communes = new HashMap<>();

    PortraitMaps(Portrait portrait) {
        this.portrait = portrait;
        portrait.communes().forEach(commune -> communes.put(commune.code(), commune));
    }

    ChoroplethMap population() {
        return ChoroplethMap.ofMarks(
                "Population des communes de " + portrait.name(),
                portrait.codes(),
                circles(commune -> Objects.requireNonNullElse(commune.population(), 0), "habitant", "habitants"),
                INHABITANTS);
    }

    /** Empty where the directory tells nothing. */
    Optional<ChoroplethMap> generalists() {
        return portrait.professionsMissing() != null
                ? Optional.empty()
                : Optional.of(ChoroplethMap.ofMarks(
                        "Médecins généralistes libéraux par commune",
                        portrait.codes(),
                        circles(
                                commune -> portrait.generalists().getOrDefault(commune.code(), 0),
                                "médecin généraliste libéral",
                                "médecins généralistes libéraux"),
                        DOCTORS));
    }

    private interface Counting {
        int of(Commune commune);
    }

    private List<Mark> circles(Counting counting, String one, String many) {
        List<Mark> marks = new ArrayList<>();
        for (var commune : portrait.communes()) {
            var centre = portrait.centres().get(commune.code());
            int number = counting.of(commune);
            if (centre != null && number > 0) {
                marks.add(new Mark(
                        MarkKind.CIRCLE,
                        centre.longitude(),
                        centre.latitude(),
                        "",
                        number,
                        commune.name() + French.NBSP + ": " + French.count(number, one, many)));
            }
        }
        return marks;
    }

    /** EHPAD by their places, and emergency departments as crosses. */
    Optional<ChoroplethMap> establishments() {
        if (portrait.establishmentsMissing() != null) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>();
        for (var point : portrait.places()) {
            var places = point.places();
            marks.add(new Mark(
                    places == null ? MarkKind.POINT : MarkKind.CIRCLE,
                    point.lon(),
                    point.lat(),
                    "",
                    places == null ? 0 : places,
                    point.name() + (places == null ? "" : ", " + French.count(places, "place", "places"))));
        }
        marks.addAll(emergencies());
        return Optional.of(
                ChoroplethMap.ofMarks("Places en EHPAD et services d’urgences", portrait.codes(), marks, PLACES));
    }

    private List<Mark> emergencies() {
        return portrait.emergencies().stream()
                .sorted(Comparator.comparing(
                        (Emergency emergency) -> emergency.point().finess()))
                .map(emergency -> new Mark(
                        MarkKind.HOSPITAL,
                        emergency.point().lon(),
                        emergency.point().lat(),
                        emergency.town(),
                        0,
                        emergency.point().name() + ", service d’urgences"))
                .toList();
    }

    /** Empty when no commune has a distance. */
    Optional<Shaded> distances() {
        return portrait.distances().values().stream()
                        .allMatch(datum -> datum.exact().isEmpty())
                ? Optional.empty()
                : Optional.of(shaded(
                        "Distance au service d’urgences le plus proche, à vol d’oiseau",
                        new Classes(KILOMETRES),
                        KM,
                        portrait.distances(),
                        emergencies()));
    }

    /** The accessibility to one profession by commune; empty when it is not computed. */
    Optional<Shaded> access(String profession) {
        for (var value : portrait.apl()) {
            if (value.profession().equals(profession) && value.result() instanceof AplValue.Computed computed) {
                Map<String, Datum> values = new HashMap<>();
                computed.communes().forEach(commune -> values.put(commune.code(), Datum.of(rounded(commune.value()))));
                return Optional.of(shaded(
                        "Accessibilité aux " + value.label().toLowerCase(Locale.FRENCH) + ", " + value.unit(),
                        Classes.of(values.values().stream()
                                .flatMap(datum -> datum.exact().stream())
                                .toList()),
                        Unit.of("", 2),
                        values,
                        List.of()));
            }
        }
        return Optional.empty();
    }

    Optional<Shaded> generalistAccess() {
        return access(Supply.GENERALISTES);
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private Shaded shaded(String label, Classes classes, Unit unit, Map<String, Datum> values, List<Mark> marks) {
        Map<String, Shade> shades = new HashMap<>();
        List<Classes.Counted> counted = new ArrayList<>();
        for (var commune : portrait.communes()) {
            var datum = values.getOrDefault(commune.code(), new Datum.Missing("non publié"));
            shades.put(
                    commune.code(),
                    new Shade(datum.exact().map(classes::of).orElse(ChoroplethMap.UNKNOWN), unit.text(datum)));
            counted.add(new Classes.Counted(Objects.requireNonNullElse(commune.population(), 0), datum));
        }
        return new Shaded(
                ChoroplethMap.of(label, portrait.codes(), Palette.SEQUENTIAL, classes.count(), shades)
                        .withMarks(marks),
                new ClassBars(label, Palette.SEQUENTIAL, classes.shares(unit, counted)));
    }
}
