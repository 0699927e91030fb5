package fr.maillage.funds;

import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.Ledgers;
import fr.maillage.contract.Receipts;
import fr.maillage.funds.spi.FundUses;
import fr.maillage.shared.Today;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the pages of the register show. */
@Service
class FundPages {

    private final Fundings fundings;
    private final Contracts contracts;
    private final Ledgers ledgers;
    private final Receipts receipts;
    private final List<FundUses> uses;
    private final Today today;

    FundPages(
            Fundings fundings,
            Contracts contracts,
            Ledgers ledgers,
            Receipts receipts,
            List<FundUses> uses,
            Today today) {
        this.fundings = fundings;
        this.contracts = contracts;
        this.ledgers = ledgers;
        this.receipts = receipts;
        this.uses = List.copyOf(uses);
        this.today = today;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FundOverview overview(CommunityView view) {
        return FundOverview.of(
                contracts.of(view.id()).stream()
                        .filter(each -> each.state() != Contract.State.DRAFT)
                        .map(each -> FundOverview.FromContract.of(each, ledgers.of(each)))
                        .toList(),
                receipts.byCivilYear(view.id()),
                fundings.of(view.id()));
    }

    @Transactional(readOnly = true)
    public FundingPage of(CommunityView view, Funding funding) {
        return new FundingPage(
                funding,
                uses.stream()
                        .flatMap(each -> each.of(view.id()).stream())
                        .filter(use -> use.funding().equals(funding.id()))
                        .toList(),
                today.day());
    }
}
