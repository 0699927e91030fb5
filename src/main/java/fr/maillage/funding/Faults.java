package fr.maillage.funding;

import fr.maillage.rules.aci.Grid;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.ui.FaultList;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of one draft; each reading answers null beside the fault it noted. */
final class Faults extends FaultList {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern SHARE = Pattern.compile("\\d(\\.\\d{1,6})?");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Nullable
    LocalDate day(String field, @Nullable String text, String missing) {
        if (text == null || text.isBlank()) {
            add(field, missing);
            return null;
        }
        try {
            if (ISO_DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // told below
        }
        add(
                field,
                "«" + French.NBSP + shown(text) + French.NBSP + "» n’est pas une date. Écrivez-la comme 2024-03-15.");
        return null;
    }

    @Nullable
    Long whole(String field, String text, long least, long most, String what) {
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        add(field, what);
        return null;
    }

    @Nullable
    BigDecimal share(String field, String text) {
        if (SHARE.matcher(text).matches()) {
            var share = new BigDecimal(text);
            if (share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        }
        add(field, "Le niveau de résultats est un nombre entre 0 et 1, comme 0.8 pour 80" + French.NBSP + "%.");
        return null;
    }

    @Nullable
    Euros amount(String field, @Nullable String text) {
        if (text != null && AMOUNT.matcher(text).matches()) {
            return Euros.of(text);
        }
        add(field, "Le montant annuel s’écrit en euros, avec au plus deux décimales, comme 17500 ou 17500.50.");
        return null;
    }

    static String codes(List<Grid> grids) {
        return String.join(", ", grids.stream().map(Grid::code).toList());
    }

    /** What was typed, cut so that a message stays one line. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
