package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which communes of a territory a directory tells about. A commune across the border of its département must not hide the
 * others; nor may the others pass for the whole.
 *
 * @param codes of the covered communes
 * @param inhabitants of these
 * @param caution what is left out, in a sentence; null when nothing is
 */
public record Coverage(
        List<String> codes,
        long inhabitants,
        boolean enough,
        @Nullable String caution) {

    /** Less than this part of the inhabitants is no image of the territory; what is left out is said. */
    static final double HALF = 0.5;

    /** Whether what is told of these inhabitants is an image of the whole territory. */
    static boolean isEnough(long covered, long all) {
        return covered >= HALF * all;
    }

    /** @param departement whether the directory covers it, by its code */
    public static Coverage of(List<Commune> territory, Predicate<String> departement) {
        Map<String, Boolean> known = new HashMap<>();
        var covered = territory.stream()
                .filter(commune -> known.computeIfAbsent(commune.departement().code(), departement::test))
                .toList();
        long here = inhabitants(covered);
        long all = inhabitants(territory);
        var share = all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(here).divide(BigDecimal.valueOf(all), MathContext.DECIMAL32);
        boolean whole = covered.size() == territory.size();
        return new Coverage(
                covered.stream().map(Commune::code).toList(),
                here,
                !covered.isEmpty() && isEnough(here, all),
                whole
                        ? null
                        : "Le fichier chargé couvre " + French.count(covered.size(), "commune", "communes") + " sur "
                                + French.number(territory.size()) + ", où vivent " + French.percent(share, 1)
                                + " des habitants" + French.NBSP + ": les autres ne sont pas comptées.");
    }

    private static long inhabitants(List<Commune> communes) {
        return communes.stream()
                .mapToLong(commune -> Objects.requireNonNullElse(commune.population(), 0))
                .sum();
    }
}
