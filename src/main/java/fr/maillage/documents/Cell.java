package fr.maillage.documents;

import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One typed cell of a {@link Spreadsheet}: a number stays a number, whatever was typed by a person stays text. */
public sealed interface Cell {

    Cell EMPTY = new Empty();

    /** Never a formula, even when it starts like one. */
    record Text(String value) implements Cell {}

    record Whole(long value) implements Cell {}

    record Decimal(BigDecimal value) implements Cell {}

    record Amount(Euros value) implements Cell {}

    record Day(LocalDate value) implements Cell {}

    record Empty() implements Cell {}

    static Cell text(@Nullable String value) {
        return value == null || value.isEmpty() ? EMPTY : new Text(value);
    }

    static Cell whole(long value) {
        return new Whole(value);
    }

    static Cell decimal(@Nullable BigDecimal value) {
        return value == null ? EMPTY : new Decimal(value);
    }

    static Cell amount(@Nullable Euros value) {
        return value == null ? EMPTY : new Amount(value);
    }

    static Cell day(@Nullable LocalDate value) {
        return value == null ? EMPTY : new Day(value);
    }
}
