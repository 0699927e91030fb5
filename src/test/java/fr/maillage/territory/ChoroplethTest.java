package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.charts.Palette;
import fr.maillage.charts.Unit;
import fr.maillage.territory.ChoroplethMap.Mark;
import fr.maillage.territory.ChoroplethMap.MarkKind;
import fr.maillage.territory.ChoroplethMap.Shade;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Maps of classes over invented squares: well formed, each commune in its colour, areas of circles in proportion. */
class ChoroplethTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private static Outline square(String code, String name, int population, double x, double y, String epci) {
        var ring = new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + 0.1, y),
            new Coordinate(x + 0.1, y + 0.1),
            new Coordinate(x, y + 0.1),
            new Coordinate(x, y)
        };
        return new Outline(code, name, population, null, epci, SHAPES.createPolygon(ring), x + 0.05, y + 0.05);
    }

    private static final List<Outline> OUTLINES = List.of(
            square("A", "Millau <script>", 22_000, 3, 44, "one"),
            square("B", "Nant", 1_000, 3.1, 44, "one"),
            square("C", "Cornus", 500, 3.2, 44, "two"),
            square("D", "Saint-Affrique", 8_000, 3, 43.9, "two"));

    private static final Map<String, Shade> SHADES = Map.of(
            "A", new Shade(0, "2 km"),
            "B", new Shade(4, "21 km"),
            "C", new Shade(ChoroplethMap.UNKNOWN, "secret statistique"),
            "D", new Shade(2, "12 km"));

    private static final ChoroplethMap MAP = new ChoroplethMap(
            "Distance aux urgences & <essai>",
            List.of("A", "B", "C"),
            Palette.SEQUENTIAL,
            5,
            SHADES,
            List.of(
                    new Mark(MarkKind.CIRCLE, 3.05, 44.05, "", 100, "EHPAD, 100 places"),
                    new Mark(MarkKind.CIRCLE, 3.15, 44.05, "", 25, "EHPAD, 25 places"),
                    new Mark(MarkKind.HOSPITAL, 3.05, 43.95, "Saint-Affrique", 0, "Urgences")),
            new Unit("place", "places", 0),
            true,
            "B");

    @ParameterizedTest
    @EnumSource(MapSize.class)
    void isWellFormedAtEverySize(MapSize size) throws Exception {
        var svg = draw(MAP, size, OUTLINES);
        var root = parse(svg).getDocumentElement();
        assertThat(root.getAttribute("aria-label")).isEqualTo("Distance aux urgences & <essai>");
        assertThat(svg).doesNotContain("style=", "<script");
        assertThat(svg.contains("class=")).isEqualTo(size == MapSize.SCREEN);
        assertThat(draw(MAP, size, OUTLINES)).isEqualTo(svg);
    }

    @Test
    void eachCommuneHasTheColourOfItsClass() {
        var screen = draw(MAP, MapSize.SCREEN, OUTLINES);
        assertThat(screen)
                .contains("class=\"carte-classe classe-seq1\"", "class=\"carte-classe classe-seq5\"")
                .contains("class=\"carte-classe carte-dehors classe-seq3\"")
                .contains("Nant, 1\u00A0000\u00A0habitants\u00A0: 21 km</title>")
                .contains("Cornus, 500\u00A0habitants\u00A0: secret statistique</title>")
                .contains("carte-lisiere", "carte-epci", "carte-ici", "carte-inconnue");
        var paper = draw(MAP, MapSize.PAPER, OUTLINES);
        assertThat(paper).contains("fill=\"#F6EDC3\"", "fill=\"#0E4257\"", "fill=\"url(#inconnu");
        assertThat(paper).as("paler outside").contains("fill=\"#C7E0DF\"");
    }

    @Test
    void areasOfCirclesFollowTheirNumbers() throws Exception {
        var circles = parse(draw(MAP, MapSize.PAPER_WIDE, OUTLINES)).getElementsByTagName("circle");
        double large = Double.parseDouble(
                circles.item(0).getAttributes().getNamedItem("r").getNodeValue());
        double small = Double.parseDouble(
                circles.item(1).getAttributes().getNamedItem("r").getNodeValue());
        assertThat(large * large / (small * small)).isBetween(3.9, 4.1);
        assertThat(draw(MAP, MapSize.PAPER_WIDE, OUTLINES)).contains(">100\u00A0places<", ">20\u00A0places<");
    }

    @Test
    void aNameStandsOnceAndOnlyWhereThereIsRoom() {
        var svg = draw(MAP, MapSize.SCREEN, OUTLINES);
        assertThat(svg.split(">Saint-Affrique<", -1)).hasSize(2);
    }

    static Stream<ChoroplethMap> edgeCases() {
        return Stream.of(
                ChoroplethMap.of("Une commune", List.of("A"), Palette.SEQUENTIAL, 1, Map.of("A", new Shade(0, "3"))),
                ChoroplethMap.of(
                        "Tout inconnu",
                        List.of("A", "B"),
                        Palette.DIVERGING,
                        5,
                        Map.of("A", new Shade(-1, "secret"), "B", new Shade(-1, "secret"))),
                ChoroplethMap.ofMarks("Sans classe", List.of("A"), List.of(), null),
                ChoroplethMap.ofMarks(
                        "Taille nulle",
                        List.of("A"),
                        List.of(
                                new Mark(MarkKind.CIRCLE, 3.05, 44.05, "x", 0, "x"),
                                new Mark(MarkKind.CIRCLE, 99, 99, "loin", 5, "loin")),
                        new Unit("place", "places", 0)),
                ChoroplethMap.ofMarks("Personne", List.of("Z"), List.of(), null));
    }

    @ParameterizedTest
    @MethodSource("edgeCases")
    void edgeCasesAreDrawn(ChoroplethMap map) throws Exception {
        for (var size : MapSize.values()) {
            assertThat(parse(draw(map, size, OUTLINES))).isNotNull();
        }
    }

    @Test
    void aThousandCommunesAreDrawn() throws Exception {
        List<Outline> outlines = new ArrayList<>();
        Map<String, Shade> shades = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            outlines.add(square("C" + i, "Commune " + i, i, 2 + i % 40 * 0.1, 43 + i / 40 * 0.1, "e" + i / 100));
            shades.put("C" + i, new Shade(i % 5, i + " km"));
        }
        var map = new ChoroplethMap(
                "Mille",
                outlines.stream().map(Outline::code).toList(),
                Palette.SEQUENTIAL,
                5,
                shades,
                List.of(),
                null,
                true,
                null);
        long start = System.nanoTime();
        assertThat(parse(draw(map, MapSize.SCREEN, outlines))).isNotNull();
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    private static String draw(ChoroplethMap map, MapSize size, List<Outline> outlines) {
        var bounds = new Envelope();
        outlines.forEach(outline -> bounds.expandToInclude(outline.shape().getEnvelopeInternal()));
        var frame = new MapFrame(bounds, size.width, 1.6, size.tallest, size.margin);
        return new ChoroplethDrawing(map, size, frame, outlines).svg();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
