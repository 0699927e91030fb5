package fr.maillage.community.participants;

import fr.maillage.community.Participant.Membership;
import fr.maillage.community.ParticipantFacts;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the list of actors. */
public record ParticipantRow(UUID id, ParticipantFacts facts) {

    /** As it is sorted: family name first. */
    public String name() {
        return facts.givenName() == null ? facts.name() : facts.name() + " " + facts.givenName();
    }

    /** Profession or kind of structure, in words. */
    public String category() {
        return facts.categoryLabel();
    }

    public @Nullable String commune() {
        var place = facts.place();
        return place == null ? null : place.name();
    }

    public @Nullable String attachedTo() {
        return facts.attachedTo();
    }

    public boolean governance() {
        return facts.governance();
    }

    public @Nullable String function() {
        return facts.function();
    }

    public boolean certain() {
        return facts.certain();
    }

    public Membership membership() {
        return facts.membership();
    }

    public @Nullable LocalDate conventionOn() {
        return facts.conventionOn();
    }
}
