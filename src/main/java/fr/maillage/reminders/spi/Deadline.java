package fr.maillage.reminders.spi;

import fr.maillage.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day by which something is awaited in a CPTS.
 *
 * @param code the same for the same thing whatever its day, unique in the CPTS: {@code dossier:CPTS-2026-0001:avis}
 * @param label what is awaited; goes into agendas and e-mails, so it names no person
 * @param day the last day
 * @param done whether it was met, or no longer has to be
 * @param rule one sentence: why that day
 * @param source where the rule is written, or who set the day
 * @param page where it is met, after {@code /cpts/{slug}}
 * @param institutionPage where an institution reads it, after {@code /institutions/{slug}}, empty when it has no page
 *     there; null when institutions may not see it
 */
public record Deadline(
        String code,
        DeadlineKind kind,
        String label,
        LocalDate day,
        boolean done,
        String rule,
        Source source,
        String page,
        @Nullable String institutionPage) {

    public Deadline {
        if (code.isBlank() || label.isBlank() || rule.isBlank()) {
            throw new IllegalArgumentException("a deadline says what it is and why: " + code);
        }
    }

    /** A deadline of the CPTS alone. */
    public static Deadline ofTeam(
            String code,
            DeadlineKind kind,
            String label,
            LocalDate day,
            boolean done,
            String rule,
            Source source,
            String page) {
        return new Deadline(code, kind, label, day, done, rule, source, page, null);
    }

    /** The same deadline, seen by the institutions of the CPTS too. */
    public Deadline forInstitutions(String page) {
        return new Deadline(code, kind, label, day, done, rule, source, this.page, page);
    }

    /** How it stands on a day; that very day it can still be met. */
    public DeadlineState on(LocalDate today) {
        return done ? DeadlineState.DONE : day.isBefore(today) ? DeadlineState.PASSED : DeadlineState.COMING;
    }
}
