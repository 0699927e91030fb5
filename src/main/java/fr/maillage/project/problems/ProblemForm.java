package fr.maillage.project.problems;

import fr.maillage.project.Evidence;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemScales;
import fr.maillage.project.StructuredProject;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the forms of a problem and of its evidence, and fills them. */
final class ProblemForm {

    static final Map<String, String> LABELS = labels();

    private static final long MOST_PEOPLE = 100_000_000;

    private ProblemForm() {}

    static Form filled(Problem problem) {
        var facts = problem.facts();
        return Form.empty()
                .set("version", problem.change().version())
                .set("titre", facts.title())
                .set("theme", facts.theme().code())
                .set(
                        "gravite",
                        facts.severity() == null ? null : facts.severity().code())
                .set("description", facts.description())
                .set("personnes", facts.people())
                .set("public", facts.peopleWords())
                .setAll(
                        "objectif",
                        facts.objectives().stream()
                                .map(objective -> objective.value().toString())
                                .sorted()
                                .toList());
    }

    /** The same form as {@link #filled} would have written it: what differs then differs. */
    static Form comparable(Form form) {
        var same = Form.empty();
        LABELS.keySet().forEach(field -> same.setAll(field, form.values(field)));
        return same.setAll("objectif", form.values("objectif").stream().sorted().toList());
    }

    /** What the form says, or null when something is wrong: the form then holds the faults. */
    static Problem.@Nullable Facts read(Form form, StructuredProject project) {
        var title = form.text("titre", 200, "Dites le problème en une phrase.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Dites le problème en une phrase.");
        }
        var theme = form.choice("theme", ProblemScales::theme, "Choisissez un thème.");
        var severity = form.optionalChoice("gravite", ProblemScales::severity);
        var description = form.lines("description", 4000);
        var people = form.whole(
                "personnes",
                0,
                MOST_PEOPLE,
                "Écrivez un nombre de personnes en chiffres, par exemple 3 500, ou laissez vide.");
        var words = form.free("public", 200);
        var objectives = project.objectives().stream()
                .map(objective -> objective.id())
                .filter(id -> form.values("objectif").contains(id.value().toString()))
                .collect(Collectors.toSet());
        return theme == null || !form.errors().isEmpty()
                ? null
                : new Problem.Facts(title, theme, description, severity, people, words, objectives);
    }

    /** Evidence typed by hand, or null when something is wrong. */
    static Evidence.@Nullable Facts evidence(Form form) {
        var kind = form.choice(
                "nature",
                code -> Evidence.Kind.typed().stream()
                        .filter(known -> known.code().equals(code))
                        .findFirst(),
                "Dites ce qu’est cette preuve.");
        var label = form.text("intitule", 300, "Nommez la preuve : qui parle, quelle enquête, quel document.");
        var value = form.lines("contenu", 2000);
        var source = form.free("origine", 300);
        var vintage = form.free("millesime", 60);
        if (kind == Evidence.Kind.TESTIMONY && value.isEmpty()) {
            form.errors().add("contenu", "Écrivez ce que la personne a dit, sans la nommer.");
        }
        return kind == null || !form.errors().isEmpty()
                ? null
                : new Evidence.Facts(kind, label, value, "", source, vintage, null);
    }

    static List<Option> themes() {
        return ProblemScales.themes().stream()
                .map(theme -> new Option(theme.code(), theme.title(), theme.help()))
                .toList();
    }

    static List<Option> severities() {
        return ProblemScales.severities().stream()
                .map(severity -> new Option(severity.code(), severity.word(), severity.meaning()))
                .toList();
    }

    static List<Option> objectives(StructuredProject project) {
        return project.objectives().stream()
                .map(objective -> new Option(
                        objective.id().value().toString(),
                        objective.rank() + ". " + objective.facts().title()))
                .toList();
    }

    static List<Option> kinds() {
        return Evidence.Kind.typed().stream()
                .map(kind -> new Option(kind.code(), kind.label()))
                .toList();
    }

    /** A stored code as people read it. */
    static String inWords(StructuredProject project, String value) {
        return ProblemScales.theme(value)
                .map(ProblemScales.Theme::title)
                .or(() -> ProblemScales.severity(value).map(ProblemScales.Severity::word))
                .or(() -> objectives(project).stream()
                        .filter(option -> option.value().equals(value))
                        .map(Option::label)
                        .findFirst())
                .orElse(value);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("titre", "Problème");
        labels.put("theme", "Thème");
        labels.put("gravite", "Gravité");
        labels.put("description", "Description");
        labels.put("personnes", "Nombre de personnes");
        labels.put("public", "Personnes concernées");
        labels.put("objectif", "Objectifs qui y répondent");
        return labels;
    }
}
