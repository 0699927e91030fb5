package fr.maillage.project;

import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forecast budget of one civil year, in whole euros.
 *
 * @param comment the form's « Commentaire »; empty while unwritten
 */
public record Budget(int year, String comment, List<Line> lines, Change change) {

    /** The operating part of the ACI, to which a line belongs when it serves no single mission. */
    public static final String OPERATING = "FONC";

    /** Whether a charge or an income comes back every year. */
    public enum Nature {
        RECURRING("Reconductible"),
        ONE_OFF("Ponctuelle");

        private final String label;

        Nature(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A line of the budget, as it is stored. */
    public record Line(UUID id, LineFacts facts, Change change) {

        public String account() {
            return facts.account;
        }

        public String label() {
            return facts.label;
        }

        public String allocation() {
            return facts.allocation;
        }

        public long amount() {
            return facts.amount;
        }

        public Side side() {
            return BudgetAccounts.sideOf(facts.account);
        }

        /** What the team said, else the usual nature of the form's line; null when neither is known. */
        public @Nullable Nature nature() {
            return facts.nature == null ? BudgetAccounts.usualNature(facts.account) : facts.nature;
        }
    }

    /**
     * What is said of a line.
     *
     * @param account code of the form's line, see {@link BudgetAccounts}
     * @param label precision in words, empty when the form's own words are enough
     * @param allocation {@link #OPERATING} or the code of a mission
     * @param action the one it pays for, or null
     * @param nature null while nobody said
     * @param funder of a charge: code of the form's line of the income that pays for it, or null
     * @param comment empty while unwritten
     * @param amount whole euros
     */
    public record LineFacts(
            String account,
            String label,
            String allocation,
            @Nullable ActionId action,
            @Nullable Nature nature,
            @Nullable String funder,
            String comment,
            long amount) {

        /** An amount with nothing more said of it. */
        public LineFacts(String account, String label, String allocation, long amount) {
            this(account, label, allocation, null, null, null, "", amount);
        }

        public LineFacts withAmount(long other) {
            return new LineFacts(account, label, allocation, action, nature, funder, comment, other);
        }
    }

    /** The budget of a year of which nothing is written yet; no version of it is stored. */
    public static Budget empty(int year) {
        return new Budget(year, "", List.of(), new Change(-1, Instant.EPOCH, ""));
    }

    /** The sum of a block, whole euros. */
    public long total(Side side) {
        return lines.stream()
                .filter(line -> line.side() == side)
                .mapToLong(Line::amount)
                .sum();
    }

    /** The sum of an account of the form, with all its lines. */
    public long total(BudgetAccounts.Group group) {
        return group.lines().stream().mapToLong(line -> total(line.code())).sum();
    }

    /** The sum of one line of the form, over all its allocations. */
    public long total(String account) {
        return of(account).stream().mapToLong(Line::amount).sum();
    }

    /** What is written on one line of the form. */
    public List<Line> of(String account) {
        return lines.stream().filter(line -> line.account().equals(account)).toList();
    }

    /** The lines that pay for an action, or that an income gives to it. */
    public List<Line> of(ActionId action) {
        return lines.stream()
                .filter(line -> action.equals(line.facts().action()))
                .toList();
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

    /** What keeps the budget from being balanced, in French sentences; empty when it is. */
    public List<String> imbalances() {
        var sentences = new ArrayList<String>();
        if (gap() != 0) {
            sentences.add(
                    (gap() > 0 ? "Les produits dépassent les charges de " : "Les charges dépassent les produits de ")
                            + euros(Math.abs(gap())) + ".");
        } else if (total(Side.CHARGES) == 0) {
            sentences.add("Aucune charge ni aucun produit n’est écrit.");
        }
        if (contributionsGap() != 0) {
            sentences.add("Les comptes 86 et 87 diffèrent de " + euros(Math.abs(contributionsGap())) + French.NBSP
                    + ": ce qui est apporté en nature est aussi ce qui est employé.");
        }
        return sentences;
    }

    /** Charges by allocation: the operating part, then the missions in the order of the agreement. */
    public Map<String, Long> chargesByAllocation() {
        return byAllocation(Side.CHARGES);
    }

    /** A block by allocation, in the same order. */
    public Map<String, Long> byAllocation(Side side) {
        return lines.stream()
                .filter(line -> line.side() == side)
                .collect(Collectors.groupingBy(
                        Line::allocation,
                        () -> new TreeMap<>(
                                Comparator.comparingInt(Budget::position).thenComparing(Comparator.naturalOrder())),
                        Collectors.summingLong(Line::amount)));
    }

    /** Charges of an action, whole euros. */
    public long charges(ActionId action) {
        return of(action).stream()
                .filter(line -> line.side() == Side.CHARGES)
                .mapToLong(Line::amount)
                .sum();
    }

    /** The same text for the same lines in the same versions: tells whether anybody changed a budget meanwhile. */
    public static String state(List<Budget> budgets) {
        var lines = budgets.stream()
                .flatMap(budget ->
                        budget.lines.stream().map(line -> budget.year + " " + line.id + " " + line.change.version()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(lines.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The French name of an allocation: « Fonctionnement », or the title of the mission. */
    public static String allocationLabel(String code) {
        return code.equals(OPERATING)
                ? "Fonctionnement"
                : Mission.ofCode(code).map(Mission::title).orElse(code);
    }

    private static String euros(long amount) {
        return French.number(amount) + French.NBSP + "€";
    }

    private static int position(String allocation) {
        if (allocation.equals(OPERATING)) {
            return -1;
        }
        var index = Mission.codes().indexOf(allocation);
        return index >= 0 ? index : Mission.values().length;
    }
}
