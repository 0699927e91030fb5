package fr.maillage.project.actions;

import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantId;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.Indicator;
import fr.maillage.project.Milestone;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.StructuredProject;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the form of a fiche action, and fills it. */
final class ActionForm {

    /** Key steps that one form may hold; a page shows two empty lines more than those written. */
    static final int MOST_MILESTONES = 20;

    static final Map<String, String> LABELS = labels();

    private ActionForm() {}

    static Form filled(Action action) {
        var facts = action.facts();
        var form = Form.empty()
                .set("version", action.change().version())
                .set("titre", facts.title())
                .setAll("couvre", facts.coverage().stream().sorted().toList())
                .set(
                        "objectif",
                        facts.objective() == null ? null : facts.objective().value())
                .set("diagnostic", facts.diagnosis())
                .set("description", facts.description())
                .set("public", facts.beneficiaries())
                .set("liens", facts.links())
                .set("pilote", facts.pilot() == null ? null : facts.pilot().value())
                .setAll(
                        "partenaire",
                        facts.partners().stream()
                                .map(partner -> partner.value().toString())
                                .sorted()
                                .toList())
                .set("debut", facts.startsOn())
                .set("fin", facts.endsOn())
                .set("etat", facts.state().name())
                .setAll(
                        "etape-date",
                        facts.milestones().stream()
                                .map(step -> step.on().toString())
                                .toList())
                .setAll(
                        "etape-titre",
                        facts.milestones().stream().map(Milestone::title).toList());
        for (int i = 0; i < facts.indicators().size(); i++) {
            var indicator = facts.indicators().get(i);
            var key = "indicateur" + (i + 1) + "-";
            form.set(key + "nom", indicator.label())
                    .set(key + "unite", indicator.unit())
                    .set(key + "depart", written(indicator.baseline()))
                    .set(key + "cible", written(indicator.target()))
                    .set(key + "date", indicator.targetOn())
                    .set(key + "source", indicator.source());
        }
        return form;
    }

    /** The same form with its lists in the order of {@link #filled}, without empty lines: what differs then differs. */
    static Form comparable(Form form) {
        var same = Form.empty();
        LABELS.keySet().forEach(field -> same.setAll(field, form.values(field)));
        for (var list : List.of("couvre", "partenaire")) {
            same.setAll(list, form.values(list).stream().sorted().toList());
        }
        for (var list : List.of("etape-date", "etape-titre")) {
            same.setAll(
                    list,
                    form.values(list).stream().filter(value -> !value.isBlank()).toList());
        }
        return same;
    }

