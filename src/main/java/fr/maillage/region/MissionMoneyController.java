package fr.maillage.region;

import fr.maillage.access.InstitutionView;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.region.MissionMoney.Line;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The money of the contracts that an institution follows, by mission. It is computed, not stored, so the search, the
 * filter and the order are applied here instead of in a query.
 */
@Controller
class MissionMoneyController {

    /** The « columns » are keys of {@link #order}: no query is made of them. */
    private static final ListSpec SPEC = ListSpec.sortedBy("cpts", "cpts")
            .column("mission", "mission")
            .column("plafond", "plafond")
            .column("du", "du")
            .column("verse", "verse")
            .column("a-restituer", "a-restituer")
            .column("non-depense", "non-depense")
            .filters("mission");

    private static final String OPERATING = "FONCTIONNEMENT";

    private final MissionMoney money;
    private final Today today;

    MissionMoneyController(MissionMoney money, Today today) {
        this.money = money;
        this.today = today;
    }

    @GetMapping("/institutions/{slug}/argent")
    String show(InstitutionView view, HttpServletRequest request, Model model) {
        var query = SPEC.read(request);
        var all = money.of(view.institution());
        var sums = MissionMoney.sums(all);
        var found = found(all, query);
        model.addAttribute("institution", view.institution());
        model.addAttribute("sums", sums);
        model.addAttribute(
                "listing",
                query.listing(
                        found.stream().skip(query.offset()).limit(query.size()).toList(), found.size()));
        model.addAttribute(
                "missions",
                sums.stream()
                        .map(sum -> new Option(
                                code(sum.mission()),
                                sum.title() + " "
                                        + all.stream()
                                                .filter(line -> line.mission().equals(sum.mission()))
                                                .count()))
                        .toList());
        model.addAttribute("day", French.date(today.day()));
        return "region/money";
    }

    @GetMapping("/institutions/{slug}/argent.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        return Download.of(
                "argent-par-mission-" + view.institution().slug(),
                new Spreadsheet(
                        "Argent par mission",
                        List.of(
                                "Année du contrat en cours au " + French.date(today.day())
                                        + ". À restituer et non dépensé\u00A0: depuis le début du contrat.",
                                "Non dépensé\u00A0: reçu du contrat, moins les dépenses que la CPTS a notées."),
                        List.of(
                                "CPTS",
                                "Contrat",
                                "Année du contrat",
                                "Mission",
                                "Au plus",
                                "Dû",
                                "Versé",
                                "À venir",
                                "À restituer",
                                "Non dépensé",
                                "D’où vient le non dépensé"),
                        found(money.of(view.institution()), SPEC.read(request)).stream()
                                .map(line -> List.of(
                                        Cell.text(line.community()),
                                        Cell.text(line.contract()),
                                        Cell.whole(line.year()),
                                        Cell.text(line.title()),
                                        Cell.amount(line.ceiling()),
                                        Cell.amount(line.due()),
                                        Cell.amount(line.paid()),
                                        Cell.amount(line.toCome()),
                                        Cell.amount(line.toReturn()),
                                        Cell.amount(line.unspent()),
                                        Cell.text(line.origins())))
                                .toList()),
                format);
    }

    private static List<Line> found(List<Line> all, ListQuery query) {
        var words = French.plain(query.search());
        var mission = query.filter("mission");
        return all.stream()
                .filter(line -> mission == null || code(line.mission()).equals(mission))
                .filter(line ->
                        French.plain(line.community() + " " + line.contract()).contains(words))
                .sorted(order(query))
                .toList();
    }

    private static Comparator<Line> order(ListQuery query) {
        Comparator<Line> order = switch (query.sort()) {
            case "mission" -> Comparator.comparing(Line::title, French.ORDER);
            case "plafond" -> Comparator.comparing(Line::ceiling);
            case "du" -> Comparator.comparing(Line::due);
            case "verse" -> Comparator.comparing(Line::paid);
            case "a-restituer" -> Comparator.comparing(Line::toReturn);
            case "non-depense" -> Comparator.comparing(Line::unspent);
            default -> Comparator.comparing(Line::community, French.ORDER);
        };
        return (query.descending() ? order.reversed() : order)
                .thenComparing(Line::community, French.ORDER)
                .thenComparing(Line::contract)
                .thenComparing(Line::mission);
    }

    /** As addresses say it. */
    private static String code(String mission) {
        return mission.isEmpty() ? OPERATING : mission;
    }
}
