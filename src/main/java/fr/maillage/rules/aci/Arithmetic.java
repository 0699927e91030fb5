package fr.maillage.rules.aci;

import fr.maillage.rules.aci.ContractPeriod.Share;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The computations of a schedule, each beside the French words that tell it. */
final class Arithmetic {

    static final String UNKNOWN = "Montant inconnu" + French.NBSP + ": à lire dans l’annexe financière du contrat";

    private Arithmetic() {}

    /** A yearly amount times its share of the year times a ratio, rounded once, half up to the cent. */
    static Euros due(Euros yearly, Share share, BigDecimal ratio) {
        var exact = yearly.value().multiply(ratio).multiply(BigDecimal.valueOf(share.days()));
        return new Euros(exact.divide(BigDecimal.valueOf(share.of()), 2, RoundingMode.HALF_UP));
    }

    /** {@code 17 500,00 € × 273 jours sur 365}, or {@code 17 500,00 € pour l’année entière}. */
    static String dueInWords(Euros yearly, Share share) {
        return French.amount(yearly) + (share.isWhole() ? " pour l’année entière" : times(share));
    }

    /** {@code 17 500,00 € × 273 jours sur 365 × 80 % de résultats}. */
    static String variableInWords(Euros yearly, Share share, BigDecimal results) {
        return French.amount(yearly) + (share.isWhole() ? "" : times(share)) + " × " + percent(results)
                + " de résultats";
    }

    /** {@code 75 % de 13 089,04 € (17 500,00 € × 273 jours sur 365)}. */
    static String advanceInWords(Euros yearly, Share share, Euros due, BigDecimal advanceRate) {
        var origin = share.isWhole() ? "" : " (" + dueInWords(yearly, share) + ")";
        return percent(advanceRate) + " de " + French.amount(due) + origin;
    }

    /** {@code 13 089,04 € dus − 9 816,78 € d’avance}. */
    static String balanceInWords(Euros due, Euros advance) {
        return French.amount(due) + " dus − " + French.amount(advance) + " d’avance";
    }

    static String wholeInWords(Euros due) {
        return French.amount(due) + ", en totalité à la signature";
    }

    static String percent(BigDecimal ratio) {
        return French.percent(ratio, Math.max(0, ratio.stripTrailingZeros().scale() - 2));
    }

    private static String times(Share share) {
        return " × " + French.count(share.days(), "jour", "jours") + " sur " + French.number(share.of());
    }
}
