package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.maillage.documents.Block.BulletList;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Block.NumberedList;
import fr.maillage.documents.Block.Paragraph;
import fr.maillage.documents.Block.Table;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeTest {

    @Test
    void markdownBecomesBlocks() {
        assertThat(new Narrative("""
                                # Titre

                                Un *mot*, un **autre**.

                                1. un
                                2. deux
                                   - dedans

                                | A | B |
                                |---|--:|
                                | x | 1 |
                                """).blocks(2, "s2"))
                .satisfiesExactly(
                        block -> assertThat(block).isEqualTo(new Heading(3, "", "Titre", "s2-1")),
                        block -> assertThat(PlainText.of(List.of(block))).isEqualTo("Un mot, un autre."),
                        block -> assertThat(
                                        ((NumberedList) block).items().get(1).content())
                                .hasSize(2)
                                .last()
                                .isInstanceOf(BulletList.class),
                        block -> assertThat(((Table) block).columns().get(1).align())
                                .isEqualTo(Block.Align.RIGHT));
    }

    @Test
    void headingsNeverSkipALevelNorGoAboveTheSection() {
        var levels = new Narrative("### a\n\n# b\n\n###### c\n\n###### d")
                .blocks(2, "s").stream().map(block -> ((Heading) block).level()).toList();
        assertThat(levels).containsExactly(3, 3, 4, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html,x)",
                "[x](//evil.example)",
                "[x](/deconnexion)",
                "[x](https://a.example/\"onclick=alert(1))",
                "<a href=\"javascript:alert(1)\">x</a>",
                "![x](https://evil.example/pixel.png)",
                "<img src=x onerror=alert(1)>x",
                "<svg onload=alert(1)></svg>x",
                "<script>alert(1)</script>x",
                "<style>*{display:none}</style>x",
                "x <iframe src=//evil.example>",
                "x<!-- <p> -->"
            })
    void nothingButWordsComesOfWhatIsUnsafe(String typed) {
        assertThat(html(typed))
                .contains("x")
                .doesNotContainPattern("(?i)<(?!/?p>|/?strong>|/?em>|/?h\\d|br/>)")
                .doesNotContain("href", "src=", "<script", "display:none");
    }

    @Test
    void linksOfThreeKinds() {
        assertThat(html("[a](https://a.example/x?y=1&z=2) [b](http://b.example) [c](mailto:c@exemple.invalid)"))
                .contains("<a href=\"https://a.example/x?y=1&amp;z=2\"")
                .contains("<a href=\"http://b.example\"")
                .contains("<a href=\"mailto:c@exemple.invalid\"");
    }

    @Test
    void htmlPastedFromWordKeepsItsWords() {
        var pasted = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
                <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
                <style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=FR>
                <h1 style='margin:0'>Le territoire<o:p></o:p></h1>
                <p class=MsoNormal><b><span style='font-size:12.0pt'>Onze</span></b> communes &amp; deux EPCI&nbsp;:<o:p></o:p></p>
                <p class=MsoListParagraph style='text-indent:-18.0pt'><![if !supportLists]>·<![endif]>Millau</p>
                <ul><li>Creissels</li><li>Aguessac</li></ul>
                <table><tr><td>Nant</td><td>1 000</td></tr></table>
                </body></html>
                """;
        var text = new Narrative(pasted).text();
        assertThat(text.lines().map(String::strip))
                .contains("Le territoire", "Onze communes & deux EPCI\u00A0:", "Creissels", "Aguessac", "Nant 1 000");
        assertThat(text).doesNotContain("Mso", "margin", "<", "AllowPNG").contains("Millau");
        assertThat(html(pasted)).doesNotContain("style", "class=Mso");
    }

    @Test
    void smallerThanSignsStayWords() {
        assertThat(new Narrative("moins de 5 < 10 et 3 > 2").text()).isEqualTo("moins de 5 < 10 et 3 > 2");
        assertThat(html("a < b")).contains("a &lt; b");
    }

    @Test
    void hostileNestingIsBounded() {
        var deep = "> ".repeat(5_000) + "fond\n\n" + "- ".repeat(5_000) + "fond\n\n" + "*".repeat(20_000) + "fond"
                + "[".repeat(20_000);
        assertThat(new Narrative(deep).text()).contains("fond");
    }

    /** A few signs ask for millions of cells: the text is read, its tables are not. */
    @ParameterizedTest
    @ValueSource(ints = {41, 2_000})
    void aTableThatNoPageHoldsStaysText(int columns) {
        var bomb = "|a".repeat(columns) + "\n" + "|-".repeat(columns) + "\n" + "|x\n".repeat(2_000);

        var text = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> new Narrative("avant\n\n" + bomb + "\n\naprès").text());

        assertThat(text).contains("avant", "après", "|a|a");
    }

    @Test
    void manyTablesAreBoundedTogether() {
        var table = "|a|b|c|d|e|\n|-|-|-|-|-|\n" + "|x|\n".repeat(50) + "\n";
        assertThat(new Narrative(table.repeat(3)).blocks(1, "s")).hasSize(3).allMatch(Table.class::isInstance);
        assertThat(new Narrative(table.repeat(100)).blocks(1, "s")).noneMatch(Table.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--",
                "<![",
                "<![CDATA[",
                "<?",
                "<!a",
                "<!doctype ",
                "<o:p",
                "<o:p ",
                "<br ",
                "<li ",
                "<p ",
                "<script>",
                "<script ",
                "</script",
                "</script  ",
                "<style></styl>",
                "</td ",
                "   ",
                " \n",
                "<li>",
                "<p> ",
                "<a ",
                "<a b='",
                "<",
                "</",
                "<>",
                "]>",
                "<a:"
            })
    void anHostileTextTakesTheTimeOfItsLength(String piece) {
        var many = piece.repeat(100_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            new Narrative("x" + many + "x").text();
            new Narrative("<p>" + many + "<p>x").text();
        });
    }

    @Test
    void blankIsBlank() {
        assertThat(new Narrative(" \n\n<p></p>&nbsp;").isBlank()).isTrue();
        assertThat(new Narrative("mot").isBlank()).isFalse();
    }

    @Test
    void indentedLinesAreParagraphsNotCode() {
        assertThat(new Narrative("    collé avec un retrait").blocks(1, "a"))
                .singleElement()
                .isInstanceOf(Paragraph.class);
    }

    private static String html(String markdown) {
        var out = new StringOutput();
        new Narrative(markdown).html(2).writeTo(out);
        return out.toString();
    }

    @Test
    void aLineThatStandsForAFigureBecomesItWhereverTheTextAroundEnds() {
        var figure = new Block.Figure(
                Block.FigureKind.MAP, "<svg viewBox=\"0 0 1 1\"/>", "Une carte", "Une carte", null, "");
        var narrative =
                new Narrative("Avant\n{{figure:une-carte}}\naprès\n\n{{figure:inconnue}}", Map.of("une-carte", figure));

        assertThat(narrative.blocks(1, "a"))
                .containsExactly(
                        Block.paragraph("Avant"),
                        figure,
                        Block.paragraph("après"),
                        Block.paragraph("{{figure:inconnue}}"));
        assertThat(new Narrative("{{figure:une-carte}}", Map.of("une-carte", figure)).isBlank())
                .isFalse();
        assertThat(new Narrative("Avant {{figure:une-carte}} après", Map.of("une-carte", figure)).blocks(1, "a"))
                .as("inside a line it is a text")
                .hasSize(1);
    }
}
