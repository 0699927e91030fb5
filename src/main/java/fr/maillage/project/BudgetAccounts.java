package fr.maillage.project;

import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines that the budget form of the ARS asks for, from {@code rules/budget-accounts.yaml}. */
public final class BudgetAccounts {

    /** The four blocks of the form; contributions in kind are outside the result. */
    public enum Side {
        CHARGES,
        PRODUITS,
        EMPLOIS,
        CONTRIBUTIONS
    }

    /** @param title in French, as a heading of the table */
    public record Block(Side side, String title, List<Group> groups) {}

    /** @param account two digits of the plan of accounts, or a code of the form for indirect charges */
    public record Group(String account, String title, List<Line> lines) {

        /** {@code 60 · Achats}; indirect charges have no number. */
        public String heading() {
            return account.chars().allMatch(Character::isDigit) ? account + " · " + title : title;
        }
    }

    /**
     * @param code stored with each line of a budget
     * @param detail asks for a precision in words, for instance which commune
     * @param nature whether it usually comes back every year; null when nothing can be said before the team does
     */
    public record Line(String code, String label, boolean detail, Budget.@Nullable Nature nature) {}

    private record Rounding(String text, Source source) {}

    /**
     * What the law asks of whoever receives much public money.
     *
     * @param threshold whole euros of a year
     * @param except lines of account 74 that are not public
     * @param doubt what the texts leave open
     */
    public record Audit(long threshold, List<String> except, String text, String doubt, Source source) {

        /** The public subsidies of a year, in whole euros. */
        public long subsidies(Budget budget) {
            return budget.lines().stream()
                    .filter(line -> line.account().startsWith("P74_") && !except.contains(line.account()))
                    .mapToLong(Budget.Line::amount)
                    .sum();
        }

        public boolean reached(Budget budget) {
            return subsidies(budget) >= threshold;
        }
    }

    private record File(Source source, Rounding rounding, Rounding lasting, Audit audit, List<Block> sides) {}

    private static final File FILE = Shipped.yaml("/rules/budget-accounts.yaml", File.class);

    private static final Map<String, Line> LINES = FILE.sides.stream()
            .flatMap(block -> block.groups().stream())
            .flatMap(group -> group.lines().stream())
            .collect(Collectors.toUnmodifiableMap(Line::code, Function.identity()));

    private static final Map<String, Side> SIDES = FILE.sides.stream()
            .flatMap(block -> block.groups().stream()
                    .flatMap(group -> group.lines().stream())
                    .map(line -> Map.entry(line.code(), block.side())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private BudgetAccounts() {}

    public static Audit audit() {
        return FILE.audit;
    }

    /** The whole form, in its order. */
    public static List<Block> blocks() {
        return FILE.sides;
    }

    /** One block of the form. */
    public static Block block(Side side) {
        return FILE.sides.stream()
                .filter(block -> block.side() == side)
                .findFirst()
                .orElseThrow();
    }

    public static Optional<Line> line(String code) {
        return Optional.ofNullable(LINES.get(code));
    }

    /** @throws IllegalArgumentException when no line has this code */
    public static Side sideOf(String code) {
        var side = SIDES.get(code);
        if (side == null) {
            throw new IllegalArgumentException("no budget line " + code);
        }
        return side;
    }

    /** Whether a line of the form usually comes back every year; null when it depends. */
    public static Budget.@Nullable Nature usualNature(String code) {
        var line = LINES.get(code);
        return line == null ? null : line.nature();
    }

    /** Which charges must not lean on money that ends, and where it is said. */
    public static String lastingRule() {
        return FILE.lasting.text;
    }

    public static Source lastingSource() {
        return FILE.lasting.source;
    }

    /** Where the lines come from. */
    public static Source source() {
        return FILE.source;
    }

    /** The rule on cents, as printed under a budget, and where it comes from. */
    public static String roundingRule() {
        return FILE.rounding.text;
    }

    public static Source roundingSource() {
        return FILE.rounding.source;
    }
}
