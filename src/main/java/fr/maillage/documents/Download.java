package fr.maillage.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers that the browser saves as a file. Never kept by a shared cache: what a person may see is that person's. */
public final class Download {

    private Download() {}

    /** @param name with its extension */
    public static ResponseEntity<byte[]> of(String name, String mediaType, byte[] bytes) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    /**
     * A list as a file.
     *
     * @param name without extension
     * @param format {@code xlsx} or {@code csv}, as in the address of the export
     */
    public static ResponseEntity<byte[]> of(String name, Spreadsheet sheet, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (format.equals("csv")) {
                sheet.csv(bytes);
                return of(name + ".csv", Spreadsheet.CSV, bytes.toByteArray());
            }
            sheet.xlsx(bytes);
            return of(name + ".xlsx", Spreadsheet.XLSX, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
