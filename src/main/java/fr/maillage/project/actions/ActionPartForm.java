package fr.maillage.project.actions;

import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantId;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.ActionId;
import fr.maillage.project.ActionPart;
import fr.maillage.project.ActionPart.Content;
import fr.maillage.project.ActionPart.Dates;
import fr.maillage.project.ActionPart.Means;
import fr.maillage.project.ActionPart.People;
import fr.maillage.project.ActionPart.Purpose;
import fr.maillage.project.ActionPart.Risk;
import fr.maillage.project.Coverage;
import fr.maillage.project.Evidence;
import fr.maillage.project.Milestone;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.PrsPlan;
import fr.maillage.project.StructuredProject;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the form of one part of a fiche action, and fills it. */
final class ActionPartForm {

    private static final int MOST_PEOPLE = 10_000_000;

    private ActionPartForm() {}

    static Form filled(Action action, ActionPart.Kind kind) {
        var facts = action.facts();
        var form = Form.empty().set("version", action.change(kind).version());
        switch (facts.part(kind)) {
            case Purpose purpose -> fill(form, purpose);
            case Content content ->
                form.set("description", content.description())
                        .set("public", content.beneficiaries())
                        .set("effectif", content.beneficiaryCount())
                        .setAll(
                                "liee",
                                content.related().stream()
                                        .map(id -> id.value().toString())
                                        .sorted()
                                        .toList())
                        .set("liens", content.links());
            case People people ->
                form.set(
                                "pilote",
                                people.pilot() == null ? null : people.pilot().value())
                        .setAll(
                                "partenaire",
                                people.partners().stream()
                                        .map(partner -> partner.value().toString())
                                        .sorted()
                                        .toList())
                        .set("acteurs", people.actors());
            case Dates dates ->
                form.set("debut", dates.startsOn())
                        .set("fin", dates.endsOn())
                        .set("etat", dates.state().name())
                        .setAll(
                                "etape-date",
                                dates.milestones().stream()
                                        .map(step -> step.on().toString())
                                        .toList())
                        .setAll(
                                "etape-titre",
                                dates.milestones().stream()
                                        .map(Milestone::title)
                                        .toList());
            case Means means ->
                form.set("moyens", means.means())
                        .setAll(
                                "risque",
                                means.risks().stream().map(Risk::title).toList())
                        .setAll(
                                "parade",
                                means.risks().stream().map(Risk::answer).toList());
        }
        return form;
    }

    private static void fill(Form form, Purpose purpose) {
        form.set("titre", purpose.title())
                .setAll("couvre", purpose.coverage().stream().sorted().toList())
                .set(
                        "objectif",
                        purpose.objective() == null ? null : purpose.objective().value())
                .set("theme-prs", purpose.prsCode())
                .set("prs", purpose.prsObjective())
                .setAll(
                        "preuve",
                        purpose.evidence().stream().map(UUID::toString).sorted().toList())
                .set("diagnostic", purpose.diagnosis());
    }

    /** What the form says, or null when something is wrong: the form then holds the faults. */
    static @Nullable ActionPart read(
            Form form, Action action, ActionPart.Kind kind, StructuredProject project, List<Participant> people) {
        var part = switch (kind) {
            case PURPOSE -> purpose(form, project);
            case CONTENT -> content(form, project, action);
            case PEOPLE ->
                new People(
                        form.optionalChoice("pilote", id -> participant(people, id)),
                        form.values("partenaire").stream()
                                .flatMap(id -> participant(people, id).stream())
                                .collect(Collectors.toSet()),
                        form.lines("acteurs", 2000));
            case DATES -> dates(form);
            case MEANS -> new Means(form.lines("moyens", 4000), risks(form));
        };
        return form.errors().isEmpty() ? part : null;
    }

