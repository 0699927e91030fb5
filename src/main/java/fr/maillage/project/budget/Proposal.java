package fr.maillage.project.budget;

import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that the team may take over, never written before it says so.
 *
 * @param code what the button sends
 * @param account the form's line that it is about
 * @param words what the money is and on what condition it comes, one French sentence each
 * @param lines with their amounts, empty when no text says an amount
 * @param from first day of the text that the amounts come from, or null
 * @param address of the computation, or null
 */
public record Proposal(
        String code,
        String account,
        String title,
        List<String> words,
        List<LineFacts> lines,
        Source source,
        @Nullable LocalDate from,
        @Nullable String address) {

    public long total() {
        return lines.stream().mapToLong(LineFacts::amount).sum();
    }

    /** « Montants du barème de l’ACI du 20 juin 2019, en vigueur depuis le 20 juin 2019 ». */
    public String provenance() {
        return from == null ? source.title() : source.title() + " ; depuis le " + French.date(from);
    }

    /** Whether the budget has nothing of this funder: what is there already is never doubled. */
    boolean useful(Budget budget) {
        return budget.of(account).isEmpty();
    }

    public String amountInWords() {
        return French.number(total()) + French.NBSP + "€";
    }
}
