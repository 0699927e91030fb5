package fr.maillage.charts;

import java.math.BigDecimal;
import java.util.Optional;

/** One value of a chart. Zero is a value; what is missing says why. */
public sealed interface Datum {

    record Known(BigDecimal value) implements Datum {}

    /** Somewhere between two values: a sum over secret counts. */
    record Between(BigDecimal low, BigDecimal high, String reason) implements Datum {
        public Between {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException(low + " > " + high);
            }
        }
    }

    /** @param reason in French, to stand where the value would: « non publiée à ce niveau », « secret statistique » */
    record Missing(String reason) implements Datum {
        public Missing {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a missing value without its reason");
            }
        }
    }

    static Datum of(BigDecimal value) {
        return new Known(value);
    }

    static Datum of(long value) {
        return new Known(BigDecimal.valueOf(value));
    }

    /** The value when it is known exactly. */
    default Optional<BigDecimal> exact() {
        return this instanceof Known(var value) ? Optional.of(value) : Optional.empty();
    }
}
