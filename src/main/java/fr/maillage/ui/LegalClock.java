package fr.maillage.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The legal delay of a dossier, drawn as a bar.
 *
 * @param received the day of receipt
 * @param today the day of the page
 * @param limit the last day on which an opposition may be notified
 * @param marks meetings and other dates between the two
 * @param suspendedFrom since when the delay does not run, or null
 * @param rule the rule in one or two sentences, as printed under the bar
 * @param ruleHref where to read it, or null
 * @param outcome what ended the delay: « Réputé validé le 3 janvier 2027 », or null while it runs
 */
public record LegalClock(
        LocalDate received,
        LocalDate today,
        LocalDate limit,
        List<Mark> marks,
        @Nullable LocalDate suspendedFrom,
        String rule,
        @Nullable String ruleHref,
        @Nullable String outcome) {

    /** A dated event on the bar: « ECD », « CTR ». */
    public record Mark(String name, LocalDate day) {}

    /** Days from today to the limit; negative once it is past. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, limit);
    }

    /** « 20ᵉ jour »: the day after the receipt is the first. */
    public String dayInWords() {
        var number = ChronoUnit.DAYS.between(received, today);
        if (number <= 0) {
            return "jour de la réception";
        }
        return (number == 1 ? "1ᵉʳ" : number + "ᵉ") + " jour";
    }

    public boolean isUrgent() {
        return outcome == null && suspendedFrom == null && daysLeft() < 10;
    }

    public boolean isRunning() {
        return outcome == null && daysLeft() >= 0;
    }

    /** Position of a day on the bar, in percents of its length: {@code 33.3%}. */
    public String at(LocalDate day) {
        var thousandths = thousandths(day);
        return thousandths / 10 + "." + thousandths % 10 + "%";
    }

    /** How far the bar is filled: to today, or to the day the delay stopped. */
    public LocalDate filledTo() {
        return suspendedFrom == null ? today : suspendedFrom;
    }

    /** The marks whose words have room under the bar, between those of its two ends. */
    public List<Mark> namedMarks() {
        var named = new ArrayList<Mark>();
        var last = 80L;
        for (var mark : marks) {
            var position = thousandths(mark.day());
            if (position - last >= 130 && position <= 780) {
                named.add(mark);
                last = position;
            }
        }
        return named;
    }

    /** Where the word over the bar is anchored, so that it stays inside: at its start, middle or end. */
    public String anchor(LocalDate day) {
        var position = thousandths(day);
        return position < 300 ? "start" : position > 700 ? "end" : "middle";
    }

    private long thousandths(LocalDate day) {
        var whole = ChronoUnit.DAYS.between(received, limit);
        return whole <= 0 ? 1000 : Math.clamp(1000 * ChronoUnit.DAYS.between(received, day) / whole, 0L, 1000L);
    }
}
