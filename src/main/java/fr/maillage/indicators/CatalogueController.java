package fr.maillage.indicators;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.indicators.spi.Period;
import fr.maillage.rules.Mission;
import fr.maillage.rules.SmallCounts;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The indicators of a CPTS, and what the year counted so far. */
@Controller
class CatalogueController {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final FactRegistry registry;
    private final Today today;

    CatalogueController(Catalogue catalogue, IndicatorValues values, FactRegistry registry, Today today) {
        this.catalogue = catalogue;
        this.values = values;
        this.registry = registry;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/indicateurs")
    String list(CommunityView view, HttpServletRequest request, Model model) {
        view.require(Right.READ);
        var day = today.day();
        var year = new Period(day.withDayOfYear(1), day);
        model.addAttribute("view", view);
        model.addAttribute("listing", catalogue.page(view.id(), Catalogue.SPEC.read(request)));
        model.addAttribute("missions", missions());
        model.addAttribute("facts", registry.of(view.id(), year));
        model.addAttribute("year", year);
        return "indicators/catalogue";
    }

    static List<Option> missions() {
        return Arrays.stream(Mission.values())
                .map(mission -> new Option(mission.code(), mission.title()))
                .toList();
    }

    /** The file may go anywhere: small counts are left out of it. */
    @GetMapping("/cpts/{slug}/indicateurs.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        view.require(Right.READ);
        var small = SmallCounts.on(today.day());
        var known = values.holding(view.id());
        var rows = catalogue.all(view.id(), Catalogue.SPEC.read(request)).stream()
                .flatMap(line -> {
                    var indicator = line.indicator();
                    var own = known.getOrDefault(indicator.code(), List.of());
                    return own.isEmpty()
                            ? java.util.stream.Stream.of(row(indicator, null, small))
                            : own.stream().map(value -> row(indicator, value, small));
                })
                .toList();
        return Download.of(
                "indicateurs-" + view.slug(),
                new Spreadsheet(
                        "Indicateurs de " + view.name(),
                        List.of(
                                "Valeurs du " + French.date(today.day())
                                        + ", la dernière de chaque partie pour chaque période.",
                                "Un effectif de moins de " + small.least()
                                        + " personnes n’est pas montré, ni la part qui le donnerait."),
                        List.of(
                                "Code",
                                "Indicateur",
                                "Mission",
                                "Unité",
                                "Du",
                                "Au",
                                "Selon",
                                "Valeur",
                                "Nombre compté",
                                "Sur un total de",
                                "Relevé le",
                                "Remarque"),
                        rows),
                format);
    }

    private static List<Cell> row(
            CatalogueIndicator indicator, @org.jspecify.annotations.Nullable IndicatorValue value, SmallCounts small) {
        var head = new java.util.ArrayList<Cell>(List.of(
                Cell.text(indicator.code()),
                Cell.text(indicator.title()),
                Cell.text(indicator.missionTitle()),
                Cell.text(indicator.unit())));
        if (value == null) {
            head.addAll(java.util.Collections.nCopies(7, Cell.EMPTY));
            head.add(Cell.text("aucune valeur"));
            return head;
        }
        var hidden = value.hidden(indicator, small);
        head.addAll(List.of(
                Cell.day(value.period().from()),
                Cell.day(value.period().to()),
                Cell.text(value.producer().label()),
                hidden ? Cell.EMPTY : Cell.decimal(value.value()),
                hidden ? Cell.EMPTY : Cell.decimal(value.numerator()),
                hidden ? Cell.EMPTY : Cell.decimal(value.denominator()),
                Cell.day(value.extractedOn()),
                Cell.text(hidden ? small.inWords() : value.comment())));
        return head;
    }
}
