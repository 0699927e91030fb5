package fr.maillage.diagnosis.portrait;

import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A portrait as a file: {@code pdf}, {@code docx} or {@code xlsx}. */
@Component
class PortraitFiles {

    private final PortraitDocument document;
    private final DocumentRenderer renderer;

    PortraitFiles(PortraitDocument document, DocumentRenderer renderer) {
        this.document = document;
        this.renderer = renderer;
    }

    /**
     * For somebody without an account, who never delays those who have one.
     *
     * @throws ResponseStatusException 503 when too many ask at once
     */
    ResponseEntity<byte[]> forVisitor(Portrait portrait, String name, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var written = switch (format) {
            case "pdf" -> renderer.pdfForVisitor(document.of(portrait), bytes);
            case "docx" -> renderer.docxForVisitor(document.of(portrait), bytes);
            default -> spreadsheet(portrait, bytes);
        };
        if (!written) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return Download.of(name + "." + format, mediaType(format), bytes.toByteArray());
    }

    ResponseEntity<byte[]> forMember(Portrait portrait, String name, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        switch (format) {
            case "pdf" -> renderer.pdf(document.of(portrait), bytes);
            case "docx" -> renderer.docx(document.of(portrait), bytes);
            default -> spreadsheet(portrait, bytes);
        }
        return Download.of(name + "." + format, mediaType(format), bytes.toByteArray());
    }

    private static boolean spreadsheet(Portrait portrait, ByteArrayOutputStream bytes) throws IOException {
        PortraitWorkbook.of(portrait).xlsx(bytes);
        return true;
    }

    private static String mediaType(String format) {
        return switch (format) {
            case "pdf" -> DocumentRenderer.PDF;
            case "docx" -> DocumentRenderer.DOCX;
            default -> Spreadsheet.XLSX;
        };
    }
}
