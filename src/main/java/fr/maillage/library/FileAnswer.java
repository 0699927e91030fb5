package fr.maillage.library;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Hands a stored file to a browser piece by piece. What somebody sent is never shown in a page of ours: it is saved on the
 * disk, its type is not guessed, and would it be opened all the same, nothing in it runs.
 */
@Component
public class FileAnswer {

    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final Contents contents;

    FileAnswer(Contents contents) {
        this.contents = contents;
    }

    public void send(HttpServletResponse response, String fileName, FileFormat format, long size, String sha256)
            throws IOException {
        prepare(response, fileName, format.mediaType());
        response.setContentLengthLong(size);
        contents.write(sha256, response.getOutputStream());
    }

    /** The head of the answer, for what is written into it afterwards. */
    public static void prepare(HttpServletResponse response, String fileName, String mediaType) {
        var disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(mediaType);
    }
}
