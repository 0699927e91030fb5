package fr.maillage.contract;

import fr.maillage.documents.Workbook;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The account of a signed contract, one year at a time, for the CPTS and for the institutions that follow it. */
@Component
public class LedgerPages {

    private final Ledgers ledgers;
    private final MissionStarts starts;

    LedgerPages(Ledgers ledgers, MissionStarts starts) {
        this.ledgers = ledgers;
        this.starts = starts;
    }

    /**
     * @param address of the page, without its query
     * @param wanted number of a year; null for the year that today belongs to
     * @param calculation code of the payment whose arithmetic is shown; null for the next one
     * @throws NotFound when the contract has no such year
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LedgerPage of(String address, Contract contract, @Nullable Integer wanted, @Nullable String calculation) {
        var ledger = ledgers.of(contract);
        var number = wanted == null ? contract.yearOf(ledger.on()) : wanted;
        var year = ledger.year(number).orElseThrow(() -> new NotFound("year " + number + " of " + contract.number()));
        var payments = ledger.expected().stream()
                .filter(payment -> payment.year() == number)
                .toList();
        var chosen = payments.stream()
                .filter(payment -> LedgerPage.code(payment).equals(calculation))
                .findFirst()
                .or(() -> payments.stream()
                        .filter(payment -> payment.state() != Ledger.State.RECEIVED)
                        .findFirst())
                .or(() -> payments.stream().findFirst())
                .orElse(null);
        return new LedgerPage(
                address, contract, ledger, year, chosen, Risk.of(contract, ledger, starts.confirmed(contract.id())));
    }

    /** The same account, whole, as a workbook. */
    public Workbook workbook(Contract contract) {
        return LedgerSheet.of(contract, ledgers.of(contract));
    }
}
