package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value among those of comparable zones, the highest value first.
 *
 * @param place from 1; zones of the same value share theirs
 * @param size how many values are compared, this one included
 * @param among what they are: « départements de France »
 */
public record Rank(int place, int size, String among) {

    /** A place among fewer zones than this says nothing. */
    private static final int FEWEST = 5;

    /** Empty when there are too few zones to compare with. */
    static Optional<Rank> of(@Nullable BigDecimal value, Collection<BigDecimal> others, String among) {
        if (value == null || others.size() < FEWEST) {
            return Optional.empty();
        }
        int higher = (int)
                others.stream().filter(other -> other.compareTo(value) > 0).count();
        return Optional.of(new Rank(higher + 1, others.size() + 1, among));
    }

    /** « 4ᵉ sur 14, de la plus haute valeur à la plus basse, avec 13 départements d’Occitanie ». */
    public String text() {
        return (place == 1 ? "1ʳᵉ" : French.number(place) + "ᵉ") + " sur " + French.number(size)
                + ", de la plus haute valeur à la plus basse, avec " + French.number(size - 1) + French.NBSP + among;
    }
}
