package fr.maillage.funds;

import fr.maillage.contract.Contract;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that pays a CPTS, contracts and grants together.
 *
 * @param contracts signed ones, with their account of today
 * @param kinds of funders that paid something, in the order of {@code rules/funders.yaml}
 * @param years civil years, newest first
 */
public record FundOverview(List<FromContract> contracts, List<FunderKind> kinds, List<Year> years) {

    /** What the account of a contract says. */
    public record FromContract(Contract contract, Euros due, Euros paid, Euros toReturn) {

        static FromContract of(Contract contract, Ledger ledger) {
            return new FromContract(
                    contract,
                    ledger.sum(Ledger.Line::due),
                    ledger.sum(Ledger.Line::paid),
                    ledger.sum(Ledger.Line::toReturn));
        }
    }

    /**
     * What a civil year received.
     *
     * @param others by the code of the kind of funder
     */
    public record Year(int number, Euros contract, Map<String, Euros> others) {

        public Euros of(FunderKind kind) {
            return others.getOrDefault(kind.code(), Euros.ZERO);
        }

        public Euros total() {
            return contract.plus(Funding.sum(List.copyOf(others.values())));
        }
    }

    static FundOverview of(List<FromContract> contracts, Map<Integer, Euros> fromContracts, List<Funding> fundings) {
        var byYear = new TreeMap<Integer, Map<String, Euros>>();
        for (var funding : fundings) {
            for (var receipt : funding.receipts()) {
                if (receipt.counts()) {
                    byYear.computeIfAbsent(receipt.day().getYear(), _ -> new TreeMap<>())
                            .merge(funding.facts().kind().code(), receipt.amount(), Euros::plus);
                }
            }
        }
        var numbers = new TreeSet<>(byYear.keySet());
        numbers.addAll(fromContracts.keySet());
        var years = new ArrayList<Year>();
        for (int number : numbers.descendingSet()) {
            years.add(new Year(
                    number, fromContracts.getOrDefault(number, Euros.ZERO), byYear.getOrDefault(number, Map.of())));
        }
        var used = fundings.stream()
                .map(funding -> funding.facts().kind())
                .collect(Collectors.toMap(FunderKind::code, Function.identity(), (one, _) -> one, TreeMap::new));
        return new FundOverview(
                contracts,
                used.values().stream()
                        .filter(kind ->
                                years.stream().anyMatch(year -> !year.of(kind).isZero()))
                        .toList(),
                years);
    }

    /** Width of a share of a year's bar, in thousandths of the greatest year. */
    public int share(Euros amount) {
        var most = years.stream().map(Year::total).reduce(Euros.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        return most.value().signum() <= 0 || amount.value().signum() <= 0
                ? 0
                : amount.value()
                        .multiply(java.math.BigDecimal.valueOf(1000))
                        .divide(most.value(), 0, java.math.RoundingMode.HALF_UP)
                        .intValue();
    }
}
