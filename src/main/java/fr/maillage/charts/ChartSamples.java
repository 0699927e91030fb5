package fr.maillage.charts;

import fr.maillage.charts.EvolutionLines.Point;
import fr.maillage.charts.EvolutionLines.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charts of the page {@code /style}: those of the design where figures are published, invented ones elsewhere. */
public final class ChartSamples {

    public static final Chart DISTANCE = ComparisonBars.of(
            "Distance moyenne d’un habitant au service d’urgences, 2025",
            Unit.of("km", 1),
            List.of(
                    Bar.here("Territoire", known("9.1")),
                    Bar.of("Aveyron", known("12.0")),
                    Bar.of("Occitanie", known("9.2")),
                    Bar.of("France", new Datum.Missing("non publiée à ce niveau"))));

    public static final Chart ZONES = new RankedBars(
            "Consultations de généralistes accessibles par habitant et par an, 2023",
            Unit.of("", 1),
            "Bassin de vie",
            List.of(
                    Bar.of("Florac Trois Rivières", known("4.0")),
                    Bar.of("Rodez", known("3.9")),
                    new Bar("Millau", known("3.6"), true, "dans le territoire"),
                    Bar.of("Le Vigan", known("3.4")),
                    Bar.of("Sévérac d’Aveyron", known("2.8")),
                    Bar.of("Saint-Affrique", known("2.6"))),
            new Reference("médiane de 1\u00A0705 bassins de vie de France", new BigDecimal("3.2")));

    public static final Chart CLASSES = new ClassBars(
            "Où vivent les habitants",
            Palette.SEQUENTIAL,
            List.of(
                    share("moins de 8\u00A0km", 6, 26_691, "64.0"),
                    share("8 à 12\u00A0km", 10, 3_783, "9.1"),
                    share("12 à 16\u00A0km", 10, 5_758, "13.8"),
                    share("16 à 20\u00A0km", 9, 1_905, "4.6"),
                    share("20\u00A0km et plus", 9, 3_553, "8.5"),
                    new ClassBars.Share("non publié", false, 0, 0, BigDecimal.ZERO)));

    public static final Chart AGES = new AgeBars(
            "Habitants par âge",
            Unit.PERCENT,
            List.of(
                    AgeBars.Band.of("0 à 14 ans", known("14.2"), known("17.1")),
                    AgeBars.Band.of("15 à 29 ans", known("13.5"), known("17.4")),
                    AgeBars.Band.of("30 à 44 ans", known("15.8"), known("18.5")),
                    AgeBars.Band.of("45 à 59 ans", known("20.1"), known("19.6")),
                    AgeBars.Band.of("60 à 74 ans", known("22.3"), known("17.2")),
                    AgeBars.Band.of("75 ans et plus", known("14.1"), known("10.2"))),
            "France");

    public static final Chart PYRAMID = new AgeBars(
            "Habitants par âge et par sexe",
            Unit.of("", 0),
            List.of(
                    AgeBars.Band.ofSexes("0 à 14 ans", known("5920"), known("2890"), known("3030")),
                    AgeBars.Band.ofSexes("15 à 29 ans", known("5630"), known("2700"), known("2930")),
                    AgeBars.Band.ofSexes("30 à 44 ans", known("6590"), known("3310"), known("3280")),
                    AgeBars.Band.ofSexes("45 à 59 ans", known("8380"), known("4220"), known("4160")),
                    AgeBars.Band.ofSexes("60 à 74 ans", known("9300"), known("4800"), known("4500")),
                    AgeBars.Band.ofSexes("75 ans et plus", known("5880"), known("3420"), known("2460"))),
            "");

    public static final Chart EVOLUTION = new EvolutionLines(
            "Généralistes pour 10\u00A0000 habitants",
            Unit.of("", 1),
            List.of(
                    new Series("Territoire", points("10.8", "10.4", "10.1", null, "9.6", "9.4")),
                    new Series("Aveyron", points("9.9", "9.6", "9.4", "9.2", "9.0", "8.9")),
                    new Series("Occitanie", points("9.8", "9.7", "9.5", "9.4", "9.3", "9.2")),
                    new Series("France", points("8.9", "8.8", "8.6", "8.5", "8.4", "8.3"))));

    public static final Chart GAPS = new ComparisonBars(
            "Solde annuel des installations",
            new Unit("soignant", "soignants", 0),
            List.of(
                    Bar.here("Territoire", known("-3")),
                    Bar.of("Lévézou et Ségala", known("2")),
                    Bar.of(
                            "Rance et Sorgues",
                            new Datum.Between(BigDecimal.ONE, new BigDecimal("4"), "effectif trop petit")),
                    Bar.of("Aveyron", known("0"))),
            null);

    private ChartSamples() {}

    private static Datum known(String value) {
        return Datum.of(new BigDecimal(value));
    }

    private static ClassBars.Share share(String label, int communes, long inhabitants, String percent) {
        return new ClassBars.Share(label, true, communes, inhabitants, new BigDecimal(percent));
    }

    /** From 2019 on; null for what is not published. */
    private static List<Point> points(@Nullable String... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            points.add(new Point(2019 + i, value == null ? new Datum.Missing("non publié") : known(value)));
        }
        return List.copyOf(points);
    }
}
