package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.contract.Contract;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.documents.Workbook;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The years side by side, for the CPTS and for the institutions that follow its contracts. */
@Controller
class BesideController {

    /** More columns than that are read in the workbook. */
    private static final int SHOWN = 5;

    private static final int ALL = Integer.MAX_VALUE;

    private final ReviewedContracts reviewed;
    private final InstitutionContracts followed;
    private final BesideReader reader;
    private final Today today;

    BesideController(ReviewedContracts reviewed, InstitutionContracts followed, BesideReader reader, Today today) {
        this.reviewed = reviewed;
        this.followed = followed;
        this.reader = reader;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/bilan/comparaison")
    String show(CommunityView view, Model model) {
        view.require(Right.READ);
        model.addAttribute("view", view);
        model.addAttribute("years", reader.of(reviewed.signed(view), SHOWN));
        return "review/beside";
    }

    @GetMapping("/cpts/{slug}/bilan/comparaison.xlsx")
    ResponseEntity<byte[]> workbook(CommunityView view) throws IOException {
        view.require(Right.READ);
        return workbook("annees-" + view.slug(), reader.of(reviewed.signed(view), ALL));
    }

    @GetMapping("/institutions/{slug}/contrats/{number}/comparaison")
    String show(InstitutionView view, @PathVariable String number, Model model) {
        var contract = followed.find(view, number);
        model.addAttribute("institution", view.institution());
        model.addAttribute("community", followed.community(contract));
        model.addAttribute("contract", contract);
        model.addAttribute("years", reader.of(ofSameCommunity(view, contract), SHOWN));
        return "review/besideInstitution";
    }

    @GetMapping("/institutions/{slug}/contrats/{number}/comparaison.xlsx")
    ResponseEntity<byte[]> workbook(InstitutionView view, @PathVariable String number) throws IOException {
        var contract = followed.find(view, number);
        return workbook("annees-" + number, reader.of(ofSameCommunity(view, contract), ALL));
    }

    private List<Contract> ofSameCommunity(InstitutionView view, Contract contract) {
        return followed.signed(view, contract.community());
    }

    private ResponseEntity<byte[]> workbook(String name, YearsBeside years) throws IOException {
        var heads = new ArrayList<>(List.of("Ligne", "Précision"));
        years.columns().forEach(column -> heads.add(column.title() + ", " + column.period()));
        var sheets = years.groups().stream()
                .map(group -> new Spreadsheet(
                        group.title(),
                        List.of("Au " + French.date(today.day()) + ". Source\u00A0: " + group.source() + "."),
                        heads,
                        group.rows().stream().map(BesideController::cells).toList()))
                .toList();
        var bytes = new ByteArrayOutputStream();
        new Workbook("Années côte à côte", sheets).xlsx(bytes);
        return Download.of(name + ".xlsx", Spreadsheet.XLSX, bytes.toByteArray());
    }

    private static List<Cell> cells(YearsBeside.Row row) {
        var cells = new ArrayList<>(List.of(Cell.text(row.label()), Cell.text(row.detail())));
        row.values()
                .forEach(value ->
                        cells.add(value.number() == null ? Cell.text(value.shown()) : Cell.decimal(value.number())));
        return cells;
    }
}
