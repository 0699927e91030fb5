package fr.maillage.diagnosis.portrait;

import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
record Coverage(
        List<String> codes,
        long inhabitants,
        boolean enough,
        @Nullable String caution) {

    /** Less than this part of the inhabitants is no image of the territory. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Coverage of(List<Commune> territory, Predicate<String> departement) {
        Map<String, Boolean> known = new HashMap<>();
        var covered = territory.stream()
                .filter(commune -> known.computeIfAbsent(commune.departement().code(), departement::test))
                .toList();
        long here = PortraitTables.inhabitants(covered);
        long all = PortraitTables.inhabitants(territory);
        var share = all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(here).divide(BigDecimal.valueOf(all), MathContext.DECIMAL32);
        boolean whole = covered.size() == territory.size();
        return new Coverage(
                covered.stream().map(Commune::code).toList(),
                here,
                !covered.isEmpty() && (whole || share.compareTo(HALF) >= 0),
                whole
                        ? null
                        : "Le fichier chargé couvre " + French.count(covered.size(), "commune", "communes") + " sur "
                                + French.number(territory.size()) + ", où vivent " + French.percent(share, 1)
                                + " des habitants" + French.NBSP + ": les autres ne sont pas comptées.");
    }
}
