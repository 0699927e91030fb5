package fr.maillage.community;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A profession, or a kind of structure, from {@code rules/participants.yaml}.
 *
 * @param code stored with each participant
 * @param label in French, names the practice and not the person
 * @param sector where it usually belongs
 * @param health a health profession of the public health code
 * @param generalPractice counts as médecine générale in the rules on membership
 * @param other asks for a precision in words
 */
public record ParticipantCategory(
        String code,
        String label,
        Sector sector,
        boolean health,
        @JsonProperty("general-practice") boolean generalPractice,
        boolean other) {

    private record File(
            Source source,
            List<ParticipantCategory> professions,
            List<ParticipantCategory> structures,
            @JsonProperty("also-called") Map<String, List<String>> alsoCalled) {}

    private static final File FILE = Shipped.yaml("/rules/participants.yaml", File.class);
    private static final Map<String, ParticipantCategory> BY_CODE = Stream.concat(
                    FILE.professions.stream(), FILE.structures.stream())
            .collect(Collectors.toUnmodifiableMap(ParticipantCategory::code, Function.identity()));

    /** The categories of a kind of participant, in the order of the file. */
    public static List<ParticipantCategory> of(Participant.Kind kind) {
        return switch (kind) {
            case PERSON -> FILE.professions;
            case STRUCTURE -> FILE.structures;
        };
    }

    public static Optional<ParticipantCategory> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** A code of an older file is kept and shown as it is, never lost. */
    static ParticipantCategory stored(String code) {
        return ofCode(code).orElseGet(() -> new ParticipantCategory(code, code, Sector.HEALTH, false, false, false));
    }

    /** Other words for it in the lists people keep, without accents nor capitals: « infirmier », « kine ». */
    public List<String> alsoCalled() {
        return FILE.alsoCalled.getOrDefault(code, List.of());
    }

    public static Source source() {
        return FILE.source;
    }
}
