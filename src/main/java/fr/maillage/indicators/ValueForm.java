package fr.maillage.indicators;

import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.indicators.IndicatorValues.Given;
import fr.maillage.indicators.spi.Period;
import fr.maillage.shared.French;
import fr.maillage.ui.Form;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a value of an indicator, from its form or from a line of a file: both are held to the same rules. */
final class ValueForm {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What two roundings of the same share may differ by, in points. */
    private static final BigDecimal SAME = new BigDecimal("0.05");

    private ValueForm() {}

    /** Null after noting the faults. */
    static @Nullable Given read(Form form, CatalogueIndicator indicator, UUID id, LocalDate today) {
        var period = period(form, today);
        var producer = form.choice("selon", Producer::ofCode, "Dites qui donne ce chiffre.");
        var numerator = form.decimal("numerateur", 2);
        var denominator = form.decimal("denominateur", 2);
        var value = value(form, indicator, form.decimal("valeur", 4), numerator, denominator);
        var extracted = form.day("releve");
        if (extracted == null && form.errors().message("releve") == null) {
            form.errors().add("releve", "Indiquez le jour du relevé.");
        } else if (extracted != null && extracted.isAfter(today)) {
            form.errors().add("releve", "Cette date est à venir.");
        }
        var comment = form.lines("precision", 1000);
        return !form.errors().isEmpty() || period == null || producer == null || value == null || extracted == null
                ? null
                : new Given(id, indicator.code(), period, producer, value, numerator, denominator, extracted, comment);
    }

    static @Nullable Period period(Form form, LocalDate today) {
        var from = form.day("du");
        var to = form.day("au");
        if (from == null && form.errors().message("du") == null) {
            form.errors().add("du", "Indiquez le premier jour de la période.");
        }
        if (to == null && form.errors().message("au") == null) {
            form.errors().add("au", "Indiquez le dernier jour de la période.");
        }
        if (from == null || to == null) {
            return null;
        }
        if (from.getYear() < 2015) {
            form.errors().add("du", "Les CPTS existent depuis 2016. Vérifiez l’année.");
            return null;
        }
        if (to.isBefore(from)) {
            form.errors().add("au", "La période finit avant de commencer.");
            return null;
        }
        if (to.isAfter(from.plusYears(5))) {
            form.errors().add("au", "La période dure plus de cinq ans. Vérifiez l’année.");
            return null;
        }
        if (from.isAfter(today)) {
            form.errors().add("du", "Cette période n’a pas commencé.");
            return null;
        }
        return new Period(from, to);
    }

    private static @Nullable BigDecimal value(
            Form form,
            CatalogueIndicator indicator,
            @Nullable BigDecimal typed,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        if ((numerator == null) != (denominator == null)) {
            form.errors().add(numerator == null ? "numerateur" : "denominateur", "Donnez les deux nombres, ou aucun.");
            return null;
        }
        if (tooLarge(numerator) || tooLarge(denominator) || tooLarge(typed)) {
            form.errors().add(tooLarge(typed) ? "valeur" : "numerateur", "Ce nombre est trop grand. Vérifiez-le.");
            return null;
        }
        if (numerator != null && denominator != null) {
            if (denominator.signum() <= 0) {
                form.errors().add("denominateur", "Le nombre total est plus grand que zéro.");
                return null;
            }
            if (numerator.signum() < 0 || indicator.isShare() && numerator.compareTo(denominator) > 0) {
                form.errors().add("numerateur", "Le nombre compté va de zéro au total.");
                return null;
            }
            var ratio = numerator
                    .multiply(indicator.isShare() ? HUNDRED : BigDecimal.ONE)
                    .divide(denominator, 4, RoundingMode.HALF_UP);
            if (typed != null && typed.subtract(ratio).abs().compareTo(SAME) > 0) {
                form.errors()
                        .add(
                                "valeur",
                                "Cette valeur ne correspond pas aux deux nombres, qui donnent "
                                        + French.decimal(ratio.setScale(2, RoundingMode.HALF_UP)) + ".");
                return null;
            }
            if (ratio.precision() - ratio.scale() > 10) {
                form.errors().add("denominateur", "Ces deux nombres donnent une valeur démesurée. Vérifiez-les.");
                return null;
            }
            return ratio;
        }
        if (typed == null) {
            if (form.errors().message("valeur") == null) {
                form.errors().add("valeur", "Donnez la valeur, ou les deux nombres qui la font.");
            }
            return null;
        }
        if (typed.signum() < 0 || indicator.isShare() && typed.compareTo(HUNDRED) > 0) {
            form.errors()
                    .add(
                            "valeur",
                            indicator.isShare()
                                    ? "Un pourcentage va de 0 à 100."
                                    : "Ce nombre ne peut pas être négatif.");
            return null;
        }
        return typed;
    }

    private static boolean tooLarge(@Nullable BigDecimal number) {
        return number != null && number.abs().precision() - number.scale() > 10;
    }
}
