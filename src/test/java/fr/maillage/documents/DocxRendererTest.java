package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
