package fr.maillage.region;

import fr.maillage.community.CommunityId;
import fr.maillage.contract.FollowedContracts;
import fr.maillage.region.PortfolioRow.PortfolioMoney;
import fr.maillage.reminders.Deadlines;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineState;
import fr.maillage.review.YearFile;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Today;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the lines of a portfolio what the chosen columns show, and nothing that none shows. */
@Service
class PortfolioRows {

    private final FollowedContracts followed;
    private final ContractAccounts accounts;
    private final Deadlines deadlines;
    private final JdbcClient db;
    private final Today today;

    PortfolioRows(
            FollowedContracts followed, ContractAccounts accounts, Deadlines deadlines, JdbcClient db, Today today) {
        this.followed = followed;
        this.accounts = accounts;
        this.deadlines = deadlines;
        this.db = db;
        this.today = today;
    }

    /** @param lines found through the scope of the reader */
    @Transactional(readOnly = true)
    List<PortfolioRow> of(List<Portfolio.Line> lines, Collection<PortfolioColumn> columns) {
        var money = PortfolioColumn.needAccounts(columns) ? money(lines) : Map.<String, PortfolioMoney>of();
        var participants =
                columns.contains(PortfolioColumn.PARTICIPANTS) ? participants(lines) : Map.<CommunityId, Integer>of();
        var known = PortfolioColumn.needDeadlines(columns)
                ? deadlines.seenByInstitutions(
                        lines.stream().map(Portfolio.Line::id).toList())
                : Map.<CommunityId, List<Deadline>>of();
        return lines.stream()
                .map(line -> {
                    var awaited = known.getOrDefault(line.id(), List.of());
                    return new PortfolioRow(
                            line,
                            line.contract() == null ? null : money.get(line.contract()),
                            participants.getOrDefault(line.id(), 0),
                            next(awaited),
                            (int) count(awaited));
                })
                .toList();
    }

    private @Nullable Deadline next(List<Deadline> awaited) {
        return awaited.stream()
                .filter(deadline -> deadline.on(today.day()) == DeadlineState.COMING)
                .findFirst()
                .orElse(null);
    }

    private long count(List<Deadline> awaited) {
        return awaited.stream()
                .filter(deadline -> deadline.on(today.day()) == DeadlineState.PASSED)
                .count();
    }

    /** Of the contracts that run: those that ended have their account on their own page. */
    private Map<String, PortfolioMoney> money(List<Portfolio.Line> lines) {
        var running = lines.stream()
                .filter(line -> line.contract() != null && line.year() != null)
                .map(Portfolio.Line::contract)
                .toList();
        var money = new HashMap<String, PortfolioMoney>();
        for (var account : accounts.of(followed.numbered(running))) {
            var year = account.year();
            money.put(
                    account.contract().number(),
                    new PortfolioMoney(
                            year.sum(Ledger.Line::due),
                            year.sum(Ledger.Line::paid),
                            year.sum(Ledger.Line::toCome),
                            account.ledger().sum(Ledger.Line::toReturn),
                            YearFile.sum(account.unspent().values().stream()
                                    .map(envelope -> envelope.left())
                                    .toList())));
        }
        return money;
    }

    private Map<CommunityId, Integer> participants(List<Portfolio.Line> lines) {
        var counts = new HashMap<CommunityId, Integer>();
        db.sql("""
                        select community_id, count(*) as n from community.participant
                        where community_id = any(?) and archived_at is null group by community_id
                        """)
                .param(lines.stream().map(line -> line.id().value()).toArray(UUID[]::new))
                .query((rs, _) -> counts.put(new CommunityId(rs.getObject("community_id", UUID.class)), rs.getInt("n")))
                .list();
        return counts;
    }
}
