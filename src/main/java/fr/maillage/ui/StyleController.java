package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The living page of the face: every component in every state, in both themes, with invented contents. */
@Controller
class StyleController {

    private static final ListSpec COMMUNES =
            ListSpec.sortedBy("nom", "nom").column("population", "population").filters("epci");

    @GetMapping("/style")
    String style(
            @RequestParam(value = "apparence", defaultValue = "appareil") String theme,
            HttpServletRequest request,
            Model page) {
        var query = COMMUNES.read(request);
        var found = StyleSamples.COMMUNES.stream()
                .filter(row -> row.name()
                        .toLowerCase(Locale.FRENCH)
                        .contains(query.search().toLowerCase(Locale.FRENCH)))
                .filter(row -> query.filter("epci") == null || row.grouping().equals(query.filter("epci")))
                .sorted(StyleSamples.order(query))
                .toList();
        var rows = found.stream().skip(query.offset()).limit(query.size()).toList();
        page.addAttribute("theme", Theme.of(theme));
        page.addAttribute("listing", query.listing(rows, found.size()));
        page.addAttribute("icons", StyleSamples.icons());
        return "ui/style";
    }
}
