package fr.maillage.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** « Aujourd’hui, 20ᵉ jour »: the day after the receipt is the first. */
    public long dayNumber() {
        return ChronoUnit.DAYS.between(received, today);
    }

    public boolean isUrgent() {
        return outcome == null && suspendedFrom == null && daysLeft() < 10;
    }

    /** Position of a day on the bar, from 0 to 1000. */
    public long position(LocalDate day) {
        var whole = ChronoUnit.DAYS.between(received, limit);
        if (whole <= 0) {
            return 1000;
        }
        return Math.clamp(1000 * ChronoUnit.DAYS.between(received, day) / whole, 0L, 1000L);
    }
}
