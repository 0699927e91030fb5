package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * The value in the middle of those of comparable zones: what a zone is compared with when its source gives neither région
 * nor France.
 *
 * @param size how many zones have a value
 * @param among « bassins de vie de France »
 */
public record Median(BigDecimal value, int size, String among) {

    private static final int FEWEST = 5;

    static Optional<Median> of(Collection<BigDecimal> values, String among) {
        if (values.size() < FEWEST) {
            return Optional.empty();
        }
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        var middle = sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.TWO);
        return Optional.of(new Median(middle, sorted.size(), among));
    }

    /** « médiane de 1 705 bassins de vie de France ». */
    public String words() {
        return "médiane de " + French.number(size) + French.NBSP + among;
    }
}
