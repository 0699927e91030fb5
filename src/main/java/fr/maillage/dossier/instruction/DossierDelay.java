package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Step;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The legal delay of a deposited projet de santé, as both sides see it.
 *
 * @param delay the delay, counted from the last deposit
 * @param today the day it is looked at
 * @param running whether silence still leads to validation
 */
public record DossierDelay(LegalDelay delay, LocalDate today, boolean running) {

    /** Under this many days left, the delay is shown in red (face.md section 4). */
    static final long SHORT = 10;

    /**
     * The clock of a dossier, or null when there is none: a lettre d’intention, a draft, even one taken up again after an
     * opposition.
     *
     * @param lastDeposit when the version under instruction was deposited
     * @param deemedOn the first day silence is worth validation, as fixed at that deposit
     */
    static @Nullable DossierDelay of(
            Step step, @Nullable Instant lastDeposit, @Nullable LocalDate deemedOn, LocalDate today) {
        if (step == Step.DRAFT || lastDeposit == null || deemedOn == null) {
            return null;
        }
        var delay = LegalDelay.project(Today.dayOf(lastDeposit)).validatingOn(deemedOn);
        boolean stopped = step == Step.TO_COMPLETE && delay.suspension().suspends();
        return new DossierDelay(delay, today, step.underReview() && !stopped);
    }

    /** Days from today to the last day of the delay; zero on that day, negative once over. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, delay.limit());
    }

    public boolean isShort() {
        return running && daysLeft() < SHORT;
    }

    /** « 41 jours restants », for a list. */
    public String left() {
        return French.count(Math.max(daysLeft(), 0), "jour restant", "jours restants");
    }

    /** How many days have gone by since the receipt, today included. */
    public long dayNumber() {
        return ChronoUnit.DAYS.between(delay.receipt(), today) + 1;
    }

    /** Share of the delay elapsed, from 0 to 100, for the bar. */
    public int percentElapsed() {
        long whole = ChronoUnit.DAYS.between(delay.receipt(), delay.deemedValidatedOn());
        long gone = Math.clamp(ChronoUnit.DAYS.between(delay.receipt(), today), 0, whole);
        return (int) (100 * gone / whole);
    }
}
