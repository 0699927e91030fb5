package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.contract.LedgerPages;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The account of a contract as the institutions that follow it read it. */
@Controller
@RequestMapping("/institutions/{slug}/contrats/{number}")
class ContractAccountController {

    private final InstitutionContracts contracts;
    private final LedgerPages pages;

    ContractAccountController(InstitutionContracts contracts, LedgerPages pages) {
        this.contracts = contracts;
        this.pages = pages;
    }

    @GetMapping("/compte")
    String show(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable String calcul,
            Model model) {
        var contract = contracts.find(view, number);
        var address = "/institutions/" + view.institution().slug() + "/contrats/" + number + "/compte";
        model.addAttribute("institution", view.institution());
        model.addAttribute("community", contracts.community(contract));
        model.addAttribute("page", pages.of(address, contract, annee, calcul));
        return "review/account";
    }

    @GetMapping("/compte.xlsx")
    ResponseEntity<byte[]> workbook(InstitutionView view, @PathVariable String number) throws IOException {
        var contract = contracts.find(view, number);
        var bytes = new ByteArrayOutputStream();
        pages.workbook(contract).xlsx(bytes);
        return Download.of("compte-" + contract.number() + ".xlsx", Spreadsheet.XLSX, bytes.toByteArray());
    }
}
