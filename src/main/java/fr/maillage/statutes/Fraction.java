package fr.maillage.statutes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A share of members or of votes, exact: a quorum of one third, a majority of two thirds. More than 0, at most 1. */
public record Fraction(int over, int under) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    private static final Map<String, String> WORDS = Map.of(
            "1/2", "la moitié",
            "1/3", "un tiers",
            "2/3", "deux tiers",
            "1/4", "un quart",
            "3/4", "trois quarts",
            "1/5", "un cinquième",
            "1/10", "un dixième");

    public Fraction {
        if (over < 1 || under < 1 || over > under) {
            throw new IllegalArgumentException("no share: " + over + "/" + under);
        }
    }

    /** {@code 2/3}; empty for anything else. */
    static Optional<Fraction> of(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int over = Integer.parseInt(parts.group(1));
        int under = Integer.parseInt(parts.group(2));
        return over < 1 || over > under ? Optional.empty() : Optional.of(new Fraction(over, under));
    }

    /** @throws IllegalArgumentException when the file of a text writes no share */
    @JsonCreator
    static Fraction written(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("no share: " + code));
    }

    /** The least whole number that makes this share of a total: 4 of 10 for one third. */
    public long atLeast(long total) {
        return Math.ceilDiv(total * over, under);
    }

    /** The least whole number above this share of a total: 6 of 10 for one half. */
    public long moreThan(long total) {
        return total * over / under + 1;
    }

    /** Whether it is less than another. */
    boolean isBelow(Fraction other) {
        return over * other.under < other.over * under;
    }

    /** {@code 2/3}, as stored. */
    public String code() {
        return over + "/" + under;
    }

    /** « deux tiers ». */
    public String words() {
        return WORDS.getOrDefault(code(), code());
    }
}
