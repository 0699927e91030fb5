package fr.maillage.project;

import fr.maillage.community.ParticipantId;
import fr.maillage.shared.Change;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do for an action (« tâche »).
 *
 * @param owner who does it, as people read it: a name or a function; empty while nobody was named
 */
public record Task(UUID id, Facts facts, String owner, Change change) {

    /** Where a task stands. */
    public enum State {
        TO_DO("À faire"),
        ONGOING("En cours"),
        DONE("Faite"),
        DROPPED("Abandonnée");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param owner somebody of the list of actors, or null
     * @param ownerWords a function (« infirmière coordinatrice »), when no actor was chosen
     */
    public record Facts(
            String title,
            @Nullable ParticipantId owner,
            String ownerWords,
            @Nullable LocalDate dueOn,
            State state) {

        public Facts {
            ownerWords = owner == null ? ownerWords : "";
        }
    }

    /** Neither done nor dropped. */
    public boolean open() {
        return facts.state() == State.TO_DO || facts.state() == State.ONGOING;
    }

    public boolean lateOn(LocalDate day) {
        return open() && facts.dueOn() != null && facts.dueOn().isBefore(day);
    }
}
