package fr.maillage.project;

import fr.maillage.project.Budget.Line;
import fr.maillage.project.Budget.Nature;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A charge that comes back every year and leans on money that does not: the FIR helps a project to begin, it does not
 * last (guide of the ARS Auvergne-Rhône-Alpes, annex 4, 3.2).
 *
 * @param line the charge, or null when it is the year as a whole
 * @param amount whole euros that lean on it
 * @param reason a French sentence
 * @param remedy what to do, in French
 */
public record BudgetFlag(int year, @Nullable Line line, long amount, String reason, String remedy) {

    private static final String LAST = "Dites qui prendra la suite, choisissez un financement qui dure,"
            + " ou dites que la charge est ponctuelle si elle s’arrête avec lui.";

    /** What of a year leans on money that ends: line by line where the funder is named, then as a whole. */
    public static List<BudgetFlag> of(Budget budget) {
        var flags = new ArrayList<BudgetFlag>();
        budget.lines().stream()
                .filter(line -> line.side() == Side.CHARGES && line.nature() == Nature.RECURRING)
                .map(line -> of(budget, line))
                .filter(Objects::nonNull)
                .forEach(flags::add);
        var whole = ofTheYear(budget);
        if (whole != null) {
            flags.add(whole);
        }
        return flags;
    }

    private static @Nullable BudgetFlag of(Budget budget, Line line) {
        var funder = line.facts().funder();
        if (funder == null) {
            return null;
        }
        var name = BudgetAccounts.line(funder).map(BudgetAccounts.Line::label).orElse(funder);
        var paid = budget.of(funder);
        if (paid.isEmpty()) {
            return new BudgetFlag(
                    budget.year(),
                    line,
                    line.amount(),
                    "Cette charge est dite financée par « " + name + " », qui n’apporte rien en " + budget.year() + ".",
                    "Écrivez le produit attendu, ou choisissez un autre financement.");
        }
        return paid.stream().allMatch(income -> income.nature() == Nature.ONE_OFF)
                ? new BudgetFlag(
                        budget.year(),
                        line,
                        line.amount(),
                        "Cette charge revient chaque année et « " + name + " » est un financement ponctuel.",
                        LAST)
                : null;
    }

    /** Recurring charges beyond the income that lasts; an income of unknown nature is taken to last. */
    private static @Nullable BudgetFlag ofTheYear(Budget budget) {
        long recurring = sum(budget, Side.CHARGES, Nature.RECURRING);
        long ending = sum(budget, Side.PRODUITS, Nature.ONE_OFF);
        long leaning = Math.min(ending, recurring - (budget.total(Side.PRODUITS) - ending));
        return leaning <= 0
                ? null
                : new BudgetFlag(
                        budget.year(),
                        null,
                        leaning,
                        euros(leaning) + " de charges reconductibles reposent en " + budget.year()
                                + " sur des financements ponctuels (" + euros(ending) + ", dont ceux du FIR).",
                        "Prévoyez dès maintenant ce qui les remplacera" + French.NBSP
                                + ": accord conventionnel, collectivités, cotisations" + French.NNBSP
                                + "; ou réduisez ces charges les années suivantes.");
    }

    private static long sum(Budget budget, Side side, Nature nature) {
        return budget.lines().stream()
                .filter(line -> line.side() == side && line.nature() == nature)
                .mapToLong(Line::amount)
                .sum();
    }

    private static String euros(long amount) {
        return French.number(amount) + French.NBSP + "€";
    }
}
