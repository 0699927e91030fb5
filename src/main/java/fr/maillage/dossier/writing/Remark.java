package fr.maillage.dossier.writing;

import fr.maillage.access.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a section, by the team or by an instructor.
 *
 * @param party the side of its author; anything but CPTS is an instructor's remark
 * @param institution who wrote it, null for the team and for the oldest
 * @param dueOn the day by which an answer is awaited, if one was said
 * @param resolvedBy who marked it settled, null while it is open
 */
public record Remark(
        UUID id,
        String section,
        String author,
        Party party,
        String text,
        Instant writtenAt,
        List<Answer> answers,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable UUID institution,
        @Nullable LocalDate dueOn) {

    public record Answer(String author, Party party, String text, Instant writtenAt) {}

    public Remark {
        answers = List.copyOf(answers);
    }

    /** Whether this institution wrote it; a remark older than this record is of every institution of its side. */
    public boolean isOf(UUID one, Party side) {
        return institution == null ? party == side : institution.equals(one);
    }

    public boolean isOpen() {
        return resolvedAt == null;
    }

    /** Whether an institution waits for a word of the CPTS. */
    public boolean awaitsCpts() {
        return isOpen() && party.instructs() && !answered();
    }

    /** Whether the CPTS has said anything to it. */
    public boolean answered() {
        return answers.stream().anyMatch(answer -> answer.party() == Party.CPTS);
    }
}
