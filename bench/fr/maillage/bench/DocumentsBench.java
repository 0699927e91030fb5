package fr.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole project as Word and PDF, as downloaded, beside LibreOffice making a PDF of the same Word file. */
final class DocumentsBench {

    private static final int WARM_UP = 25;
    private static final int ROUNDS = 25;
    private static final int CONVERSIONS = 3;

    private DocumentsBench() {}

    /** @param folder where the files are left, to be looked at */
    static List<String> run(Program program, World world, Path folder) throws IOException {
        var path = "/cpts/" + world.community().slug() + "/projet-de-sante.";
        var works = new LinkedHashMap<String, Runnable>();
        works.put("DOCX of the project", () -> program.get(path + "docx", world.session()));
        works.put("PDF of the project", () -> program.get(path + "pdf", world.session()));
        works.put("DOCX, then PDF", () -> {
            program.get(path + "docx", world.session());
            program.get(path + "pdf", world.session());
        });
        var measure = new Measure().take(works, WARM_UP, ROUNDS);
        var docx = folder.resolve("projet.docx");
        Files.write(docx, program.get(path + "docx", world.session()));
        Files.write(folder.resolve("projet.pdf"), program.get(path + "pdf", world.session()));
        if (LibreOffice.isThere()) {
            var out = folder.resolve("libreoffice");
            Map<String, Runnable> convert =
                    Map.of("LibreOffice: the same DOCX to PDF, its start included", () -> LibreOffice.toPdf(docx, out));
            measure.take(convert, 1, CONVERSIONS);
        }
        var lines = new ArrayList<>(measure.rows());
        lines.add(String.format(
                Locale.ROOT,
                "| (DOCX %d KiB, PDF %d KiB) | | | | | |",
                Files.size(docx) / 1024,
                Files.size(folder.resolve("projet.pdf")) / 1024));
        return lines;
    }
}
