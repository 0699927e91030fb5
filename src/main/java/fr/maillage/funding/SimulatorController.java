package fr.maillage.funding;

import fr.maillage.documents.Download;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public simulator: a form whose result has an address, to be kept and shared. */
@Controller
class SimulatorController {

    private final SimulatorPages pages;

    SimulatorController(SimulatorPages pages) {
        this.pages = pages;
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

    /** An address that does not compute opens the form, which says why. */
    private static ResponseEntity<byte[]> backToForm(SimulatorPage page) {
        var form = page.query().isEmpty() ? "/simulateur" : "/simulateur?" + page.query();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, form)
                .build();
    }
}
