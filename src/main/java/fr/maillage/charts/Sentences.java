package fr.maillage.charts;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How facts are put into words. */
final class Sentences {

    private Sentences() {}

    /** « Distance moyenne. Territoire : 9,1 km ; Aveyron : 12,0 km. Médiane : 3,2. » */
    static String list(String title, Stream<String> facts, String last) {
        var told = facts.collect(Collectors.joining(French.NNBSP + "; "));
        return title + "." + (told.isEmpty() ? "" : " " + told + ".") + (last.isEmpty() ? "" : " " + last + ".");
    }

    static String pair(String label, String value) {
        return label + French.NBSP + ": " + value;
    }

    static String reference(@Nullable Reference reference, Unit unit) {
        return reference == null ? "" : pair("Repère, " + reference.label(), unit.text(reference.value()));
    }

    static int here(List<Bar> bars) {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i).here()) {
                return i;
            }
        }
        return -1;
    }

    /** {@code +25 %}, {@code −0,5 %}: without decimals but under 1 %; a dash when there is nothing to compare. */
    static String gap(Datum value, BigDecimal reference) {
        var known = value.exact();
        if (known.isEmpty() || reference.signum() == 0) {
            return "–";
        }
        var ratio = known.get().subtract(reference).divide(reference.abs(), MathContext.DECIMAL64);
        boolean small = ratio.abs().compareTo(new BigDecimal("0.01")) < 0 && ratio.signum() != 0;
        var printed = French.percent(ratio, small ? 1 : 0);
        return ratio.signum() > 0 ? "+" + printed : printed;
    }
}