    /** A number as people write it, without useless zeros; empty while unknown. */
    static String written(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** What the form says, or null when something is wrong: the form then holds the faults. */
    static @Nullable ActionFacts read(Form form, StructuredProject project, List<Participant> participants) {
        var title = form.text("titre", 200, "Donnez un titre à l’action.");
        if (!title.isEmpty() && title.length() < 3) {
            form.errors().add("titre", "Donnez à l’action un titre de trois lettres au moins.");
        }
        var known = project.coverage().items().stream().map(item -> item.code()).collect(Collectors.toSet());
        var coverage = new HashSet<>(form.values("couvre"));
        coverage.retainAll(known);
        var objective = form.optionalChoice("objectif", id -> objective(project, id));
        var pilot = form.optionalChoice("pilote", id -> participant(participants, id));
        var partners = form.values("partenaire").stream()
                .flatMap(id -> participant(participants, id).stream())
                .collect(Collectors.toSet());
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
        var diagnosis = form.lines("diagnostic", 4000);
        var description = form.lines("description", 8000);
        var beneficiaries = form.lines("public", 1000);
        var links = form.lines("liens", 2000);
        var milestones = milestones(form);
        var indicators = indicators(form);
        if (state == null || !form.errors().isEmpty()) {
            return null;
        }
        return new ActionFacts(
                title,
                coverage,
                objective,
                diagnosis,
                description,
                beneficiaries,
                links,
                pilot,
                partners,
                starts,
                ends,
                milestones,
                indicators,
                state);
    }

    /** Lines of a day and a title; a line left empty is no step. */
    private static List<Milestone> milestones(Form form) {
        var milestones = new ArrayList<Milestone>();
        int lines = Math.min(
                MOST_MILESTONES,
                Math.max(
                        form.values("etape-date").size(),
                        form.values("etape-titre").size()));
        for (int i = 0; i < lines; i++) {
            var line = Form.empty()
                    .set("date", at(form.values("etape-date"), i))
                    .set("titre", at(form.values("etape-titre"), i));
            var on = line.day("date");
            var title = line.free("titre", 160);
            if (on == null && line.errors().isEmpty() && !title.isEmpty()) {
                line.errors().add("date", "Indiquez la date de l’étape « " + title + " ».");
            }
            if (on != null && title.isEmpty()) {
                line.errors().add("titre", "Donnez un nom à cette étape.");
            }
            int index = i + 1;
            line.errors().all().forEach(fault -> form.errors().add("etape-" + fault.field() + index, fault.message()));
            if (on != null && !title.isEmpty()) {
                milestones.add(new Milestone(on, title));
            }
        }
        return milestones;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private static List<Indicator> indicators(Form form) {
        var indicators = new ArrayList<Indicator>();
        for (int i = 1; i <= Indicator.MOST; i++) {
            var key = "indicateur" + i + "-";
            var label = form.free(key + "nom", 200);
            var unit = form.free(key + "unite", 40);
            var baseline = form.decimal(key + "depart", 2);
            var target = form.decimal(key + "cible", 2);
            var on = form.day(key + "date");
            var source = form.free(key + "source", 200);
            var something = baseline != null || target != null || on != null || !unit.isEmpty() || !source.isEmpty();
            if (label.isEmpty() && something) {
                form.errors().add(key + "nom", "Nommez cet indicateur, ou videz ses autres champs.");
            }
            if (!label.isEmpty()) {
                indicators.add(new Indicator(label, unit, baseline, target, on, source));
            }
        }
        return indicators;
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

    static List<Option> states() {
        return Arrays.stream(Action.State.values())
                .map(state -> new Option(state.name(), state.label()))
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

    /** A stored code as people read it. */
    static String inWords(StructuredProject project, List<Participant> participants, String value) {
        return participants.stream()
                .filter(participant -> participant.id().value().toString().equals(value))
                .map(Participant::fullName)
                .findFirst()
                .or(() -> project.coverage().items().stream()
                        .filter(item -> item.code().equals(value))
                        .map(item -> item.title())
                        .findFirst())
                .or(() -> label(objectives(project), value))
                .or(() -> label(states(), value))
                .orElse(value);
    }

    private static Optional<String> label(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst();
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("titre", "Titre");
        labels.put("couvre", "Missions couvertes");
        labels.put("objectif", "Objectif opérationnel");
        labels.put("diagnostic", "Éléments du diagnostic");
        labels.put("description", "Description");
        labels.put("public", "Public bénéficiaire");
        labels.put("liens", "Liens avec les autres actions");
        labels.put("pilote", "Pilotage");
        labels.put("partenaire", "Acteurs associés");
        labels.put("debut", "Début");
        labels.put("fin", "Fin prévue");
        labels.put("etat", "État");
        labels.put("etape-date", "Dates des étapes");
        labels.put("etape-titre", "Étapes");
        for (int i = 1; i <= Indicator.MOST; i++) {
            var key = "indicateur" + i + "-";
            labels.put(key + "nom", "Indicateur " + i);
            labels.put(key + "unite", "Indicateur " + i + ", unité");
            labels.put(key + "depart", "Indicateur " + i + ", valeur de départ");
            labels.put(key + "cible", "Indicateur " + i + ", cible");
            labels.put(key + "date", "Indicateur " + i + ", échéance");
            labels.put(key + "source", "Indicateur " + i + ", source");
        }
        return labels;
    }
}
