package fr.maillage.project.problems;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.project.Evidence;
import fr.maillage.project.Problem;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The register of problems, searched, sorted, filtered, paged and exported. A project has a few dozens of them, already
 * read whole: no second query.
 */
@Component
class ProblemList {

    /** The value of the filter « réponse » that keeps what no objective answers. */
    static final String UNANSWERED = "aucune";

    static final ListSpec SPEC = ListSpec.sortedBy("rang", "rang")
            .column("titre", "titre")
            .column("gravite", "gravite")
            .column("preuves", "preuves")
            .filters("theme", "reponse");

    private static final Map<String, Comparator<Problem>> ORDERS = Map.of(
            "rang", Comparator.comparingInt(Problem::rank),
            "titre", Comparator.comparing(problem -> plain(problem.facts().title())),
            "gravite", Comparator.comparingInt(ProblemList::degree),
            "preuves", Comparator.comparingInt(problem -> problem.evidence().size()));

    private final Today today;

    ProblemList(Today today) {
        this.today = today;
    }

    Listing<Problem> page(StructuredProject project, ListQuery query) {
        var rows = rows(project, query);
        return query.listing(
                rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size());
    }

    Spreadsheet sheet(StructuredProject project, String name, ListQuery query) {
        return new Spreadsheet(
                "Problématiques",
                List.of(
                        name + ", problématiques retenues au " + French.date(today.day()),
                        "Saisi par la CPTS dans Maillage. Chaque preuve porte sa source et son millésime."),
                List.of(
                        "Rang",
                        "Problématique",
                        "Thème",
                        "Gravité",
                        "Nombre de personnes",
                        "Personnes concernées",
                        "Description",
                        "Preuves",
                        "Objectifs généraux qui y répondent"),
                rows(project, query).stream()
                        .map(problem -> cells(project, problem))
                        .toList());
    }

    private static List<Cell> cells(StructuredProject project, Problem problem) {
        var facts = problem.facts();
        return List.of(
                Cell.whole(problem.rank()),
                Cell.text(facts.title()),
                Cell.text(facts.theme().title()),
                Cell.text(facts.severity() == null ? null : facts.severity().word()),
                facts.people() == null ? Cell.text(null) : Cell.whole(facts.people()),
                Cell.text(facts.peopleWords()),
                Cell.text(facts.description()),
                Cell.text(problem.evidence().stream().map(Evidence::sentence).collect(Collectors.joining(" | "))),
                Cell.text(project.objectivesOf(problem).stream()
                        .map(objective -> objective.facts().title())
                        .collect(Collectors.joining(" | "))));
    }

    private static List<Problem> rows(StructuredProject project, ListQuery query) {
        var order = ORDERS.getOrDefault(query.sort(), Comparator.comparingInt(Problem::rank));
        var search = plain(query.search());
        var theme = query.filter("theme");
        var unanswered = UNANSWERED.equals(query.filter("reponse"));
        return project.problems().stream()
                .filter(problem ->
                        theme == null || problem.facts().theme().code().equals(theme))
                .filter(problem -> !unanswered || problem.facts().objectives().isEmpty())
                .filter(problem -> plain(words(problem)).contains(search))
                .sorted((query.descending() ? order.reversed() : order).thenComparingInt(Problem::rank))
                .toList();
    }

    private static String words(Problem problem) {
        var facts = problem.facts();
        return String.join(
                " ",
                facts.title(),
                facts.description(),
                facts.peopleWords(),
                facts.theme().title(),
                problem.evidence().stream().map(Evidence::sentence).collect(Collectors.joining(" ")));
    }

    private static int degree(Problem problem) {
        var severity = problem.facts().severity();
        return severity == null ? -1 : severity.degree();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
