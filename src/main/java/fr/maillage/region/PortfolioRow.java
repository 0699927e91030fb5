package fr.maillage.region;

import fr.maillage.reminders.spi.Deadline;
import fr.maillage.shared.Euros;
import org.jspecify.annotations.Nullable;

/**
 * A CPTS with what the chosen columns show of it; what no column asked for is null.
 *
 * @param money of the year of its contract, null without a contract that runs
 * @param next the first deadline to come
 * @param passed how many deadlines were not met
 */
public record PortfolioRow(
        Portfolio.Line line,
        @Nullable PortfolioMoney money,
        @Nullable Integer participants,
        @Nullable Deadline next,
        @Nullable Integer passed) {

    /** @param unspent received of the contract since it began and not spent */
    public record PortfolioMoney(Euros due, Euros paid, Euros toCome, Euros toReturn, Euros unspent) {}
}
