package fr.maillage.project;

import fr.maillage.rules.BaseMissions;
import fr.maillage.rules.Mission;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the actions of a project are to cover on a day: every item that the texts require, and the optional missions that
 * the CPTS took up.
 */
public record Coverage(List<Item> items) {

    /**
     * @param code as stored with each action
     * @param base required of every projet de santé
     */
    public record Item(String code, String title, Mission mission, boolean base) {}

    public static Coverage on(LocalDate day, Set<Mission> optional) {
        var required =
                BaseMissions.on(day).stream().map(item -> new Item(item.code(), item.title(), item.mission(), true));
        var chosen = optionalOn(day).stream()
                .filter(optional::contains)
                .map(mission -> new Item(mission.code(), mission.title(), mission, false));
        return new Coverage(Stream.concat(required, chosen).toList());
    }

    /** The missions that a CPTS may take up or leave on a day. */
    public static Set<Mission> optionalOn(LocalDate day) {
        var optional = EnumSet.allOf(Mission.class);
        BaseMissions.on(day).forEach(item -> optional.remove(item.mission()));
        return optional;
    }

    /** Every mission of the project: required or chosen. */
    public Set<Mission> missions() {
        return missionsOf(items.stream().map(Item::code).toList());
    }

    /** The missions that these codes belong to; a code that is no longer asked for belongs to none. */
    public Set<Mission> missionsOf(Collection<String> codes) {
        return items.stream()
                .filter(item -> codes.contains(item.code()))
                .map(Item::mission)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mission.class)));
    }

    /** Items that no action in the list covers. */
    public List<Item> holes(List<Action> actions) {
        return items.stream()
                .filter(item -> actions.stream()
                        .filter(Action::counts)
                        .noneMatch(action -> action.facts().coverage().contains(item.code())))
                .toList();
    }

    /** Missions in the order of the agreement, for lists of choices. */
    public List<Mission> ordered() {
        var held = missions();
        return Arrays.stream(Mission.values()).filter(held::contains).toList();
    }
}
