package fr.maillage.community;

import fr.maillage.rules.SizeClass;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.French;
import java.util.List;
import java.util.Optional;

/**
 * The population on the scale of the size classes: each class has the same width, the mark lies in proportion within its
 * own.
 *
 * @param classes from the smallest
 * @param current the class of the population
 * @param mark from 0 to 1000 along the scale
 */
public record PerimeterScale(List<SizeClass> classes, SizeClass current, long population, int mark) {

    /** Nearer than this share of a threshold, the page says so. */
    private static final double NEAR = 0.05;

    static PerimeterScale of(SizeClasses sizes, long population) {
        var classes = sizes.all();
        var current = sizes.of(population);
        double width = 1000.0 / classes.size();
        long low = current.atLeast();
        long high = current.atMost() == null ? 2 * low : current.atMost() + 1;
        double within = Math.clamp((double) (population - low) / (high - low), 0, 1);
        return new PerimeterScale(
                classes, current, population, (int) Math.round((current.number() - 1 + within) * width));
    }

    /** « Le seuil de la taille 1 est 1 690 habitants plus bas. », when a threshold is near. */
    public Optional<String> nearThreshold() {
        var up = current.atMost();
        if (up != null && threshold(up + 1) - population <= NEAR * up) {
            return Optional.of("Le seuil de la taille " + (current.number() + 1) + " est "
                    + French.count(threshold(up + 1) - population, "habitant", "habitants") + " plus haut.");
        }
        long low = threshold(current.atLeast());
        if (current.number() > 1 && population - low <= NEAR * low) {
            return Optional.of("Le seuil de la taille " + (current.number() - 1) + " est "
                    + French.count(population - low, "habitant", "habitants") + " plus bas.");
        }
        return Optional.empty();
    }

    /** « 40 000 », « 175 000 »: the bounds between the classes, as the texts write them. */
    public List<String> thresholds() {
        return classes.stream()
                .skip(1)
                .map(sizeClass -> French.number(threshold(sizeClass.atLeast())))
                .toList();
    }

    /** The texts say « plus de 175 000 » where the class begins at 175 001. */
    private static long threshold(long atLeast) {
        return Math.round(atLeast / 10.0) * 10;
    }
}
