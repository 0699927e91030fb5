package fr.maillage.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.charts.EvolutionLines.Point;
import fr.maillage.charts.EvolutionLines.Series;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Drawings are well-formed whatever they are given, bars are as long as their values, nothing missing looks like zero. */
class ChartsTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"Ça\" ]]> \u0000\u0007 " + "é".repeat(400);
    private static final Unit KM = Unit.of("km", 1);

    static Stream<Chart> charts() {
        var huge = new BigDecimal("1e400");
        return Stream.of(
                ChartSamples.DISTANCE,
                ChartSamples.ZONES,
                ChartSamples.CLASSES,
                ChartSamples.AGES,
                ChartSamples.PYRAMID,
                ChartSamples.EVOLUTION,
                ChartSamples.GAPS,
                ComparisonBars.of(HOSTILE, new Unit(HOSTILE, HOSTILE, 0), List.of(Bar.here(HOSTILE, Datum.of(3)))),
                ComparisonBars.of("Vide", KM, List.of()),
                ComparisonBars.of("Nul", KM, List.of(Bar.here("Ici", Datum.of(0)), Bar.of("Là", Datum.of(0)))),
                ComparisonBars.of("Démesuré", KM, List.of(Bar.here("Ici", Datum.of(huge)), Bar.of("Là", Datum.of(1)))),
                ComparisonBars.of("Inconnu", KM, List.of(Bar.here("Ici", new Datum.Missing(HOSTILE)))),
                new RankedBars("Sans repère", KM, "Zone", List.of(Bar.of("A", Datum.of(-4))), null),
                new RankedBars(
                        "Beaucoup",
                        KM,
                        "Zone",
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> Bar.of("Zone " + i, Datum.of(i)))
                                .toList(),
                        new Reference("médiane", BigDecimal.ZERO)),
                new ClassBars("Sans classe", Palette.DIVERGING, List.of()),
                new AgeBars("Sans âge", KM, List.of(), ""),
                new AgeBars(
                        "Un sexe secret",
                        KM,
                        List.of(AgeBars.Band.ofSexes(
                                "0 à 4 ans", Datum.of(5), new Datum.Missing("secret"), Datum.of(2))),
                        ""),
                new EvolutionLines("Sans série", KM, List.of()),
                new EvolutionLines("Sans point", KM, List.of(new Series("Ici", List.of()))),
                new EvolutionLines("Un point", KM, List.of(new Series(HOSTILE, List.of(new Point(2023, Datum.of(7)))))),
                new EvolutionLines(
                        "Rien de connu",
                        KM,
                        List.of(new Series("Ici", List.of(new Point(2023, new Datum.Missing("secret")))))),
                new EvolutionLines(
                        "Négatif et démesuré",
                        KM,
                        List.of(new Series(
                                "Ici",
                                List.of(
                                        new Point(-5, Datum.of(huge.negate())),
                                        new Point(2023, Datum.of(huge)),
                                        new Point(9999, Datum.of(0)))))));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWellFormedForEveryInk(Chart chart) throws Exception {
        for (var ink : Ink.values()) {
            var svg = Charts.svg(chart, ink);
            var root = parse(svg).getDocumentElement();
            assertThat(root.getAttribute("viewBox")).matches("0 0 \\d+ \\d+");
            assertThat(root.getElementsByTagName("script").getLength()).isZero();
            assertThat(svg).doesNotContain(" style=", " id=", "NaN", "Infinity", "E+");
            assertThat(svg.contains("class=")).isEqualTo(ink != Ink.PAPER);
            assertThat(svg.contains("#0D5467") || svg.contains("fill=\"#"))
                    .isEqualTo(ink == Ink.PAPER && drawsSomething(svg));
            assertThat(root.getAttribute("aria-label")).isNotBlank();
            assertThat(Charts.svg(chart, ink)).isEqualTo(svg);
        }
        assertThat(chart.table().headers()).isNotEmpty();
    }

    private static boolean drawsSomething(String svg) {
        return svg.contains("<text") || svg.contains("<rect");
    }

    @ParameterizedTest
    @EnumSource(Ink.class)
    void barsAreAsLongAsTheirValues(Ink ink) throws Exception {
        var chart = ComparisonBars.of(
                "Essai",
                KM,
                List.of(
                        Bar.here("A", Datum.of(10)),
                        Bar.of("B", Datum.of(5)),
                        Bar.of("C", Datum.of(new BigDecimal("2.5")))));
        var lengths = bars(chart, ink);
        assertThat(lengths).hasSize(3);
        assertThat(lengths.get(1)).isCloseTo(lengths.get(0) / 2, within(0.15));
        assertThat(lengths.get(2)).isCloseTo(lengths.get(0) / 4, within(0.15));
    }

    @Test
    void negativeBarsLeaveZeroTheOtherWay() throws Exception {
        var chart = ComparisonBars.of("Essai", KM, List.of(Bar.here("A", Datum.of(-6)), Bar.of("B", Datum.of(3))));
        var svg = parse(Charts.svg(chart, Ink.PAPER));
        var rects = rects(svg, "#0D5467", "#84918E");
        double zero = number(rects.get(0), "x") + number(rects.get(0), "width");
        assertThat(zero).isCloseTo(number(rects.get(1), "x"), within(0.11));
        assertThat(number(rects.get(0), "width")).isCloseTo(2 * number(rects.get(1), "width"), within(0.2));
    }

    @Test
    void everythingStaysInsideTheDrawing() throws Exception {
        for (var chart : charts().limit(7).toList()) {
            for (var ink : Ink.values()) {
                var svg = parse(Charts.svg(chart, ink));
                for (var text : all(svg, "text")) {
                    double width = Letters.width(text.getTextContent(), ink.size, false);
                    double x = number(text, "x");
                    double left = switch (text.getAttribute("text-anchor")) {
                        case "end" -> x - width;
                        case "middle" -> x - width / 2;
                        default -> x;
                    };
                    assertThat(left)
                            .as(chart.title() + " " + ink + " " + text.getTextContent())
                            .isGreaterThan(-2);
                    assertThat(left + width)
                            .as(chart.title() + " " + ink + " " + text.getTextContent())
                            .isLessThan(ink.width + 8);
                }
            }
        }
    }

    @Test
    void whatIsMissingHasItsReasonAndNoBar() throws Exception {
        var svg = Charts.svg(ChartSamples.DISTANCE, Ink.SCREEN);
        assertThat(svg).contains("non publiée à ce niveau");
        assertThat(bars(ChartSamples.DISTANCE, Ink.SCREEN)).hasSize(3);
        assertThat(ChartSamples.DISTANCE.table().rows().getLast()).containsExactly("France", "non publiée à ce niveau");
        assertThatThrownBy(() -> new Datum.Missing(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zeroIsAValue() {
        var chart =
                ComparisonBars.of("Essai", new Unit("médecin", "médecins", 0), List.of(Bar.here("Ici", Datum.of(0))));
        assertThat(Charts.svg(chart, Ink.SCREEN)).contains(">0\u00A0médecin<");
    }

    @Test
    void theSameIsToldInWords() {
        assertThat(ChartSamples.DISTANCE.alternative())
                .isEqualTo(
                        "Distance moyenne d’un habitant au service d’urgences, 2025. Territoire\u00A0: 9,1\u00A0km\u202F;"
                                + " Aveyron\u00A0: 12,0\u00A0km\u202F; Occitanie\u00A0: 9,2\u00A0km\u202F;"
                                + " France\u00A0: non publiée à ce niveau.");
        assertThat(ChartSamples.ZONES.table().rows().get(2))
                .containsExactly("Millau, dans le territoire", "3,6", "+13\u00A0%");
        assertThat(ChartSamples.ZONES.alternative())
                .endsWith("Repère, médiane de 1\u00A0705 bassins de vie de France\u00A0: 3,2.");
        assertThat(ChartSamples.GAPS.alternative())
                .contains("de 1 à 4\u00A0soignants (effectif trop petit)", "−3\u00A0soignants");
        assertThat(ChartSamples.EVOLUTION.table().rows().get(3))
                .containsExactly("2022", "non publié", "9,2", "9,4", "8,5");
    }

    @Test
    void gapsHaveNoDecimalsButUnderOnePercent() {
        assertThat(Sentences.gap(Datum.of(new BigDecimal("9.1")), new BigDecimal("12.0")))
                .isEqualTo("−24\u00A0%");
        assertThat(Sentences.gap(Datum.of(new BigDecimal("9.15")), new BigDecimal("9.2")))
                .isEqualTo("−0,5\u00A0%");
        assertThat(Sentences.gap(Datum.of(4), BigDecimal.valueOf(4))).isEqualTo("0\u00A0%");
        assertThat(Sentences.gap(Datum.of(4), BigDecimal.ZERO)).isEqualTo("–");
    }

    @Test
    void aBrokenLineIsTwoLines() {
        var svg = Charts.svg(ChartSamples.EVOLUTION, Ink.SCREEN);
        var path = svg.substring(svg.indexOf("graphique-courbe1"));
        path = path.substring(path.indexOf("d=\"") + 3, path.indexOf("\"/>"));
        assertThat(path.chars().filter(letter -> letter == 'M').count()).isEqualTo(2);
        assertThat(svg).contains("Territoire, 2022\u00A0: non publié.").contains("L’axe ne part pas de zéro");
    }

    @ParameterizedTest
    @MethodSource("stepCases")
    void graduationsAreRoundAndSurroundTheValues(double low, double high) {
        var steps = Steps.around(List.of(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
        assertThat(steps.getFirst().doubleValue()).isLessThanOrEqualTo(low);
        assertThat(steps.getLast().doubleValue()).isGreaterThanOrEqualTo(high);
        assertThat(steps.size()).isBetween(2, 8);
    }

    static Stream<Object[]> stepCases() {
        return Stream.of(new Object[][] {
            {0, 1}, {3, 97}, {8.3, 10.8}, {-5, 12}, {0.0001, 0.0002}, {1e9, 3e9}, {7, 7}, {0, 0}, {-8, -7}
        });
    }

    @Test
    void wordsAreCutWhereTheRoomEnds() {
        assertThat(Letters.wrap("Bassin de vie de Millau", 100, 15, false, 3)).hasSizeGreaterThan(1);
        assertThat(Letters.wrap("x".repeat(10_000), 100, 15, false, 3))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Letters.wrap("", 100, 15, false, 3)).containsExactly("");
    }

    @Test
    void fewClassesTakeColoursFarApart() {
        assertThat(IntStream.range(0, 2).mapToObj(i -> Palette.SEQUENTIAL.step(i, 2)))
                .containsExactly(1, 5);
        assertThat(IntStream.range(0, 3).mapToObj(i -> Palette.DIVERGING.step(i, 3)))
                .containsExactly(1, 3, 5);
        assertThat(IntStream.range(0, 5).mapToObj(i -> Palette.SEQUENTIAL.step(i, 5)))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(IntStream.range(0, 4).mapToObj(i -> Palette.SEQUENTIAL.step(i, 4)))
                .doesNotHaveDuplicates();
    }

    private static List<Double> bars(Chart chart, Ink ink) throws Exception {
        return rects(parse(Charts.svg(chart, ink)), "#0D5467", "#84918E", "graphique-ici", "graphique-autre").stream()
                .map(rect -> number(rect, "width"))
                .toList();
    }

    private static List<Element> rects(Document svg, String... paints) {
        return all(svg, "rect").stream()
                .filter(rect -> List.of(paints).contains(rect.getAttribute("fill"))
                        || List.of(paints).contains(rect.getAttribute("class")))
                .toList();
    }

    private static List<Element> all(Document svg, String tag) {
        List<Element> elements = new ArrayList<>();
        var found = svg.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
