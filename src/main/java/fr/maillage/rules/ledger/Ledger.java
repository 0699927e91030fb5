package fr.maillage.rules.ledger;

import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account of a contract on one day. For every line, what was paid plus what is to come minus what is to be returned is
 * what is due less what was withheld; « to come » of a variable part counts once its results are agreed.
 *
 * @param expected every payment, by planned day
 */
public record Ledger(LocalDate on, List<Year> years, List<Expected> expected) {

    /** @param lastDay inclusive */
    public record Year(int number, LocalDate firstDay, LocalDate lastDay, List<Line> lines) {

        public Euros sum(Function<Line, Euros> column) {
            return lines.stream().map(column).reduce(Euros.ZERO, Euros::plus);
        }

        public Stream<Line> fixed() {
            return lines.stream().filter(line -> !line.onResults());
        }

        public Stream<Line> variable() {
            return lines.stream().filter(Line::onResults);
        }

        public Optional<Line> line(PartKey key) {
            return lines.stream()
                    .filter(line -> line.agreed().key().equals(key))
                    .findFirst();
        }
    }

    /**
     * One part in one contract year.
     *
     * @param agreed as the last version of the year says it
     * @param from first day of the year that counts for this part
     * @param ceiling what the year may bring at most
     * @param due what the year brings; the results not agreed yet bring nothing for now
     * @param open whether it is a variable part whose results are not agreed yet
     * @param withheld what a decision took off
     * @param advanced the advance, as received or else as planned
     * @param toCome what is still to be paid, without what open results may bring
     * @param dueInWords how « due » was computed, in French
     */
    public record Line(
            AgreedAmount agreed,
            LocalDate from,
            Euros ceiling,
            Euros due,
            boolean open,
            Euros withheld,
            Euros advanced,
            Euros paid,
            Euros toCome,
            Euros toReturn,
            String dueInWords) {

        public boolean onResults() {
            return agreed.paid() == fr.maillage.rules.aci.Part.Paid.ON_RESULTS;
        }

        /** What open results may still bring. */
        public Euros atMost() {
            return open && ceiling.compareTo(due) > 0 ? ceiling.minus(due) : Euros.ZERO;
        }
    }

    /** Where a payment stands on the day of the ledger. */
    public enum State {
        /** Received in full, or settled by what was received. */
        RECEIVED("Reçu"),
        /** The last day to pay it has passed. */
        LATE("En retard"),
        /** Its planned day has come. */
        AWAITED("Attendu"),
        COMING("À venir");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A payment of the calendar.
     *
     * @param amount what is, or was, to be paid; the most there may be while {@code open}
     * @param open whether the amount hangs on results not agreed yet
     * @param received null while nothing was
     * @param receivedOn last day something was received for it
     * @param arithmetic how the amount was computed, in French
     * @param rule the rule that makes it payable then, in one French sentence
     */
    public record Expected(
            LocalDate planned,
            LocalDate limit,
            int year,
            AgreedAmount agreed,
            Nature nature,
            Euros amount,
            boolean open,
            @Nullable Euros received,
            @Nullable LocalDate receivedOn,
            State state,
            String arithmetic,
            String rule) {}

    public Stream<Line> lines() {
        return years.stream().flatMap(year -> year.lines().stream());
    }

    public Euros sum(Function<Line, Euros> column) {
        return lines().map(column).reduce(Euros.ZERO, Euros::plus);
    }

    public Optional<Year> year(int number) {
        return years.stream().filter(year -> year.number() == number).findFirst();
    }
}
