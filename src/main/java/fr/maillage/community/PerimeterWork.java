package fr.maillage.community;

import fr.maillage.territory.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The territory a person is working on: a saved version with the person's changes on it.
 *
 * @param base the version the changes were made on; null when there was none
 * @param newer the current version when somebody saved it since; null otherwise
 * @param changes oldest first
 */
public record PerimeterWork(
        @Nullable Perimeter base, @Nullable Perimeter newer, List<PerimeterChange> changes) {

    public int number() {
        return base == null ? 0 : base.number();
    }

    public boolean isOvertaken() {
        return newer != null;
    }

    /** The whole communes of the territory with the changes, by code. */
    public List<String> communes() {
        List<String> codes = new ArrayList<>();
        if (base != null) {
            base.places().stream()
                    .filter(place -> place.part() == null && !changes(place.commune(), null))
                    .forEach(place -> codes.add(place.commune()));
        }
        changes.stream()
                .filter(change -> change.adds() && change.part() == null)
                .forEach(change -> codes.add(change.commune()));
        return codes;
    }

    /** The named parts of the territory with the changes. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (base != null) {
            for (var place : base.places()) {
                var name = place.part();
                if (name != null && !changes(place.commune(), name)) {
                    parts.add(new Part(place.commune(), name, place.population() == null ? 0 : place.population()));
                }
            }
        }
        for (var change : changes) {
            var name = change.part();
            if (change.adds() && name != null) {
                parts.add(new Part(change.commune(), name, change.population() == null ? 0 : change.population()));
            }
        }
        return parts;
    }

    /** Codes of every commune concerned, whole or in part. */
    public Set<String> codes() {
        Set<String> codes = new HashSet<>(communes());
        parts().forEach(part -> codes.add(part.commune()));
        return codes;
    }

    public boolean holds(String commune, @Nullable String part) {
        return part == null
                ? communes().contains(commune)
                : parts().stream()
                        .anyMatch(held ->
                                held.commune().equals(commune) && held.name().equals(part));
    }

    public boolean adds(String commune, @Nullable String part) {
        return changes.stream().anyMatch(change -> change.adds() && is(change, commune, part));
    }

    /** A part of the base that is added too has another population. */
    private boolean changes(String commune, @Nullable String part) {
        return changes.stream().anyMatch(change -> is(change, commune, part));
    }

    private static boolean is(PerimeterChange change, String commune, @Nullable String part) {
        return change.commune().equals(commune) && Objects.equals(change.part(), part);
    }
}
