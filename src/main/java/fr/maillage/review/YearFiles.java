package fr.maillage.review;

import fr.maillage.community.Participants;
import fr.maillage.community.Perimeters;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Ledgers;
import fr.maillage.funds.Fundings;
import fr.maillage.indicators.FactRegistry;
import fr.maillage.indicators.IndicatorValues;
import fr.maillage.indicators.spi.Period;
import fr.maillage.project.Action;
import fr.maillage.project.Projects;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the file of a year together from what the modules recorded. */
@Service
public class YearFiles {

    private final JdbcClient db;
    private final YearlyReviews reviews;
    private final Ledgers ledgers;
    private final Projects projects;
    private final Participants participants;
    private final Perimeters perimeters;
    private final Spendings spendings;
    private final Transfers transfers;
    private final Fundings fundings;
    private final FactRegistry facts;
    private final IndicatorValues values;
    private final Today today;

    YearFiles(
            JdbcClient db,
            YearlyReviews reviews,
            Ledgers ledgers,
            Projects projects,
            Participants participants,
            Perimeters perimeters,
            Spendings spendings,
            Transfers transfers,
            Fundings fundings,
            FactRegistry facts,
            IndicatorValues values,
            Today today) {
        this.db = db;
        this.reviews = reviews;
        this.ledgers = ledgers;
        this.projects = projects;
        this.participants = participants;
        this.perimeters = perimeters;
        this.spendings = spendings;
        this.transfers = transfers;
        this.fundings = fundings;
        this.facts = facts;
        this.values = values;
        this.today = today;
    }

    /** @throws NotFound when the contract has no such year */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearFile of(Contract contract, int year) {
        var ledger = ledgers.of(contract);
        var account = ledger.year(year).orElseThrow(() -> new NotFound("year " + year + " of " + contract.number()));
        var review = reviews.of(contract, year).orElse(null);
        var project = projects.of(contract.community());
        var last = today.day().isBefore(account.lastDay()) ? today.day() : account.lastDay();
        var moves = transfers.of(contract);
        var spent = spendings.of(contract, year);
        return new YearFile(
                contract,
                year,
                account,
                ledger.expected().stream()
                        .filter(payment -> payment.year() == year)
                        .toList(),
                review,
                review == null ? new Outturn(List.of()) : Outturn.of(review, account, decided(review, "EARNED")),
                project.actions().stream()
                        .filter(action -> runsIn(action, account))
                        .sorted(Comparator.comparing(Action::number))
                        .toList(),
                participants.of(contract.community()).size(),
                perimeters.versions(contract.community()).stream()
                        .filter(version -> {
                            var day = LocalDate.ofInstant(version.since(), Today.PARIS);
                            return !day.isBefore(account.firstDay()) && !day.isAfter(account.lastDay());
                        })
                        .toList(),
                spent,
                moves.stream().filter(move -> move.year() == year).toList(),
                Unspent.of(ledger, year, spendings.sums(contract), moves),
                grants(contract, account, spent),
                today.day().isBefore(account.firstDay())
                        ? List.of()
                        : facts.of(contract.community(), new Period(account.firstDay(), last)),
                values.endingIn(contract.community(), new Period(account.firstDay(), account.lastDay())),
                today.day());
    }

    private List<YearFile.Grant> grants(Contract contract, Ledger.Year year, List<Spendings.Spending> spent) {
        return fundings.of(contract.community()).stream()
                .map(funding -> new YearFile.Grant(
                        funding,
                        funding.received(year.firstDay(), year.lastDay()),
                        YearFile.sum(spent.stream()
                                .filter(spending -> funding.id().equals(spending.funding()))
                                .map(Spendings.Spending::amount)
                                .toList())))
                .filter(grant -> !grant.spent().isZero()
                        || !grant.funding().archived() && grant.funding().runsIn(year.firstDay(), year.lastDay()))
                .toList();
    }

    private static boolean runsIn(Action action, Ledger.Year year) {
        var from = action.facts().startsOn();
        var to = action.facts().endsOn();
        return (from == null || !from.isAfter(year.lastDay())) && (to == null || !to.isBefore(year.firstDay()));
    }

    LocalDate today() {
        return today.day();
    }

    /** The amounts typed for parts without lines, or withheld from fixed parts. */
    Map<PartKey, Outturn.Decided> decided(YearlyReview review, String kind) {
        var decided = new HashMap<PartKey, Outturn.Decided>();
        db.sql("select * from review.decided where review_id = ? and kind = ?")
                .params(review.id(), kind)
                .query((rs, _) -> decided.put(
                        new PartKey(
                                rs.getString("mission").isEmpty() ? null : rs.getString("mission"),
                                rs.getString("part")),
                        new Outturn.Decided(
                                new fr.maillage.shared.Euros(rs.getBigDecimal("amount")), rs.getString("reason"))))
                .list();
        return decided;
    }
}
