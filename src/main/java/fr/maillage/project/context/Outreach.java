package fr.maillage.project.context;

import fr.maillage.community.ParticipantCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time when people were told of the project (« information »).
 *
 * @param audience profession or kind of structure; null when words alone say who they are
 * @param audienceWords who they are, or which of them; may be empty beside an audience
 * @param informed how many; null while unknown, which is not zero
 * @param content what was said
 * @param proof where it can be seen: a list of recipients, minutes
 */
public record Outreach(
        @Nullable ParticipantCategory audience,
        String audienceWords,
        LocalDate on,
        ContextLists.Item means,
        @Nullable Integer informed,
        String content,
        String proof) {

    /** People met: a row of the calendar of the project. */
    public boolean isMeeting() {
        return means.code().equals(ContextLists.MEETING);
    }

    /** « Soins infirmiers, cabinets du Larzac ». */
    public String whom() {
        if (audience == null) {
            return audienceWords;
        }
        return audienceWords.isEmpty() ? audience.label() : audience.label() + ", " + audienceWords;
    }
}
