package fr.maillage.review;

import fr.maillage.indicators.KnownValue;
import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a party says of a line, as its form sends it: a value, or a numerator and a denominator that give it. */
final class SaidForm {

    private SaidForm() {}

    /** What is known of the indicator, told with who gives it. */
    static void fill(Form form, YearlyReview.Line line, KnownValue known) {
        var id = line.id();
        var value = known.value();
        var same = line.rule().unit().equalsIgnoreCase(known.indicator().unit());
        form.set("valeur-" + id, typed(known.in(line.rule().unit()).orElse(null)))
                .set("numerateur-" + id, same ? typed(value.numerator()) : "")
                .set("denominateur-" + id, same ? typed(value.denominator()) : "")
                .set("extraction-" + id, value.extractedOn())
                .set(
                        "commentaire-" + id,
                        known.sentence() + "." + (value.comment().isBlank() ? "" : " " + value.comment()));
    }

    private static String typed(@Nullable BigDecimal number) {
        return number == null ? "" : French.decimal(number.stripTrailingZeros());
    }

    private static int version(Form form, UUID line) {
        var typed = form.value("version-" + line);
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** Null after noting the faults. */
    static YearlyReviews.@Nullable Said read(Form form, UUID line) {
        var value = form.decimal("valeur-" + line, 4);
        var numerator = form.decimal("numerateur-" + line, 2);
        var denominator = form.decimal("denominateur-" + line, 2);
        var on = form.day("extraction-" + line);
        var comment = form.lines("commentaire-" + line, 1000);
        if ((numerator == null) != (denominator == null)) {
            form.errors()
                    .add(
                            (numerator == null ? "numerateur-" : "denominateur-") + line,
                            "Donnez les deux nombres, ou aucun.");
        } else if (denominator != null && denominator.signum() <= 0) {
            form.errors().add("denominateur-" + line, "Le nombre total est plus grand que zéro.");
        } else if (numerator != null && denominator != null) {
            var share = numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 4, RoundingMode.HALF_UP);
            if (value == null) {
                value = share;
            } else if (value.subtract(share).abs().compareTo(new BigDecimal("0.05")) > 0) {
                form.errors()
                        .add(
                                "valeur-" + line,
                                "Cette valeur ne correspond pas aux deux nombres, qui donnent "
                                        + French.decimal(share.setScale(2, RoundingMode.HALF_UP))
                                        + ".");
            }
        }
        if (value != null && value.abs().precision() - value.scale() > 10) {
            form.errors().add("valeur-" + line, "Ce nombre est trop grand. Vérifiez-le.");
        }
        return form.errors().isEmpty()
                ? new YearlyReviews.Said(
                        value, numerator, denominator, on, comment, form.ticked("preuve-" + line), version(form, line))
                : null;
    }
}
