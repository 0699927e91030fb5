package fr.maillage.library.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.maillage.library.FileFormat;
import fr.maillage.library.FileNames;
import fr.maillage.library.TestFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be sent, what is refused, and the words it is refused with. */
class FileCheckTest {

    @ParameterizedTest
    @MethodSource
    void documentsAreKnownByTheirBytes(byte[] bytes, FileFormat format) throws IOException {
        assertThat(FileCheck.of(TestFiles.written(bytes))).isEqualTo(new Checked.Accepted(format));
    }

    static Stream<Arguments> documentsAreKnownByTheirBytes() {
        return Stream.of(
                arguments(TestFiles.pdf("Bonjour"), FileFormat.PDF),
                arguments(TestFiles.scannedPdf(), FileFormat.PDF),
                arguments(TestFiles.docx("Bonjour"), FileFormat.DOCX),
                arguments(TestFiles.docxWith(Map.of()), FileFormat.DOCX),
                arguments(TestFiles.xlsx("Bonjour"), FileFormat.XLSX),
                arguments(TestFiles.odt("Bonjour"), FileFormat.ODT),
                arguments(TestFiles.image("png"), FileFormat.PNG),
                arguments(TestFiles.image("jpeg"), FileFormat.JPEG));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void theRestIsRefusedWithItsReason(byte[] bytes, String reason) throws IOException {
        assertThat(FileCheck.of(TestFiles.written(bytes)))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused ->
                                assertThat(refused.sentence()).contains(reason).endsWith("."));
    }

    static Stream<Arguments> theRestIsRefusedWithItsReason() {
        var pdf = TestFiles.pdf("Bonjour");
        var docx = TestFiles.docx("Bonjour");
        var types = "[Content_Types].xml";
        return Stream.of(
                arguments(new byte[0], "vide"),
                arguments(new byte[(int) FileCheck.LARGEST + 1], "la limite est de 25"),
                arguments(text("<!DOCTYPE html><script>alert(1)</script>"), "page web ou un dessin SVG"),
                arguments(text("\uFEFF  <svg onload='alert(1)'/>"), "page web ou un dessin SVG"),
                arguments(text("<?xml version='1.0'?><svg/>"), "page web ou un dessin SVG"),
                arguments(text("Bonjour"), "format n’est pas reconnu"),
                arguments(text("MZ\u0090"), "programme"),
                arguments(text("#!/bin/sh"), "programme"),
                arguments(text("GIF89a"), "ni en PNG ni en JPEG"),
                arguments(text("\u0000\u0000\u0000\u0018ftypheic"), "ni en PNG ni en JPEG"),
                arguments(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "ancien format"),
                arguments(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2}, "image est abîmée"),
                arguments(text("%PDF-1.7 et rien d’autre"), "abîmé"),
                arguments(Arrays.copyOf(docx, docx.length / 2), "abîmé"),
                arguments(TestFiles.protectedPdf("secret"), "protégé"),
                arguments(TestFiles.protectedPdf(""), "protégé"),
                arguments(TestFiles.pdfBomb(), "beaucoup plus de données"),
                arguments(TestFiles.docxBomb(), "beaucoup plus de données"),
                arguments(
                        TestFiles.docxWith(
                                Map.of(types, "<Types>application/vnd.ms-word.document.macroEnabled</Types>")),
                        "macros"),
                arguments(TestFiles.docxWith(Map.of("word/vbaProject.bin", "…")), "macros"),
                arguments(
                        TestFiles.docxWith(Map.of(
                                "word/document.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w>&e;</w>")),
                        "entités"),
                arguments(TestFiles.zip(Map.of("photo.jpg", "…")), "archive ZIP"),
                arguments(Arrays.copyOf(pdf, 40), "abîmé"));
    }

    @Test
    void aCutPdfIsEitherReadOrRefusedNeverAFault() throws IOException {
        var pdf = TestFiles.pdf("Un", "Deux", "Trois");
        for (int length = 5; length < pdf.length; length += 37) {
            assertThat(FileCheck.of(TestFiles.written(Arrays.copyOf(pdf, length))))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Statuts signés.pdf           | Statuts signés.pdf",
                "C:\\Users\\x\\rib.pdf        | rib.pdf",
                "../../etc/passwd             | passwd.pdf",
                "facture.pdf.exe              | facture.pdf",
                "photo\u202Egpj.exe           | photogpj.pdf",
                "CON                          | document.pdf",
                "...                          | document.pdf",
                "a<b>c:d?.docx                | a-b-c-d-.pdf",
                "''                           | document.pdf"
            })
    void aNameIsSafeAndSaysTheRealFormat(String given, String kept) {
        assertThat(FileNames.safe(given, FileFormat.PDF)).isEqualTo(kept);
    }

    @Test
    void aLongNameIsCut() {
        assertThat(FileNames.safe("é".repeat(300), FileFormat.DOCX))
                .hasSize(105)
                .endsWith(".docx");
        assertThat(FileNames.safe(null, FileFormat.PNG)).isEqualTo("document.png");
        assertThat(FileNames.plain("Procès-verbal de l’assemblée (2026), œuvre"))
                .isEqualTo("proces-verbal-de-l-assemblee-2026-oeuvre");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
