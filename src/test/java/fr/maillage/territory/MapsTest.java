package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.territory.TerritoryMap.Spot;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.MaillageTest;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Maps are well-formed SVG; without contours there is none. */
@MaillageTest
class MapsTest {

    private static final TerritoryMap MAP = new TerritoryMap(
            "Carte d’essai <1>",
            List.of(new Spot("12145", 1), new Spot("12084", 2), new Spot("12218", 1)),
            Map.of("12208", "CPTS Rance & Sorgues"),
            "12084",
            null,
            "/cpts/essai/territoire?commune=");

    @Autowired
    Maps maps;

    @Autowired
    TestContours contours;

    @Test
    void withoutContoursThereIsNoMap() {
        assertThat(maps.screen(MAP)).isEmpty();
        assertThat(maps.paper(MAP)).isEmpty();
        assertThat(maps.cover(List.of("12145"))).isEmpty();
        assertThat(maps.silhouette(List.of("12145"))).isEmpty();
        assertThat(maps.mesh(List.of("12145"))).isEmpty();
        assertThat(maps.attribution(List.of("12145"))).isEmpty();
        assertThat(maps.areDrawn()).isFalse();
    }

    @Test
    void onScreenEachFreeCommuneIsALinkWithItsName() throws Exception {
        contours.squares();
        var svg = maps.screen(MAP).orElseThrow();
        var drawing = parse(svg);
        assertThat(drawing.getDocumentElement().getAttribute("role")).isEqualTo("group");
        assertThat(drawing.getDocumentElement().getAttribute("aria-label")).isEqualTo("Carte d’essai <1>");
        assertThat(svg)
                .contains(
                        "<a href=\"/cpts/essai/territoire?commune=12145#carte\" data-held=\"true\" aria-label=\"Millau, 22\u00A0044\u00A0habitants,"
                                + " dans le territoire\">")
                .contains(
                        "Saint-Affrique, 7\u00A0941\u00A0habitants, dans une autre CPTS\u00A0: CPTS Rance &amp; Sorgues")
                .doesNotContain("commune=12208")
                .contains("class=\"carte-entre\"", "class=\"carte-ici\"", "hachures", ">5\u00A0km<")
                .doesNotContain("style=");
    }

    @Test
    void onPaperEverythingIsAnAttribute() throws Exception {
        contours.squares();
        var svg = maps.paper(new TerritoryMap("Carte", MAP.chosen(), MAP.taken(), null, null, null))
                .orElseThrow();
        assertThat(parse(svg).getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg).doesNotContain("class=", "<a ", "var(").contains("fill=\"#D0E5EB\"", "stroke-dasharray");
        assertThat(parse(maps.cover(List.of("12145", "12084")).orElseThrow())).isNotNull();
        assertThat(parse(maps.mesh(List.of("12145", "12084")).orElseThrow())).isNotNull();
    }

    @Test
    void aSilhouetteFitsItsSquare() {
        contours.squares();
        var path = maps.silhouette(List.of("12145", "12084")).orElseThrow();
        assertThat(path).startsWith("M").endsWith("z");
    }

    @Test
    void anEmptyTerritoryShowsItsDepartement() throws Exception {
        contours.squares();
        var svg = maps.screen(new TerritoryMap("Carte", List.of(), Map.of(), null, "12", "/x?commune="))
                .orElseThrow();
        assertThat(parse(svg)).isNotNull();
        assertThat(svg).contains("commune=12145", "commune=12208", "hors du territoire");
    }

    /** Drawings are kept until the contours change. */
    @Test
    void newContoursMakeANewDrawing() {
        contours.squares();
        var before = maps.screen(MAP).orElseThrow();
        assertThat(maps.screen(MAP).orElseThrow()).isSameAs(before);
        assertThat(maps.attribution(MAP.codes()).orElseThrow())
                .isEqualTo(
                        "Contours des communes\u00A0: IGN Admin Express, Licence Ouverte, ramenés au découpage du jour.");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
