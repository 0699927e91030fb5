package fr.maillage.library.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.library.FileFormat;
import fr.maillage.library.TestFiles;
import fr.maillage.library.TextState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words inside files, and what is told when there are none. */
class TextExtractorTest {

    @Test
    void wordsOfEachFormat() {
        assertThat(read(TestFiles.docx("Une première", "ligne"), FileFormat.DOCX))
                .isEqualTo(new Extracted(TextState.READ, "Une première ligne"));
        assertThat(read(TestFiles.pdf("Page une", "Page deux"), FileFormat.PDF))
                .isEqualTo(new Extracted(TextState.READ, "Page une Page deux"));
        assertThat(read(TestFiles.xlsx("Commune", "Millau"), FileFormat.XLSX))
                .isEqualTo(new Extracted(TextState.READ, "Commune Millau"));
        assertThat(read(TestFiles.odt("Ça va"), FileFormat.ODT)).isEqualTo(new Extracted(TextState.READ, "Ça va"));
    }

    @Test
    void aScanAndAPictureAreToldAsImages() {
        assertThat(read(TestFiles.scannedPdf(), FileFormat.PDF).state()).isEqualTo(TextState.IMAGE);
        assertThat(read(TestFiles.image("png"), FileFormat.PNG).state()).isEqualTo(TextState.IMAGE);
    }

    @Test
    void aLongTextKeepsItsBeginning() {
        var long_ = read(TestFiles.docx("mot ".repeat(200_000)), FileFormat.DOCX);
        assertThat(long_.state()).isEqualTo(TextState.CUT);
        assertThat(long_.text()).hasSizeBetween(TextBuffer.LONGEST - 10, TextBuffer.LONGEST);
    }

    @Test
    void whatCannotBeReadIsToldSo() {
        assertThat(read("%PDF-1.7 rien".getBytes(StandardCharsets.UTF_8), FileFormat.PDF)
                        .state())
                .isEqualTo(TextState.UNREADABLE);
        assertThat(read(TestFiles.docxWith(Map.of("word/document.xml", "<w:document>")), FileFormat.DOCX)
                        .state())
                .isEqualTo(TextState.UNREADABLE);
    }

    @Test
    void noEntityIsUnfolded() {
        var hostile = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d><t>avant &e; après</t></d>";
        var read = read(TestFiles.docxWith(Map.of("word/document.xml", hostile)), FileFormat.DOCX);
        assertThat(read.text()).doesNotContain("root");
    }

    @Test
    void signsThatMarkAnExcerptAreNoText() {
        assertThat(read(TestFiles.docx("a\uE000b\uE001c"), FileFormat.DOCX).text())
                .isEqualTo("a b c");
    }

    private static Extracted read(byte[] bytes, FileFormat format) {
        return TextExtractor.of(TestFiles.written(bytes), format);
    }
}
