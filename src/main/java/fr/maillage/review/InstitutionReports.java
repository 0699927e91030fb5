package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The yearly report as an institution that follows the contract reads it: the same file as the CPTS', without private notes. */
@Controller
class InstitutionReports {

    private final InstitutionContracts contracts;
    private final YearDownloads downloads;

    InstitutionReports(InstitutionContracts contracts, YearDownloads downloads) {
        this.contracts = contracts;
        this.downloads = downloads;
    }

    @GetMapping("/institutions/{slug}/contrats/{number}/bilan-{annee:\\d{1,2}}.{format:pdf|docx|xlsx}")
    ResponseEntity<byte[]> report(
            InstitutionView view, @PathVariable String number, @PathVariable int annee, @PathVariable String format)
            throws IOException {
        var contract = contracts.find(view, number);
        return downloads.report(contract, annee, "bilan-" + annee + "-" + number + "." + format, format);
    }
}
