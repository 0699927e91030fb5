package fr.maillage.documents;

import fr.maillage.documents.Block.Heading;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;

/** How long a whole project takes, warm: run by hand with its main method, see docs/performance.md. */
final class DocumentBench {

    private DocumentBench() {}

    public static void main(String[] args) throws Exception {
        var document = Samples.project(false, large());
        var pdf = new long[Integer.getInteger("runs", 30)];
        var docx = new long[pdf.length];
        var last = new byte[0];
        for (int i = 0; i < pdf.length; i++) {
            var out = new ByteArrayOutputStream();
            long start = System.nanoTime();
            PdfRenderer.render(document, out);
            pdf[i] = System.nanoTime() - start;
            last = out.toByteArray();
            start = System.nanoTime();
            DocxRenderer.render(document, new ByteArrayOutputStream());
            docx[i] = System.nanoTime() - start;
        }
        try (var read = Loader.loadPDF(last)) {
            System.out.println(read.getNumberOfPages() + " pages, " + last.length / 1024 + " KiB");
        }
        report("PDF", pdf);
        report("DOCX", docx);
    }

    private static void report(String name, long[] nanos) {
        var warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        System.out.printf(
                "%s: first %d ms, warm median %d ms, warm worst %d ms%n",
                name, nanos[0] / 1_000_000, warm[warm.length / 2] / 1_000_000, warm[warm.length - 1] / 1_000_000);
    }

    /** About forty pages and twenty tables. */
    static List<Block> large() {
        List<Block> body = new ArrayList<>();
        for (int chapter = 1; chapter <= 6; chapter++) {
            body.add(new Heading(1, "" + chapter, "Chapitre fictif", "c" + chapter));
            for (int section = 1; section <= 3; section++) {
                var number = chapter + "." + section;
                body.add(new Heading(2, number, "Une partie du projet", "s" + chapter + "-" + section));
                for (int i = 0; i < 4; i++) {
                    body.addAll(Samples.narrative().blocks(2, "n" + chapter + "-" + section + "-" + i));
                }
                body.add(Samples.people(18));
            }
            body.add(Samples.map());
            body.add(Samples.basins());
        }
        return body;
    }
}
