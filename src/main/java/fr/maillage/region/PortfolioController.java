package fr.maillage.region;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Institutions;
import fr.maillage.access.Mandate;
import fr.maillage.access.Role;
import fr.maillage.contract.FollowedContracts;
import fr.maillage.documents.Download;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.ProperName;
import fr.maillage.shared.Today;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The portfolio of an institution, of a région, of the country. */
@Controller
class PortfolioController {

    private final Portfolio portfolio;
    private final Institutions institutions;
    private final FollowedContracts followed;
    private final PortfolioRows rows;
    private final SavedColumns saved;
    private final Today today;

    PortfolioController(
            Portfolio portfolio,
            Institutions institutions,
            FollowedContracts followed,
            PortfolioRows rows,
            SavedColumns saved,
            Today today) {
        this.portfolio = portfolio;
        this.institutions = institutions;
        this.followed = followed;
        this.rows = rows;
        this.saved = saved;
        this.today = today;
    }

    @GetMapping("/institutions/{slug}/portefeuille")
    String list(InstitutionView view, HttpServletRequest request, Model model) {
        var scope = Scope.of(view.institution());
        var page = portfolio.of(scope, Portfolio.SPEC.read(request));
        model.addAttribute("institution", view.institution());
        model.addAttribute(
                "toSign",
                followed.toSign(
                        view.institution().id(), view.institution().party().name()));
        model.addAttribute("listing", page.listing());
        var columns = saved.of(view.actor().account());
        model.addAttribute("columns", columns);
        model.addAttribute("rows", rows.of(page.listing().rows(), columns));
        model.addAttribute("sums", page.sums());
        model.addAttribute(
                "stages",
                Arrays.stream(Portfolio.Stage.values())
                        .map(stage -> new Option(stage.code(), stage.label()))
                        .toList());
        return "region/portfolio";
    }

    @GetMapping("/institutions/{slug}/portefeuille.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        var columns = saved.of(view.actor().account());
        var lines = rows.of(portfolio.all(Scope.of(view.institution()), Portfolio.SPEC.read(request)), columns);
        return Download.of(
                "portefeuille-" + view.institution().slug(),
                PortfolioSheet.of(
                        "CPTS suivies " + ProperName.of(view.institution().name()), lines, columns, today.day()),
                format);
    }

    /** Of a région: whole for its head office and the administration, what they follow for its other institutions. */
    @GetMapping("/region/{code:[0-9]{2}}/portefeuille.xlsx")
    ResponseEntity<byte[]> region(Actor actor, @PathVariable String code, HttpServletRequest request) {
        var columns = saved.of(actor.account());
        var lines = rows.of(portfolio.all(scope(actor, code), Portfolio.SPEC.read(request)), columns);
        return Download.of(
                "portefeuille-region-" + code,
                PortfolioSheet.of("CPTS de la région " + code, lines, columns, today.day()),
                "xlsx");
    }

    private Scope scope(Actor actor, String region) {
        var mine =
                institutions
                        .find(actor.mandates().stream()
                                .map(Mandate::institution)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .filter(institution -> institution.region().equals(region))
                        .toList();
        if (actor.administrator() || mine.stream().anyMatch(each -> each.role() == Role.ARS_HEAD_OFFICE)) {
            return Scope.region(region);
        }
        if (mine.isEmpty()) {
            throw new NotFound("portfolio of région " + region);
        }
        return new Scope(
                false,
                "",
                mine.stream()
                        .flatMap(each -> each.departements().stream())
                        .distinct()
                        .toList());
    }

    @GetMapping("/administration/portefeuille")
    String country(Model model) {
        model.addAttribute("regions", portfolio.byRegion());
        return "region/country";
    }
}
