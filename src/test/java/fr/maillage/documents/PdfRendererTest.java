package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfRendererTest {

    @BeforeAll
    static void startVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_3_A"})
    void isAccessibleAndArchivable(PDFAFlavour flavour) throws Exception {
        for (var document : List.of(Samples.project(false), Samples.project(true), Samples.letter())) {
            assertThat(failures(pdf(document), flavour)).as(document.title()).isEmpty();
        }
    }

    @Test
    void notesAnywhereAreTaggedWhereTheyAreCited() throws Exception {
        var document = Samples.notesEverywhere();
        var pdf = pdf(document);
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Extract.notesByParent(pdf)).hasSize(120).doesNotContain("Document");
    }

    @Test
    void aNoteAtTheEndOfALineIsStillOne() throws Exception {
        for (int letters = 6; letters < 60; letters++) {
            var pdf = pdf(Samples.noteAtTheEndOfALine(letters));
            assertThat(Extract.notesByParent(pdf)).as(letters + " letters").hasSize(3);
        }
    }

    @Test
    void theWarmUpDocumentIsOneOfOurs() throws Exception {
        assertThat(failures(pdf(RendererWarmUp.document()), PDFAFlavour.PDFUA_1))
                .isEmpty();
    }

    @Test
    void whateverIsTypedStaysText() throws Exception {
        var nasty = "</p><script>&amp;&#0;\u0007 ]]> <!-- \uD83D\uDE00 \u4E2D → ≥ é " + "x".repeat(400);
        var document = Samples.project(
                false,
                List.of(
                        new Block.Heading(1, "", nasty, "a"),
                        Block.paragraph(nasty),
                        new Block.Table(
                                nasty,
                                List.of(new Block.Column(nasty, Block.Align.LEFT, 1)),
                                List.of(Block.Row.of(nasty)),
                                nasty)));
        assertThat(failures(pdf(document), PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Extract.docx(DocxRendererTest.docx(document))).anyMatch(text -> text.contains("</p><script>"));
    }

    static byte[] pdf(Document document) throws Exception {
        var out = new ByteArrayOutputStream();
        PdfRenderer.render(document, out);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(
                Path.of("target/documents", document.title() + (document.draft() ? "-brouillon" : "") + ".pdf"),
                out.toByteArray());
        return out.toByteArray();
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failure -> failure.getRuleId().getClause() + "-"
                            + failure.getRuleId().getTestNumber() + " " + failure.getMessage() + " at "
                            + failure.getLocation().getContext())
                    .limit(12)
                    .toList();
        }
    }
}
