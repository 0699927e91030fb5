package fr.maillage.community.governance;

import fr.maillage.access.Mandates;
import fr.maillage.access.Role;
import fr.maillage.community.Body;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.community.Participants;
import fr.maillage.shared.French;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A role of the team (an account) and a mandate of the association (an actor) are two facts, often of one person: says
 * which mandate a role calls for, and leads to the page that writes it, filled in advance.
 */
@Component
class TeamInGovernance {

    private static final Map<Role, Body.Function> MANDATES = Map.of(
            Role.PRESIDENCY, Body.Function.PRESIDENT,
            Role.TREASURY, Body.Function.TREASURER,
            Role.SECRETARIAT, Body.Function.SECRETARY);

    private final Mandates mandates;
    private final Participants participants;

    TeamInGovernance(Mandates mandates, Participants participants) {
        this.mandates = mandates;
        this.participants = participants;
    }

    /** The mandates that roles of the team call for and that nobody holds; none before there is a body. */
    List<TeamMandate> missing(CommunityView view, Governance governance) {
        var bureau = bureau(governance);
        if (bureau.isEmpty()) {
            return List.of();
        }
        var actors = participants.of(view.id());
        return mandates.ofCommunity(view.id().value()).stream()
                .filter(holder -> MANDATES.containsKey(holder.mandate().role()))
                .filter(holder -> isFree(governance, function(holder.mandate().role())))
                .map(holder -> mandate(
                        view,
                        bureau.get(),
                        actors,
                        holder.person().name(),
                        holder.mandate().role()))
                .toList();
    }

    private static TeamMandate mandate(
            CommunityView view, Body bureau, List<Participant> actors, String name, Role role) {
        var function = function(role);
        var sentence = name + " a le rôle «" + French.NBSP + role.label() + French.NBSP
                + "» dans l’équipe, mais aucune instance ne le dit.";
        return actors.stream()
                .filter(actor -> French.same(actor.fullName(), name))
                .findFirst()
                .map(actor -> new TeamMandate(
                        function,
                        sentence,
                        "Lui donner ce mandat : " + bureau.facts().name(),
                        UriComponentsBuilder.fromPath(view.at(
                                        "/gouvernance/instances/" + bureau.id().value()))
                                .queryParam("acteur", actor.id().value())
                                .queryParam("mandat", function.name())
                                .fragment("mandat")
                                .toUriString()))
                .orElseGet(() -> new TeamMandate(function, sentence, "L’ajouter aux acteurs", newActor(view, name)));
    }

    /** The form of a new actor, with this person's name. */
    static String newActor(CommunityView view, String name) {
        var words = name.strip().split("\\s+", 2);
        return UriComponentsBuilder.fromPath(view.at("/acteurs/nouveau"))
                .queryParam("prenom", "{prenom}")
                .queryParam("nom", "{nom}")
                .encode()
                .buildAndExpand(words.length < 2 ? "" : words[0], words[words.length - 1])
                .toUriString();
    }

    private static Body.Function function(Role role) {
        return Optional.ofNullable(MANDATES.get(role)).orElseThrow();
    }

    private static boolean isFree(Governance governance, Body.Function function) {
        return governance.seats(function).isEmpty()
                && (function != Body.Function.PRESIDENT
                        || governance.seats(Body.Function.CO_PRESIDENT).isEmpty());
    }

    /** Where officers sit: the bureau, else the board. */
    private static Optional<Body> bureau(Governance governance) {
        return governance.bodies().stream()
                .filter(body ->
                        body.facts().kind() == Body.Kind.BUREAU || body.facts().kind() == Body.Kind.BOARD)
                .max(Comparator.comparing(body -> body.facts().kind()));
    }
}
