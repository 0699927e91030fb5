package fr.maillage.contract;

import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calendar year beside the contract year: the accounts of an association run from January to December, the contract from
 * an anniversary to the next. What is still expected counts on its latest day.
 */
public final class CivilYears {

    /**
     * @param byContractYear what was received for each year of the contract
     * @param expected certain payments still awaited, results not agreed left out
     */
    public record Row(int year, Map<Integer, Euros> byContractYear, Euros received, Euros expected) {}

    private CivilYears() {}

    static List<Row> of(LocalDate effect, Ledger ledger) {
        var rows = new TreeMap<Integer, Row>();
        for (var payment : ledger.expected()) {
            var received = payment.received();
            if (received != null && payment.receivedOn() != null) {
                add(rows, payment.receivedOn().getYear(), payment.year(), received, Euros.ZERO);
            } else if (!payment.open() && !payment.amount().isZero()) {
                var day = payment.limit().isBefore(ledger.on()) ? ledger.on() : payment.limit();
                add(rows, day.getYear(), payment.year(), Euros.ZERO, payment.amount());
            }
        }
        rows.putIfAbsent(effect.getYear(), new Row(effect.getYear(), Map.of(), Euros.ZERO, Euros.ZERO));
        return List.copyOf(rows.values());
    }

    private static void add(Map<Integer, Row> rows, int year, int contractYear, Euros received, Euros expected) {
        var row = rows.getOrDefault(year, new Row(year, Map.of(), Euros.ZERO, Euros.ZERO));
        var split = new TreeMap<>(row.byContractYear());
        if (!received.isZero()) {
            split.merge(contractYear, received, Euros::plus);
        }
        rows.put(
                year,
                new Row(
                        year,
                        split,
                        row.received().plus(received),
                        row.expected().plus(expected)));
    }
}
