package fr.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The portrait of a territory from a folder of real data, beside LibreOffice making a PDF of its Word file. */
final class PortraitBench {

    private static final int WARM_UP = 8;
    private static final int ROUNDS = 20;
    private static final int CONVERSIONS = 3;
    private static final String PATH = "/api/v1/diagnostics/portrait.";

    private PortraitBench() {}

    /** @param files where the documents are left, to be looked at */
    static List<String> run(Program program, World world, Path data, Path files) throws IOException {
        program.loadContours(data.resolve("territoires/contours"));
        program.command("jeux", data);
        var communes = world.jdbc()
                .queryForList(
                        "select code from territory.commune where departement_code = '12' and parent_code is null"
                                + " order by code limit 100",
                        String.class);
        var hundred = body(communes);
        var one = body(communes.subList(0, 1));
        var works = new LinkedHashMap<String, Runnable>();
        works.put("portrait as PDF, 1 commune", () -> program.postJson(PATH + "pdf", one));
        works.put("portrait as PDF, 100 communes", () -> program.postJson(PATH + "pdf", hundred));
        works.put("portrait as DOCX, 100 communes", () -> program.postJson(PATH + "docx", hundred));
        works.put("portrait as XLSX, 100 communes", () -> program.postJson(PATH + "xlsx", hundred));
        var measure = new Measure().take(works, WARM_UP, ROUNDS);
        var docx = files.resolve("portrait.docx");
        Files.write(docx, program.postJson(PATH + "docx", hundred));
        Files.write(files.resolve("portrait.pdf"), program.postJson(PATH + "pdf", hundred));
        if (LibreOffice.isThere()) {
            Map<String, Runnable> convert = Map.of(
                    "LibreOffice: the DOCX of 100 communes to PDF, its start included",
                    () -> LibreOffice.toPdf(docx, files.resolve("libreoffice")));
            measure.take(convert, 1, CONVERSIONS);
        }
        return new ArrayList<>(measure.rows());
    }

    private static String body(List<String> communes) {
        return "{\"communes\":[%s]}"
                .formatted(communes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",")));
    }
}
