package fr.maillage.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line to be written.
 *
 * @param community the CPTS in whose timeline it appears, or null
 * @param action what happened, past tense, in English: {@code dossier.deposited}
 * @param sentence the same for people, in French, without the author: « Projet de santé déposé, version 2. »
 * @param personalRead whether the act is a reading of personal data, not a change
 * @param detail facts of the act, as data; no password, no token, no patient
 */
public record Entry(
        Author author,
        Subject subject,
        @Nullable UUID community,
        String action,
        String sentence,
        Audience audience,
        boolean personalRead,
        Map<String, Object> detail) {

    public Entry {
        detail = Map.copyOf(detail);
    }

    public static Entry of(Author author, Subject subject, String action, String sentence) {
        return new Entry(author, subject, null, action, sentence, Audience.EVERYONE, false, Map.of());
    }

    public Entry in(UUID community) {
        return new Entry(author, subject, community, action, sentence, audience, personalRead, detail);
    }

    public Entry with(String fact, Object value) {
        var more = new LinkedHashMap<>(detail);
        more.put(fact, value);
        return new Entry(author, subject, community, action, sentence, audience, personalRead, more);
    }

    public Entry readableBy(Audience narrower) {
        return new Entry(author, subject, community, action, sentence, narrower, personalRead, detail);
    }

    /** Marks a reading of personal data: an export, the file of a person. */
    public Entry asPersonalRead() {
        return new Entry(author, subject, community, action, sentence, audience, true, detail);
    }
}
