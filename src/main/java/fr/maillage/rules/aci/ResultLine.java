package fr.maillage.rules.aci;

import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the variable part: an indicator and what its value pays. The lines of a mission add up to its variable part. Two
 * models are met in contracts (rules.md 3.4): « lignes en euros », which pay by tiers (annexes of two contracts of
 * Seine-Saint-Denis), and « taux pondérés », which pay in the proportion of the way made from the baseline to the target; the
 * weight of such a line is its maximum out of the variable part.
 *
 * @param mission code of the mission
 * @param code of the line, unique in its mission
 * @param maximum what the best result pays for a whole year
 */
public record ResultLine(String mission, String code, Euros maximum, Scale scale, Direction direction) {

    /** How a value becomes money. */
    public sealed interface Scale permits Steps, Slope {}

    /** @param tiers thresholds with what each pays, worst first; a line that is met or not has one */
    public record Steps(List<Tier> tiers) implements Scale {}

    /** @param amount for a whole year */
    public record Tier(BigDecimal threshold, Euros amount) {}

    /**
     * Nothing at the baseline, everything at the target, in proportion between; doing better than the target gives no more.
     *
     * @param target the better way is from the baseline to the target
     */
    public record Slope(BigDecimal baseline, BigDecimal target) implements Scale {

        public Slope {
            if (baseline.compareTo(target) == 0) {
                throw new IllegalArgumentException("baseline is the target");
            }
        }

        /** From 0 to 1. */
        public BigDecimal rate(BigDecimal value) {
            return value.subtract(baseline)
                    .divide(target.subtract(baseline), MathContext.DECIMAL64)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.ONE);
        }

