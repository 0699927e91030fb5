package fr.maillage.rulebook;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.rules.DatedRules.DatedRule;
import fr.maillage.rules.aci.AmountStatus;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The dated rules as a page: those of a day, and what changes between two days. */
@Controller
class RulesController {

    private static final ListSpec SPEC = ListSpec.sortedBy("domaine", "domain")
            .column("intitule", "title")
            .column("statut", "status")
            .filters("date", "avant", "domaine", "statut");

    private final Rulebook rulebook;
    private final Today today;

    RulesController(Rulebook rulebook, Today today) {
        this.rulebook = rulebook;
        this.today = today;
    }

    @GetMapping("/regles")
    String show(HttpServletRequest request, Model model) {
        var query = SPEC.read(request);
        var day = day(query.filter("date"), today.day());
        var found = found(query, day);
        var rows = found.stream().skip(query.offset()).limit(query.size()).toList();
        model.addAttribute("day", day);
        model.addAttribute("listing", query.listing(rows, found.size()));
        model.addAttribute(
                "domains",
                rulebook.on(day).stream()
                        .map(DatedRule::domain)
                        .distinct()
                        .map(domain -> new Option(domain, domain))
                        .toList());
        model.addAttribute(
                "statuses",
                List.of(AmountStatus.VERIFIED, AmountStatus.SECONDARY, AmountStatus.INFERRED, AmountStatus.UNKNOWN)
                        .stream()
                        .map(status -> new Option(status.code(), status.label()))
                        .toList());
        return "rulebook/rules";
    }

    @GetMapping("/regles/comparaison")
    String compare(
            @RequestParam(required = false) @Nullable String avant,
            @RequestParam(required = false) @Nullable String apres,
            Model model) {
        var days = rulebook.turningDays();
        var to = day(apres, today.day());
        var from = day(
                avant,
                days.stream()
                        .filter(each -> each.isBefore(to))
                        .max(Comparator.naturalOrder())
                        .map(each -> each.minusDays(1))
                        .orElse(to.minusYears(1)));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("changes", rulebook.between(from, to));
        return "rulebook/comparison";
    }

    @GetMapping("/regles.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(HttpServletRequest request, @PathVariable String format) {
        var query = SPEC.read(request);
        var day = day(query.filter("date"), today.day());
        var rows = found(query, day).stream()
                .map(rule -> List.of(
                        Cell.text(rule.domain()),
                        Cell.text(rule.title()),
                        Cell.text(rule.value() == null ? "inconnu" : rule.value()),
                        Cell.text(rule.unit()),
                        Cell.day(rule.validity().from()),
                        Cell.day(rule.validity().until()),
                        Cell.text(rule.status().label()),
                        Cell.text(rule.source().title()),
                        Cell.text(rule.source().href()),
                        Cell.text(rule.code())))
                .toList();
        return Download.of(
                "regles-" + day,
                new Spreadsheet(
                        "Règles",
                        List.of("Règles en vigueur le " + French.date(day) + "."),
                        List.of(
                                "Domaine", "Règle", "Valeur", "Unité", "Depuis", "Jusqu’à", "Statut", "Source",
                                "Adresse", "Code"),
                        rows),
                format);
    }

    private List<DatedRule> found(ListQuery query, LocalDate day) {
        var word = query.search().toLowerCase(java.util.Locale.FRENCH);
        var domain = query.filter("domaine");
        var status = query.filter("statut");
        Comparator<DatedRule> order = switch (query.sort()) {
            case "intitule" -> Comparator.comparing(DatedRule::title, French.ORDER);
            case "statut" -> Comparator.comparing(DatedRule::status);
            default -> Comparator.comparing(DatedRule::domain, French.ORDER);
        };
        return rulebook.on(day).stream()
                .filter(rule -> domain == null || rule.domain().equals(domain))
                .filter(rule -> status == null || rule.status().code().equals(status))
                .filter(rule -> (rule.title() + " " + rule.code() + " "
                                + rule.source().title())
                        .toLowerCase(java.util.Locale.FRENCH)
                        .contains(word))
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : otherwise;
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
