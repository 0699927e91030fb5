package fr.maillage.contract;

import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.French;

/** What the form of a receipt says beside each line. */
public final class ReceiptWords {

    private ReceiptWords() {}

    public static String help(Ledger.Expected payment) {
        if (payment.amount().isZero()) {
            return "Trop versé\u00A0: " + payment.arithmetic()
                    + ". Ce que vous remboursez s’écrit avec un signe moins, et son motif plus bas.";
        }
        return (payment.open() ? "Au plus " : "Attendu\u00A0: ") + French.amount(payment.amount())
                + ", au plus tard le " + French.date(payment.limit()) + ". " + payment.arithmetic() + ".";
    }
}
