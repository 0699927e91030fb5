package fr.maillage.workspace;

import fr.maillage.rulebook.Rulebook;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public home page. The estimate starts on the page itself: its address holds the chosen places. */
@Controller
class HomeController {

    private final HomeEstimates estimates;
    private final HomeTerritory territory;
    private final Rulebook rulebook;
    private final Today today;

    HomeController(HomeEstimates estimates, HomeTerritory territory, Rulebook rulebook, Today today) {
        this.rulebook = rulebook;
        this.estimates = estimates;
        this.territory = territory;
        this.today = today;
    }

    /**
     * @param places {@code epci-241200567}, {@code commune-12145}; absent on the first visit, which shows an example
     * @param search a name or a postal code being looked for
     */
    @GetMapping("/")
    String home(
            @RequestParam(value = "lieu", required = false) List<String> places,
            @RequestParam(value = "recherche", defaultValue = "") String search,
            @RequestParam(value = "dateSignature", defaultValue = "") String signature,
            Model page) {
        var day = day(signature);
        page.addAttribute("map", territory.map());
        page.addAttribute("estimate", estimates.estimate(places, search.strip(), day == null ? proposedDay() : day));
        return "workspace/home";
    }

    /** The fifteenth of the month, four months ahead: about what instruction and signature take. */
    private LocalDate proposedDay() {
        return today.day().plusMonths(4).withDayOfMonth(15);
    }

    private @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.isBefore(rulebook.grids().firstDay()) || day.getYear() > 2100 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