        Direction direction() {
            return target.compareTo(baseline) > 0 ? Direction.RISE : Direction.FALL;
        }
    }

    /** Which way is better. */
    public enum Direction {
        RISE("HAUSSE"),
        FALL("BAISSE");

        private final String code;

        Direction(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Direction> ofCode(@Nullable String code) {
            for (var each : values()) {
                if (each.code.equals(code)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }

        /** Whether a value reaches a threshold. */
        boolean reaches(BigDecimal value, BigDecimal threshold) {
            return this == RISE ? value.compareTo(threshold) >= 0 : value.compareTo(threshold) <= 0;
        }
    }

    /** A line that pays by tiers, given in any order. */
    public ResultLine(String mission, String code, Euros maximum, List<Tier> tiers, Direction direction) {
        this(mission, code, maximum, new Steps(ordered(tiers, direction)), direction);
    }

    /** A line that pays in proportion. */
    public ResultLine(String mission, String code, Euros maximum, Slope slope) {
        this(mission, code, maximum, slope, slope.direction());
    }

    private static List<Tier> ordered(List<Tier> tiers, Direction direction) {
        Comparator<Tier> byThreshold = Comparator.comparing(Tier::threshold);
        return tiers.stream()
                .sorted(direction == Direction.RISE ? byThreshold : byThreshold.reversed())
                .toList();
    }

    /** Its tiers, worst first; none where it pays in proportion. */
    public List<Tier> tiers() {
        return scale instanceof Steps(var tiers) ? tiers : List.of();
    }

    /** @param reason in one French sentence, with what it was read from: « 0,00 € sur 9 000,00 €, car… » */
    public record Earned(ResultLine line, Euros amount, String reason) {

        /** The reason with the code of its line, where the line is not named beside it. */
        public String why() {
            return "Ligne " + line.code() + "\u00A0: " + reason;
        }
    }

    /**
     * What a value earns for a whole year: the best tier it reaches or its share of the way, rounded once, half up to the cent,
     * and nothing without proof.
     *
     * @param value null when nobody has said it
     */
    public Earned earned(@Nullable BigDecimal value, boolean proof) {
        if (value == null) {
            return nothing("aucune valeur n’est renseignée");
        }
        if (!proof) {
            return nothing("la valeur " + shown(value) + " n’a pas de preuve");
        }
        return switch (scale) {
            case Steps(var tiers) -> byTiers(tiers, value);
            case Slope slope -> inProportion(slope, value);
        };
    }

    private Earned byTiers(List<Tier> tiers, BigDecimal value) {
        Tier reached = null;
        for (var tier : tiers) {
            if (direction.reaches(value, tier.threshold())) {
                reached = tier;
            }
        }
        var sign = direction == Direction.RISE ? "au moins " : "au plus ";
        if (reached == null) {
            return nothing("la valeur " + shown(value) + " n’atteint pas le premier palier, " + sign
                    + shown(tiers.getFirst().threshold()));
        }
        return new Earned(
                this,
                reached.amount(),
                French.amount(reached.amount()) + " sur " + French.amount(maximum)
                        + ", car la valeur " + shown(value) + " atteint le palier «\u00A0" + sign
                        + shown(reached.threshold()) + "\u00A0».");
    }

    private Earned inProportion(Slope slope, BigDecimal value) {
        var rate = slope.rate(value);
        if (rate.signum() == 0) {
            return nothing(
                    "la valeur " + shown(value) + " ne fait pas mieux que le départ, " + shown(slope.baseline()));
        }
        var amount = maximum.times(rate);
        var why = rate.compareTo(BigDecimal.ONE) == 0
                ? ", car la valeur " + shown(value) + " atteint la cible, " + shown(slope.target()) + "."
                : ", car la valeur " + shown(value) + " a fait " + French.percent(rate, 1)
                        + " du chemin entre le départ, " + shown(slope.baseline()) + ", et la cible, "
                        + shown(slope.target()) + ".";
        return new Earned(this, amount, French.amount(amount) + " sur " + French.amount(maximum) + why);
    }

    private static String shown(BigDecimal value) {
        return French.decimal(value.stripTrailingZeros());
    }

    private Earned nothing(String because) {
        return new Earned(this, Euros.ZERO, "0,00\u00A0€ sur " + French.amount(maximum) + ", car " + because + ".");
    }

    /** What is wrong with its tiers, each a French sentence; empty when nothing is. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (!(scale instanceof Steps(var tiers))) {
            return faults;
        }
        if (tiers.isEmpty()) {
            faults.add("La ligne " + code + " n’a aucun palier.");
            return faults;
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).threshold().compareTo(tiers.get(i - 1).threshold()) == 0) {
                faults.add("La ligne " + code + " a deux paliers au seuil "
                        + shown(tiers.get(i).threshold()) + ".");
            } else if (tiers.get(i).amount().compareTo(tiers.get(i - 1).amount()) < 0) {
                faults.add("La ligne " + code + " paie moins pour un meilleur résultat, au seuil "
                        + shown(tiers.get(i).threshold()) + ".");
            }
        }
        if (!tiers.getLast().amount().equals(maximum)) {
            faults.add("Le meilleur palier de la ligne " + code + " paie "
                    + French.amount(tiers.getLast().amount()) + ", son maximum est " + French.amount(maximum) + ".");
        }
        return faults;
    }

    /** Whether the value one starts from already reaches a tier: it pays without any progress, which is to be told. */
    public boolean paysWithoutProgress(BigDecimal baseline) {
        var tiers = tiers();
        return !tiers.isEmpty() && direction.reaches(baseline, tiers.getFirst().threshold());
    }

    /** « Les lignes de la mission ACCES font 34 000,00 €, son volet variable 35 000,00 €. », or empty when equal. */
    public static Optional<String> difference(String mission, List<ResultLine> lines, Euros envelope) {
        var sum = lines.stream().map(ResultLine::maximum).reduce(Euros.ZERO, Euros::plus);
        return sum.equals(envelope)
                ? Optional.empty()
                : Optional.of("Les lignes de la mission " + mission + " font " + French.amount(sum)
                        + " au plus. Son volet variable est de " + French.amount(envelope)
                        + ". Les deux doivent être égaux.");
    }
}
