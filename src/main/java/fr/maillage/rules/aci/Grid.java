package fr.maillage.rules.aci;

import fr.maillage.shared.Euros;
import fr.maillage.shared.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The amounts and payment rules of one agreement (« barème »), as its data file says. Amounts are maxima; the amounts
 * of a signed contract prevail.
 *
 * @param inForceFrom first day on which a contract may be signed under it
 * @param publishedTotals the yearly total published for a size, where one is
 */
public record Grid(
        String code,
        String title,
        LocalDate inForceFrom,
        Source source,
        Terms terms,
        Part operating,
        List<MissionTerms> missions,
        List<Assumption> assumptions,
        Map<Integer, PublishedTotal> publishedTotals) {

    /** @param settlementMonths months after the anniversary within which the settlement of a year is paid */
    public record Terms(int contractYears, BigDecimal advanceRate, int settlementMonths, Source source) {}

    /**
     * A choice made where the texts are silent or doubtful, to be shown beside the result.
     *
     * @param mission the only mission it is about, or null
     */
    public record Assumption(
            String code, String text, @Nullable String mission) {}

    public record PublishedTotal(Euros amount, Source source) {}

    public Optional<MissionTerms> mission(String missionCode) {
        return missions.stream().filter(m -> m.code().equals(missionCode)).findFirst();
    }

    /** A part by its codes; the mission is null for the operating money. */
    public Optional<Part> part(@Nullable String missionCode, String partCode) {
        if (missionCode == null) {
            return Optional.of(operating).filter(p -> p.code().equals(partCode));
        }
        return mission(missionCode).flatMap(m -> m.part(partCode));
    }

    public Stream<Part> allParts() {
        return Stream.concat(Stream.of(operating), missions.stream().flatMap(m -> m.parts().stream()));
    }

    /** Whether every amount of every size is known. */
    public boolean isComplete() {
        return allParts().allMatch(p -> p.rates().values().stream().allMatch(r -> r.amount() != null));
    }

    /** The total of a year with every mission and full results; empty when an amount is unknown. */
    public Optional<Euros> yearlyMaximum(int size) {
        var total = Euros.ZERO;
        for (var part : allParts().toList()) {
            var amount = part.rate(size).amount();
            if (amount == null) {
                return Optional.empty();
            }
            total = total.plus(amount);
        }
        return Optional.of(total);
    }
}
