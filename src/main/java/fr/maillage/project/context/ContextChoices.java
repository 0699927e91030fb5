package fr.maillage.project.context;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.Participants;
import fr.maillage.shared.French;
import fr.maillage.ui.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the forms of the context let one choose from that depends on the CPTS.
 *
 * @param structures among its actors, and those that were archived since
 * @param region its code
 */
public record ContextChoices(List<Participant> structures, String region) {

    static ContextChoices of(CommunityView view, Participants participants, Communities communities) {
        return new ContextChoices(
                participants.everOf(view.id()).stream()
                        .filter(participant -> participant.facts().kind() == Participant.Kind.STRUCTURE)
                        .sorted(Comparator.comparing(Participant::fullName, French.ORDER))
                        .toList(),
                communities.find(view.id()).regionCode());
    }

    Optional<Participant> structure(String id) {
        return structures.stream()
                .filter(structure -> structure.id().value().toString().equals(id))
                .findFirst();
    }

    /** @param chosen stays in the list once it is archived: the partner keeps its name */
    public List<Option> structureOptions(String chosen) {
        return structures.stream()
                .filter(structure -> !structure.archived()
                        || structure.id().value().toString().equals(chosen))
                .map(structure -> new Option(structure.id().value().toString(), structure.fullName()))
                .toList();
    }

    public List<Option> tools() {
        return ContextLists.tools(region);
    }

    /** Health professions first, then kinds of structures. */
    public List<Option> audiences() {
        return Stream.of(Participant.Kind.values())
                .flatMap(kind -> ParticipantCategory.of(kind).stream())
                .filter(category -> !category.other())
                .map(category -> new Option(category.code(), category.label()))
                .toList();
    }

    public List<Option> partnershipStates() {
        return Stream.of(Partnership.State.values())
                .map(state -> new Option(state.code(), state.label()))
                .toList();
    }

    public List<Option> stages() {
        return Stream.of(Tool.Stage.values())
                .map(stage -> new Option(stage.code(), stage.label()))
                .toList();
    }

    public List<Option> approachKinds() {
        return Stream.of(Approach.Kind.values())
                .map(kind -> new Option(kind.code(), kind.label()))
                .toList();
    }

    /** A stored code as people read it; another text as it is. */
    String inWords(String value) {
        return structure(value).map(Participant::fullName).orElseGet(() -> ofLists(value));
    }

    private String ofLists(String value) {
        return Stream.of(
                        tools(),
                        audiences(),
                        partnershipStates(),
                        stages(),
                        approachKinds(),
                        ContextLists.partnerKinds(),
                        ContextLists.means(),
                        ContextLists.functions())
                .flatMap(List::stream)
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
