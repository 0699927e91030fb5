package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DocxRendererTest {

    @Test
    void opensInAnotherLibrary() throws Exception {
        docx(Samples.project(true));
        docx(Samples.letter());
        try (var read = new XWPFDocument(new ByteArrayInputStream(docx(Samples.project(false))))) {
            assertThat(read.getFootnotes()).hasSizeGreaterThan(2);
            assertThat(read.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("CPTS Grands Causses et Raspes");
        }
    }

    /** A territory higher than wide does not run over the foot of the cover. */
    @Test
    void theMapOfTheCoverLeavesItsFootFree() throws Exception {
        var tall =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 150\"><rect width=\"100\" height=\"150\"/></svg>";
        var document = new Document(
                "CPTS Vallée Fictive",
                "Projet tout en hauteur",
                "Version 1",
                false,
                LocalDate.of(2026, 11, 22),
                new Opening.Cover(
                        "Aveyron", "de la communauté", new Opening.Artwork(tall, "Le territoire"), List.of(), "", null),
                List.of(Block.paragraph("Texte.")));

        try (var read = new XWPFDocument(new ByteArrayInputStream(docx(document)))) {
            var xml = read.getDocument().xmlText();
            var extent = Pattern.compile("extent cx=\"(\\d+)\" cy=\"(\\d+)\"").matcher(xml);
            assertThat(extent.find()).isTrue();
            var millimetre = 36_000.0;
            assertThat(Long.parseLong(extent.group(2)) / millimetre).isLessThan(165);
            assertThat(Double.parseDouble(extent.group(2)) / Long.parseLong(extent.group(1)))
                    .isCloseTo(1.5, within(0.01));
        }
    }

    static byte[] docx(Document document) throws Exception {
        var out = new ByteArrayOutputStream();
        DocxRenderer.render(document, out);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(
                Path.of("target/documents", document.title() + (document.draft() ? "-brouillon" : "") + ".docx"),
                out.toByteArray());
        return out.toByteArray();
    }
}
