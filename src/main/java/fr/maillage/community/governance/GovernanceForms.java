package fr.maillage.community.governance;

import fr.maillage.community.Body;
import fr.maillage.community.Body.BodyFacts;
import fr.maillage.community.Governance;
import fr.maillage.community.Governance.Coordination;
import fr.maillage.community.Governance.CoordinationState;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantId;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and fills the forms of the governance page. */
final class GovernanceForms {

    static final Map<String, String> BODY_LABELS = labels(
            "type", "Type", "nom", "Nom", "role", "Ce qu’elle décide ou fait", "frequence", "Fréquence des réunions");

    static final Map<String, String> COORDINATION_LABELS = labels(
            "representant", "Représentation légale",
            "fonction", "À quel titre",
            "poste", "Poste de coordination",
            "coordination", "Personne",
            "temps", "Temps de travail",
            "missions", "Missions du poste");

    /** Who signs and how the coordination is filled, as one form says it. */
    record Said(@Nullable ParticipantId representative, String function, Coordination coordination) {}

    private GovernanceForms() {}

    static Form filled(Body body) {
        return Form.empty()
                .set("version", body.change().version())
                .set("type", body.facts().kind().name())
                .set("nom", body.facts().name())
                .set("role", body.facts().role())
                .set("frequence", body.facts().frequency());
    }

    static @Nullable BodyFacts readBody(Form form) {
        var kind = form.choice("type", code -> named(Body.Kind.values(), code), "Choisissez un type d’instance.");
        var name = form.text("nom", 120, "Indiquez le nom de l’instance.");
        if (name.length() == 1) {
            form.errors().add("nom", "Indiquez le nom de l’instance.");
        }
        var role = form.lines("role", 2000);
        var frequency = form.free("frequence", 120);
        return kind == null || !form.errors().isEmpty() ? null : new BodyFacts(kind, name, role, frequency);
    }

    static Form filled(Governance governance) {
        var named = governance.representative() != null
                        && !governance.representative().derived()
                ? governance.representative()
                : null;
        var coordination = governance.coordination();
        return Form.empty()
                .set("version", governance.change().version())
                .set("representant", named == null ? null : named.participant().value())
                .set("fonction", named == null ? null : named.function())
                .set("poste", coordination.state().name())
                .set(
                        "coordination",
                        coordination.participant() == null
                                ? null
                                : coordination.participant().value())
                .set("temps", coordination.percent())
                .set("missions", coordination.tasks());
    }

    /** @param people those who may be named: the actors who are people */
    static @Nullable Said readCoordination(Form form, List<Participant> people) {
        var representative = form.optionalChoice("representant", id -> find(people, id));
        var function = form.free("fonction", 120);
        if (representative != null && function.isEmpty()) {
            form.errors().add("fonction", "Dites à quel titre cette personne signe, par exemple « Présidence ».");
        }
        var state = form.choice("poste", code -> named(CoordinationState.values(), code), "Dites où en est le poste.");
        var holder = form.optionalChoice("coordination", id -> find(people, id));
        if (state == CoordinationState.FILLED && holder == null) {
            form.errors()
                    .add(
                            "coordination",
                            "Le poste est pourvu : choisissez la personne, après l’avoir ajoutée aux acteurs.");
        }
        if (state != null && state != CoordinationState.FILLED && holder != null) {
            form.errors()
                    .add(
                            "coordination",
                            "Une personne est choisie : le poste est donc pourvu. Changez l’un ou l’autre.");
        }
        var percent = form.whole("temps", 1, 100, "Écrivez un pourcentage entre 1 et 100. Un mi-temps vaut 50.");
        var tasks = form.lines("missions", 4000);
        if (state == null || !form.errors().isEmpty()) {
            return null;
        }
        return new Said(
                representative == null ? null : representative.id(),
                representative == null ? "" : function,
                new Coordination(
                        state,
                        holder == null ? null : holder.id(),
                        holder == null ? null : holder.fullName(),
                        percent == null ? null : percent.intValue(),
                        tasks));
    }

    static Optional<Participant> find(List<Participant> people, String id) {
        return people.stream()
                .filter(person -> person.id().value().toString().equals(id))
                .findFirst();
    }

    static <E extends Enum<E>> Optional<E> named(E[] values, String code) {
        return Arrays.stream(values).filter(value -> value.name().equals(code)).findFirst();
    }

    static List<Option> kinds() {
        return Arrays.stream(Body.Kind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    static List<Option> functions() {
        return Arrays.stream(Body.Function.values())
                .map(function -> new Option(function.name(), function.label()))
                .toList();
    }

    static List<Option> states() {
        return Arrays.stream(CoordinationState.values())
                .map(state -> new Option(state.name(), state.label()))
                .toList();
    }

    static List<Option> names(List<Participant> people) {
        return people.stream()
                .map(person -> new Option(
                        person.id().value().toString(),
                        person.fullName() + ", " + person.facts().categoryLabel()))
                .toList();
    }

    /** A stored code as people read it. */
    static String inWords(List<Participant> people, String value) {
        return find(people, value)
                .map(Participant::fullName)
                .or(() -> named(CoordinationState.values(), value).map(CoordinationState::label))
                .or(() -> named(Body.Kind.values(), value).map(Body.Kind::label))
                .orElse(value);
    }

    private static Map<String, String> labels(String... pairs) {
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}
