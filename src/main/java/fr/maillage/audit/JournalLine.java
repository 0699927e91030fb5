package fr.maillage.audit;

import java.time.Instant;
import java.util.Map;

/** A line as it was written. */
public record JournalLine(long id, Instant at, Entry entry) {

    public String authorName() {
        return entry.author().name();
    }

    public String sentence() {
        return entry.sentence();
    }

    public String action() {
        return entry.action();
    }

    public Map<String, Object> detail() {
        return entry.detail();
    }
}
