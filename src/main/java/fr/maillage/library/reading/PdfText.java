package fr.maillage.library.reading;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, page by page. */
final class PdfText {

    private PdfText() {}

    static Extracted of(Path file) throws IOException {
        var buffer = new TextBuffer();
        boolean whole = true;
        try (var pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var stripper = new Patient(buffer);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.writeText(pdf, new Into(buffer));
            }
        } catch (TextBuffer.Enough enough) {
            whole = false;
        }
        return buffer.isEmpty() && whole ? Extracted.IMAGE : buffer.extracted(whole);
    }

    /** Looks at the clock at every operator: a page can hold millions. */
    private static final class Patient extends PDFTextStripper {

        private final TextBuffer buffer;

        Patient(TextBuffer buffer) {
            this.buffer = buffer;
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            buffer.check();
            super.processOperator(operator, operands);
        }
    }

    private static final class Into extends Writer {

        private final TextBuffer buffer;

        Into(TextBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public void write(char[] signs, int from, int length) throws IOException {
            buffer.add(new String(signs, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
