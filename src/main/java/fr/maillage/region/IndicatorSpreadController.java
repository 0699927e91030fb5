package fr.maillage.region;

import fr.maillage.access.InstitutionView;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.rules.NationalIndicators;
import fr.maillage.rules.NationalIndicators.NationalIndicator;
import fr.maillage.rules.ShareInterval;
import fr.maillage.rules.SmallCounts;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One national indicator over the CPTS that an institution follows, without ranking them. */
@Controller
class IndicatorSpreadController {

    private final IndicatorSpread spread;
    private final Today today;

    IndicatorSpreadController(IndicatorSpread spread, Today today) {
        this.spread = spread;
        this.today = today;
    }

    @GetMapping("/institutions/{slug}/indicateurs")
    String show(InstitutionView view, HttpServletRequest request, Model model) {
        var scope = Scope.of(view.institution());
        var query = IndicatorSpread.SPEC.read(request);
        var indicator = indicator(query);
        var years = spread.years(scope, indicator);
        int year = year(query, years);
        model.addAttribute("institution", view.institution());
        model.addAttribute("indicator", indicator);
        model.addAttribute("year", year);
        model.addAttribute(
                "indicators",
                NationalIndicators.on(today.day()).stream()
                        .map(each -> new Option(each.code(), each.code() + ", " + each.title()))
                        .toList());
        model.addAttribute(
                "years",
                Stream.concat(Stream.of(year), years.stream())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(each -> new Option(String.valueOf(each), String.valueOf(each)))
                        .toList());
        model.addAttribute("listing", spread.page(scope, indicator, year, query));
        model.addAttribute("sum", spread.sum(scope, indicator, year));
        model.addAttribute("small", SmallCounts.on(today.day()));
        return "region/indicators";
    }

    private NationalIndicator indicator(ListQuery query) {
        var all = NationalIndicators.on(today.day());
        return all.stream()
                .filter(each -> each.code().equals(query.filter("indicateur")))
                .findFirst()
                .orElse(all.getFirst());
    }

    private int year(ListQuery query, List<Integer> years) {
        var asked = query.filter("annee");
        return asked != null && asked.matches("20[0-9]{2}")
                ? Integer.parseInt(asked)
                : years.isEmpty() ? today.day().getYear() - 1 : years.getFirst();
    }

    @GetMapping("/institutions/{slug}/indicateurs.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        var scope = Scope.of(view.institution());
        var query = IndicatorSpread.SPEC.read(request);
        var indicator = indicator(query);
        int year = year(query, spread.years(scope, indicator));
        var small = SmallCounts.on(today.day());
        return Download.of(
                "indicateur-" + indicator.code() + "-" + year,
                new Spreadsheet(
                        indicator.code() + " " + year,
                        List.of(
                                indicator.title() + ", " + year + ". Au " + French.date(today.day()) + ".",
                                "Intervalle de Wilson à 95\u00A0%. Un effectif de moins de " + small.least()
                                        + " n’est pas montré.",
                                "Les territoires diffèrent\u00A0: ni classement ni note."),
                        List.of(
                                "CPTS",
                                "Département",
                                "Habitants",
                                "Valeur",
                                "Unité",
                                "De",
                                "À",
                                "Nombre compté",
                                "Sur un total de",
                                "Au départ du contrat",
                                "Selon"),
                        spread.all(scope, indicator, year, query).stream()
                                .map(line -> cells(line, indicator, small))
                                .toList()),
                format);
    }

    private static List<Cell> cells(IndicatorSpread.Line line, NationalIndicator indicator, SmallCounts small) {
        var interval = line.interval();
        return new ArrayList<>(List.of(
                Cell.text(line.name()),
                Cell.text(line.departement()),
                line.population() == null ? Cell.EMPTY : Cell.whole(line.population()),
                line.hidden() ? Cell.text(small.inWords()) : Cell.decimal(line.counts()),
                Cell.text(indicator.unit()),
                Cell.decimal(interval.map(ShareInterval::low).orElse(null)),
                Cell.decimal(interval.map(ShareInterval::high).orElse(null)),
                line.hidden() || !line.counted() ? Cell.EMPTY : Cell.decimal(line.numerator()),
                line.hidden() || !line.counted() ? Cell.EMPTY : Cell.decimal(line.denominator()),
                Cell.decimal(line.baseline()),
                Cell.text(line.from())));
    }
}
