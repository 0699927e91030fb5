package fr.maillage.ui;

import java.util.List;

/**
 * A population on the scale of the size classes, each class as wide as the others.
 *
 * @param population inhabitants
 * @param bounds where each class but the first begins: 40 000, 80 000, 175 000
 * @param current number of the class of this population, from 1
 */
public record SizeScale(long population, List<Long> bounds, int current) {

    public int classes() {
        return bounds.size() + 1;
    }

    /** Left edge of a class, from 1: {@code 25.0%}. */
    public String left(int number) {
        return percent(1000L * (number - 1) / classes());
    }

    public String middle(int number) {
        return percent((1000L * (number - 1) + 500) / classes());
    }

    public String width() {
        return percent(1000L / classes());
    }

    /** Where the population stands: inside its class, in proportion; beyond the last bound, up to twice of it. */
    public String here() {
        var from = current == 1 ? 0 : bounds.get(current - 2);
        var to = current == classes() ? 2 * from : bounds.get(current - 1);
        var inside = to <= from ? 500 : Math.clamp(1000 * (population - from) / (to - from), 0L, 1000L);
        return percent((1000L * (current - 1) + inside) / classes());
    }

    private static String percent(long thousandths) {
        return thousandths / 10 + "." + thousandths % 10 + "%";
    }
}
