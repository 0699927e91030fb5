package fr.maillage.region;

import fr.maillage.access.InstitutionView;
import fr.maillage.charts.ClassBars;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where CPTS are, and where none is yet: what an institution looks at first. */
@Controller
class CoverageController {

    private final Coverage coverage;
    private final DecisionTimes times;
    private final Maps maps;
    private final Today today;

    CoverageController(Coverage coverage, DecisionTimes times, Maps maps, Today today) {
        this.coverage = coverage;
        this.times = times;
        this.maps = maps;
        this.today = today;
    }

    @GetMapping("/institutions/{slug}/couverture")
    String show(InstitutionView view, HttpServletRequest request, Model model) {
        var scope = Scope.of(view.institution());
        var query = Coverage.SPEC.read(request);
        var departements = coverage.departements(scope);
        var asked = query.filter("departement");
        var shown = asked != null && departements.contains(asked) || departements.isEmpty()
                ? asked
                : departements.getFirst();
        var sums = coverage.sums(scope);
        ClassBars classes = Coverage.classes(sums);
        model.addAttribute("institution", view.institution());
        model.addAttribute("listing", coverage.page(scope, query));
        model.addAttribute("sums", sums);
        model.addAttribute("classes", classes);
        model.addAttribute("shown", shown);
        model.addAttribute("vintage", coverage.vintage(scope));
        model.addAttribute(
                "map",
                shown == null
                        ? null
                        : maps.choropleth(coverage.map(scope, shown), MapSize.SCREEN)
                                .orElse(null));
        model.addAttribute(
                "departements",
                departements.stream().map(code -> new Option(code, code)).toList());
        model.addAttribute(
                "states",
                Arrays.stream(Coverage.State.values())
                        .map(state -> new Option(state.code(), state.label()))
                        .toList());
        model.addAttribute("times", times.of(scope));
        return "region/coverage";
    }

    @GetMapping("/institutions/{slug}/couverture.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        var scope = Scope.of(view.institution());
        return Download.of(
                "couverture-" + view.institution().slug(),
                new Spreadsheet(
                        "Couverture",
                        List.of("Communes au " + French.date(today.day()) + ". Population municipale "
                                + coverage.vintage(scope) + " (Insee)."),
                        List.of(
                                "Code Insee",
                                "Commune",
                                "Département",
                                "Intercommunalité",
                                "Habitants",
                                "Couverture",
                                "CPTS"),
                        coverage.all(scope, Coverage.SPEC.read(request)).stream()
                                .map(line -> List.of(
                                        Cell.text(line.code()),
                                        Cell.text(line.name()),
                                        Cell.text(line.departement()),
                                        Cell.text(line.grouping()),
                                        line.population() == null ? Cell.EMPTY : Cell.whole(line.population()),
                                        Cell.text(line.state().label()),
                                        Cell.text(line.communities())))
                                .toList()),
                format);
    }
}
