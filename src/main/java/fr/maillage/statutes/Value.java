package fr.maillage.statutes;

import java.util.List;

/** A valid answer to a {@link Choice}. */
sealed interface Value {

    /** On one line, or with its lines. */
    record Words(String text) implements Value {}

    /** A number of days, years, seats. */
    record Whole(long number) implements Value {}

    /** Whole euros. */
    record Amount(long euros) implements Value {}

    record Share(Fraction fraction) implements Value {}

    record One(String code) implements Value {}

    record Several(List<String> codes) implements Value {}

    record Colleges(List<College> colleges) implements Value {}

    /** What a condition of the file compares with. */
    default List<String> codes() {
        return switch (this) {
            case Words(var text) -> List.of(text);
            case Whole(var number) -> List.of(String.valueOf(number));
            case Amount(var euros) -> List.of(String.valueOf(euros));
            case Share(var fraction) -> List.of(fraction.code());
            case One(var code) -> List.of(code);
            case Several(var codes) -> codes;
            case Colleges(var colleges) -> colleges.stream().map(College::name).toList();
        };
    }
}
