package fr.maillage.review;

import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a field about a line shows: what the form holds (typed where something was wrong, or proposed), else what is stored. */
public final class SaidWords {

    private SaidWords() {}

    public static String typed(Form form, String field, @Nullable Object stored) {
        if (!form.values(field).isEmpty()) {
            return form.value(field);
        }
        if (stored == null) {
            return "";
        }
        return stored instanceof BigDecimal number ? French.decimal(number.stripTrailingZeros()) : stored.toString();
    }
}
