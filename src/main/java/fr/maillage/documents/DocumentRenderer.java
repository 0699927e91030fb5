package fr.maillage.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.springframework.stereotype.Component;

/**
 * Writes a {@link Document} as PDF and as DOCX. Rendering uses the processor and the memory heavily: only a few documents
 * are rendered at once, the others wait.
 */
@Component
public class DocumentRenderer {

    /** The media type of {@link #pdf}. */
    public static final String PDF = "application/pdf";

    /** The media type of {@link #docx}. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int AT_ONCE = 2;

    /** How long a visitor waits for the place of visitors. */
    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Apart from the others: what anybody may ask for never delays a deposit or a decision. */
    private final Semaphore placeOfVisitors = new Semaphore(1, true);

    /** Tagged PDF/UA-1 and PDF/A-3a. The same document gives the same bytes. The stream is left open. */
    public void pdf(Document document, OutputStream out) throws IOException {
        places.acquireUninterruptibly();
        try {
            PdfRenderer.render(document, out);
        } finally {
            places.release();
        }
    }

    /**
     * As {@link #pdf}, for somebody without an account.
     *
     * @return false when the others who ask for one take too long: nothing is written
     */
    public boolean pdfForVisitor(Document document, OutputStream out) throws IOException {
        return forVisitor(() -> PdfRenderer.render(document, out));
    }

    /** As {@link #docx}, for somebody without an account; false as {@link #pdfForVisitor}. */
    public boolean docxForVisitor(Document document, OutputStream out) throws IOException {
        return forVisitor(() -> DocxRenderer.render(document, out));
    }

    private interface Rendering {
        void run() throws IOException;
    }

    private boolean forVisitor(Rendering rendering) throws IOException {
        try {
            if (!placeOfVisitors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            rendering.run();
            return true;
        } finally {
            placeOfVisitors.release();
        }
    }

    /** How many pages a PDF written here has. */
    public static int pages(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return read.getNumberOfPages();
        }
    }

    /** For Word and LibreOffice, same order and content. The same document gives the same bytes. The stream is left open. */
    public void docx(Document document, OutputStream out) throws IOException {
        places.acquireUninterruptibly();
        try {
            DocxRenderer.render(document, out);
        } finally {
            places.release();
        }
    }
}
