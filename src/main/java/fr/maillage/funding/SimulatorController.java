package fr.maillage.funding;

import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public simulator: a form whose result has an address, to be kept and shared. */
@Controller
class SimulatorController {

    private final SimulatorPages pages;

    private final DocumentRenderer documents;
    private final Today today;

    SimulatorController(SimulatorPages pages, DocumentRenderer documents, Today today) {
        this.pages = pages;
        this.documents = documents;
        this.today = today;
    }

    @GetMapping("/simulateur")
    String simulator(@RequestParam MultiValueMap<String, String> address, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.page(address, request.getQueryString()));
        return "funding/simulator";
    }

    @GetMapping("/simulateur.xlsx")
    ResponseEntity<byte[]> spreadsheet(
            @RequestParam MultiValueMap<String, String> address, HttpServletRequest request) {
        var page = pages.page(address, request.getQueryString());
        return page.simulation() == null
                ? backToForm(page)
                : Download.of("simulation-aci", SimulationSheet.of(page.simulation()), "xlsx");
    }

    @GetMapping("/simulateur.pdf")
    ResponseEntity<byte[]> document(@RequestParam MultiValueMap<String, String> address, HttpServletRequest request)
            throws IOException {
        var page = pages.page(address, request.getQueryString());
        if (page.simulation() == null) {
            return backToForm(page);
        }
        var pdf = new ByteArrayOutputStream();
        if (!documents.pdfForVisitor(SimulationDocument.of(page, page.simulation(), today.day()), pdf)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return Download.of("simulation-aci.pdf", DocumentRenderer.PDF, pdf.toByteArray());
    }

    /** An address that does not compute opens the form, which says why. */
    private static ResponseEntity<byte[]> backToForm(SimulatorPage page) {
        var form = page.query().isEmpty() ? "/simulateur" : "/simulateur?" + page.query();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, form)
                .build();
    }
}
