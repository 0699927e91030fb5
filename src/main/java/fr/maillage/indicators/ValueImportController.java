package fr.maillage.indicators;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A table of values, sent as a file. */
@Controller
@RequestMapping("/cpts/{slug}/indicateurs")
class ValueImportController {

    private final ValueImport imports;
    private final IndicatorValues values;
    private final Catalogue catalogue;
    private final Today today;

    ValueImportController(ValueImport imports, IndicatorValues values, Catalogue catalogue, Today today) {
        this.imports = imports;
        this.values = values;
        this.catalogue = catalogue;
        this.today = today;
    }

    @GetMapping("/import")
    String form(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return page(view, new FormErrors(), List.of(), model);
    }

    @PostMapping("/import")
    String read(CommunityView view, @RequestParam MultipartFile fichier, Model model, RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        if (fichier.isEmpty()) {
            return page(view, new FormErrors().add("fichier", "Choisissez un fichier XLSX ou CSV."), List.of(), model);
        }
        return switch (imports.read(view, fichier.getBytes())) {
            case ValueImport.Reading.Wrong(var sentence, var lines) ->
                page(view, new FormErrors().add("fichier", sentence), lines, model);
            case ValueImport.Reading.Understood(var read) -> {
                int added = values.recordAll(view, read);
                Flash.notice(
                        flash,
                        added == 0
                                ? "Ces valeurs étaient déjà enregistrées."
                                : French.count(added, "valeur enregistrée", "valeurs enregistrées") + "."
                                        + (added < read.size() ? " Les autres étaient déjà connues." : ""));
                yield "redirect:" + view.at("/indicateurs");
            }
        };
    }

    /** An empty table with the expected heads, a line for each indicator of the last civil year. */
    @GetMapping("/modele.xlsx")
    ResponseEntity<byte[]> model(CommunityView view) {
        view.require(Right.READ);
        var year = today.day().getYear() - 1;
        return Download.of(
                "valeurs-" + view.slug(),
                new Spreadsheet(
                        "Valeurs",
                        List.of("Une ligne par valeur\u00A0: la valeur, ou les deux nombres qui la font."),
                        ValueImport.FIELDS.stream().map(Field::label).toList(),
                        catalogue.options(view.id()).stream()
                                .map(option -> IntStream.range(0, ValueImport.FIELDS.size())
                                        .mapToObj(column -> switch (column) {
                                            case 0 -> Cell.text(option.value());
                                            case 1 -> Cell.day(java.time.LocalDate.of(year, 1, 1));
                                            case 2 -> Cell.day(java.time.LocalDate.of(year, 12, 31));
                                            case 3 -> Cell.text("CPAM");
                                            default -> Cell.EMPTY;
                                        })
                                        .toList())
                                .toList()),
                "xlsx");
    }

    private static String page(CommunityView view, FormErrors errors, List<String> refused, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        model.addAttribute("refused", refused);
        return "indicators/import";
    }
}
