package fr.maillage.community;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.territory.Dataset;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of communes as a file, which the import understands. */
@Controller
class PerimeterExport {

    private static final List<String> HEADS =
            List.of("Code Insee", "Commune", "Partie", "Code postal", "Intercommunalité", "Population", "Millésime");

    private final PerimeterPages pages;

    PerimeterExport(PerimeterPages pages) {
        this.pages = pages;
    }

    @GetMapping("/cpts/{slug}/territoire.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, HttpServletRequest request, @PathVariable String format) {
        var rows = PerimeterList.matching(pages.rows(view), PerimeterList.spec().read(request));
        return Download.of("territoire-" + view.slug(), sheet(view, rows), format);
    }

    static Spreadsheet sheet(CommunityView view, List<PerimeterRow> rows) {
        var vintages = rows.stream()
                .map(PerimeterRow::vintage)
                .filter(Objects::nonNull)
                .toList();
        List<String> notes = new ArrayList<>();
        Dataset.shipped().populationSources(vintages).forEach(source -> notes.add("Source : " + source.title()));
        notes.add(Dataset.shipped().vintage() + ". " + Dataset.shipped().attribution());
        return new Spreadsheet(
                "Territoire de la " + view.name(),
                notes,
                HEADS,
                rows.stream().map(PerimeterExport::cells).toList());
    }

    private static List<Cell> cells(PerimeterRow row) {
        return List.of(
                Cell.text(row.code()),
                Cell.text(row.name()),
                Cell.text(row.part()),
                Cell.text(String.join(" ", row.postalCodes())),
                Cell.text(row.epci() == null ? null : row.epci().name()),
                row.population() == null ? Cell.EMPTY : Cell.whole(row.population()),
                row.vintage() == null ? Cell.EMPTY : Cell.text(String.valueOf(row.vintage())));
    }
}
