package fr.maillage.project;

import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The forecast budget of one civil year, in whole euros.
 *
 * @param comment the form's « Commentaire »; empty while unwritten
 */
public record Budget(int year, String comment, List<Line> lines, Change change) {

    /** The operating part of the ACI, to which a line belongs when it serves no single mission. */
    public static final String OPERATING = "FONC";

    /**
     * A line of the budget.
     *
     * @param account code of the form's line, see {@link BudgetAccounts}
     * @param label precision in words, empty when the form's own words are enough
     * @param allocation {@link #OPERATING} or the code of a mission
     * @param amount whole euros
     */
    public record Line(UUID id, String account, String label, String allocation, long amount, Change change) {

        public Side side() {
            return BudgetAccounts.sideOf(account);
        }
    }

    /** What is said of a line. */
    public record LineFacts(String account, String label, String allocation, long amount) {}

    /** The sum of a block, whole euros. */
    public long total(Side side) {
        return lines.stream()
                .filter(line -> line.side() == side)
                .mapToLong(Line::amount)
                .sum();
    }

    /** The sum of one line of the form, over all its allocations. */
    public long total(String account) {
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .mapToLong(Line::amount)
                .sum();
    }

    /** Produits minus charges: zero when the budget is balanced. */
    public long gap() {
        return total(Side.PRODUITS) - total(Side.CHARGES);
    }

    /** Account 87 minus account 86: zero when contributions in kind are balanced. */
    public long contributionsGap() {
        return total(Side.CONTRIBUTIONS) - total(Side.EMPLOIS);
    }

    /** Something is written, charges equal produits, and 86 equals 87. */
    public boolean balanced() {
        return total(Side.CHARGES) > 0 && gap() == 0 && contributionsGap() == 0;
    }

    /** Charges by allocation: the operating part, then the missions in the order of the agreement. */
    public Map<String, Long> chargesByAllocation() {
        return lines.stream()
                .filter(line -> line.side() == Side.CHARGES)
                .collect(Collectors.groupingBy(
                        Line::allocation,
                        () -> new TreeMap<>(
                                Comparator.comparingInt(Budget::position).thenComparing(Comparator.naturalOrder())),
                        Collectors.summingLong(Line::amount)));
    }

    /** The French name of an allocation: « Fonctionnement », or the title of the mission. */
    public static String allocationLabel(String code) {
        return code.equals(OPERATING)
                ? "Fonctionnement"
                : Mission.ofCode(code).map(Mission::title).orElse(code);
    }

    private static int position(String allocation) {
        if (allocation.equals(OPERATING)) {
            return -1;
        }
        var index = Mission.codes().indexOf(allocation);
        return index >= 0 ? index : Mission.values().length;
    }
}