    static Purpose purpose(Form form, StructuredProject project) {
        var title = form.text("titre", 200, "Donnez un titre à l’action.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Donnez à l’action un titre de trois lettres au moins.");
        }
        var known = project.coverage().items().stream().map(item -> item.code()).collect(Collectors.toSet());
        var coverage = new HashSet<>(form.values("couvre"));
        coverage.retainAll(known);
        var evidence = project.problems().stream()
                .flatMap(problem -> problem.evidence().stream())
                .map(Evidence::id)
                .filter(id -> form.values("preuve").contains(id.toString()))
                .collect(Collectors.toSet());
        return new Purpose(
                title,
                coverage,
                form.optionalChoice("objectif", id -> objective(project, id)),
                form.optionalChoice("theme-prs", code -> PrsPlan.line(code).map(PrsPlan.Line::code)),
                form.free("prs", 500),
                evidence,
                form.lines("diagnostic", 4000));
    }

    private static Content content(Form form, StructuredProject project, Action action) {
        return new Content(
                form.lines("description", 8000),
                form.lines("public", 1000),
                form.whole("effectif", 0, MOST_PEOPLE, "Écrivez un nombre de personnes, par exemple 350."),
                related(form, project, action),
                form.lines("liens", 2000));
    }

    /** The actions ticked, and the archived ones that the form cannot show: they come back with their links. */
    private static Set<ActionId> related(Form form, StructuredProject project, Action action) {
        var shown = project.actions().stream().map(Action::id).collect(Collectors.toSet());
        return Stream.concat(
                        shown.stream()
                                .filter(id -> !id.equals(action.id()))
                                .filter(id ->
                                        form.values("liee").contains(id.value().toString())),
                        action.facts().content().related().stream().filter(id -> !shown.contains(id)))
                .collect(Collectors.toSet());
    }

    private static @Nullable Dates dates(Form form) {
        var starts = form.day("debut");
        var ends = form.day("fin");
        if (starts != null && ends != null && ends.isBefore(starts)) {
            form.errors().add("fin", "La fin prévue est avant le début. Vérifiez l’année.");
        }
        var state = form.choice(
                "etat",
                code -> Arrays.stream(Action.State.values())
                        .filter(value -> value.name().equals(code))
                        .findFirst(),
                "Dites où en est l’action.");
        var milestones = milestones(form);
        checkYears(form, starts, "debut");
        checkYears(form, ends, "fin");
        for (int i = 1; i <= ActionLines.typed(form, "etape-date", "etape-titre"); i++) {
            var on = Form.empty()
                    .set("date", ActionLines.at(form, "etape-date", i))
                    .day("date");
            checkYears(form, on, "etape-date" + i);
            if (on != null && ends != null && on.isAfter(ends)) {
                form.errors()
                        .add("etape-date" + i, "Cette étape vient après la fin prévue. Corrigez l’une ou l’autre.");
            }
        }
        return state == null ? null : new Dates(starts, ends, milestones, state);
    }

    /** CPTS exist since the law of 26 January 2016: a year far from it is a slip of the keyboard. */
    private static void checkYears(Form form, @Nullable LocalDate day, String field) {
        if (day != null
                && (day.getYear() < 2010 || day.getYear() > 2060)
                && form.errors().message(field) == null) {
            form.errors().add(field, "L’année " + day.getYear() + " semble fausse. Vérifiez la date.");
        }
    }

    /** Lines of a day and a title; a line left empty is no step. */
    private static List<Milestone> milestones(Form form) {
        var milestones = new ArrayList<Milestone>();
        for (int i = 1; i <= ActionLines.typed(form, "etape-date", "etape-titre"); i++) {
            var line = Form.empty()
                    .set("date", ActionLines.at(form, "etape-date", i))
                    .set("titre", ActionLines.at(form, "etape-titre", i));
            var on = line.day("date");
            var title = line.free("titre", 160);
            if (on == null && line.errors().isEmpty() && !title.isEmpty()) {
                line.errors().add("date", "Indiquez la date de l’étape « " + title + " ».");
            }
            if (on != null && title.isEmpty()) {
                line.errors().add("titre", "Donnez un nom à cette étape.");
            }
            int index = i;
            line.errors().all().forEach(fault -> form.errors().add("etape-" + fault.field() + index, fault.message()));
            if (on != null && !title.isEmpty()) {
                milestones.add(new Milestone(on, title));
            }
        }
        return milestones;
    }

    /** Lines of a risk and its answer; a line left empty is no risk. */
    private static List<Risk> risks(Form form) {
        var risks = new ArrayList<Risk>();
        for (int i = 1; i <= ActionLines.typed(form, "risque", "parade"); i++) {
            var line = Form.empty()
                    .set("risque", ActionLines.at(form, "risque", i))
                    .set("parade", ActionLines.at(form, "parade", i));
            var title = line.free("risque", 300);
            var answer = line.free("parade", 500);
            if (title.isEmpty() && !answer.isEmpty()) {
                line.errors().add("risque", "Dites quel risque cette réponse écarte.");
            }
            int index = i;
            line.errors().all().forEach(fault -> form.errors().add(fault.field() + index, fault.message()));
            if (!title.isEmpty()) {
                risks.add(new Risk(title, answer));
            }
        }
        return risks;
    }

    static Optional<ObjectiveId> objective(StructuredProject project, String id) {
        return project.objectives().stream()
                .flatMap(objective -> objective.operational().stream())
                .map(operational -> operational.id())
                .filter(objective -> objective.value().toString().equals(id))
                .findFirst();
    }

    private static Optional<ParticipantId> participant(List<Participant> participants, String id) {
        return participants.stream()
                .map(Participant::id)
                .filter(participant -> participant.value().toString().equals(id))
                .findFirst();
    }

    /** The lines of the projet régional de santé of the region; none when nobody wrote its file. */
    static List<Option> prs(String region) {
        return PrsPlan.of(region).stream()
                .flatMap(PrsPlan::lines)
                .map(line -> new Option(line.code(), line.title()))
                .toList();
    }

    static List<Option> states() {
        return Arrays.stream(Action.State.values())
                .map(state -> new Option(state.name(), state.label()))
                .toList();
    }

    static List<Option> coverage(StructuredProject project) {
        return project.coverage().items().stream()
                .map(item -> new Option(item.code(), item.title(), item.base() ? null : "Mission optionnelle"))
                .toList();
    }

    static List<Option> objectives(StructuredProject project) {
        return project.objectives().stream()
                .flatMap(general -> general.operational().stream()
                        .map(operational -> new Option(
                                operational.id().value().toString(),
                                general.rank() + "." + operational.rank() + " " + operational.title())))
                .toList();
    }

    static List<Option> names(List<Participant> participants) {
        return participants.stream()
                .map(participant -> new Option(participant.id().value().toString(), participant.fullName()))
                .toList();
    }

    static List<Option> others(StructuredProject project, Action action) {
        return project.actions().stream()
                .filter(other -> !other.id().equals(action.id()))
                .map(other -> new Option(other.id().value().toString(), other.line()))
                .toList();
    }

    /** The evidence of the problems that the action goes back to, and what it already shows. */
    static List<Option> evidence(StructuredProject project, Action action) {
        var needs = project.needsOf(action);
        var chosen = action.facts().purpose().evidence();
        return project.problems().stream()
                .flatMap(problem -> problem.evidence().stream()
                        .filter(evidence ->
                                needs.isEmpty() || needs.contains(problem) || chosen.contains(evidence.id()))
                        .map(evidence -> new Option(
                                evidence.id().toString(),
                                evidence.sentence(),
                                problem.facts().title())))
                .toList();
    }

    /** The fields that are one thing: a step is a day and a title. */
    static List<List<String>> groups(ActionPart.Kind kind) {
        return switch (kind) {
            case PURPOSE, CONTENT, PEOPLE ->
                labels(kind).keySet().stream().map(List::of).toList();
            case DATES ->
                List.of(List.of("debut"), List.of("fin"), List.of("etat"), List.of("etape-date", "etape-titre"));
            case MEANS -> List.of(List.of("moyens"), List.of("risque", "parade"));
        };
    }

    /** The same form with its lists in the order of {@link #filled}, without empty lines: what differs then differs. */
    static Form comparable(Form form, ActionPart.Kind kind) {
        var same = Form.empty().set(Form.ORIGIN, form.value(Form.ORIGIN));
        labels(kind).keySet().forEach(field -> same.setAll(field, form.values(field)));
        for (var list : List.of("couvre", "partenaire", "preuve", "liee")) {
            same.setAll(list, form.values(list).stream().sorted().toList());
        }
        lines(form, same, "etape-date", "etape-titre");
        lines(form, same, "risque", "parade");
        return same;
    }

    /** Two lists that are the columns of one: a line goes away when both are empty, an empty cell stays where it is. */
    private static void lines(Form form, Form same, String left, String right) {
        var lefts = new ArrayList<String>();
        var rights = new ArrayList<String>();
        int lines = Math.max(form.values(left).size(), form.values(right).size());
        for (int i = 0; i < lines; i++) {
            var one = i < form.values(left).size() ? form.values(left).get(i) : "";
            var other = i < form.values(right).size() ? form.values(right).get(i) : "";
            if (!one.isBlank() || !other.isBlank()) {
                lefts.add(one);
                rights.add(other);
            }
        }
        same.setAll(left, lefts);
        same.setAll(right, rights);
    }

    /** A stored code as people read it. */
    static String inWords(StructuredProject project, Action action, List<Participant> people, String value) {
        return List.of(
                        names(people),
                        coverage(project),
                        objectives(project),
                        others(project, action),
                        evidence(project, action),
                        states(),
                        PrsPlan.line(value).stream()
                                .map(line -> new Option(line.code(), line.title()))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** The labels of some fields. */
    static Map<String, String> labels(ActionPart.Kind kind, List<String> fields) {
        var labels = labels(kind);
        labels.keySet().retainAll(fields);
        return labels;
    }

    static Map<String, String> labels(ActionPart.Kind kind) {
        var labels = new LinkedHashMap<String, String>();
        switch (kind) {
            case PURPOSE -> {
                labels.put("titre", "Titre");
                labels.put("couvre", "Missions couvertes");
                labels.put("objectif", "Objectif opérationnel");
                labels.put("theme-prs", "Ligne du projet régional de santé");
                labels.put("prs", "Objectif du PRS");
                labels.put("preuve", "Chiffres et témoignages du diagnostic");
                labels.put("diagnostic", "Autres éléments du diagnostic");
            }
            case CONTENT -> {
                labels.put("description", "Description");
                labels.put("public", "Public bénéficiaire");
                labels.put("effectif", "Personnes concernées");
                labels.put("liee", "Actions liées");
                labels.put("liens", "Liens avec les autres actions");
            }
            case PEOPLE -> {
                labels.put("pilote", "Référent");
                labels.put("partenaire", "Partenaires et acteurs nommés");
                labels.put("acteurs", "Autres acteurs");
            }
            case DATES -> {
                labels.put("debut", "Début");
                labels.put("fin", "Fin prévue");
                labels.put("etat", "État");
                labels.put("etape-date", "Dates des étapes");
                labels.put("etape-titre", "Étapes");
            }
            case MEANS -> {
                labels.put("moyens", "Moyens");
                labels.put("risque", "Risques");
                labels.put("parade", "Réponses aux risques");
            }
        }
        return labels;
    }

    /** What an action for this operational objective covers: the item of its mission, when the mission has one alone. */
    static List<String> coveredBy(StructuredProject project, String objective) {
        var items = project.objectives().stream()
                .filter(general -> general.operational().stream()
                        .anyMatch(operational ->
                                operational.id().value().toString().equals(objective)))
                .flatMap(general -> project.coverage().items().stream()
                        .filter(item -> item.mission() == general.facts().mission()))
                .map(Coverage.Item::code)
                .toList();
        return items.size() == 1 ? items : List.of();
    }

    /** A fiche as a short form starts it. */
    static @Nullable ActionFacts started(Form form, StructuredProject project) {
        var purpose = purpose(form, project);
        return form.errors().isEmpty() ? ActionFacts.of(purpose) : null;
    }
}
