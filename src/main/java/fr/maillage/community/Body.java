package fr.maillage.community;

import fr.maillage.shared.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body (« instance ») of a CPTS, with the mandates held in it.
 *
 * @param role what it decides or does, in words
 * @param frequency how often it meets, in words
 */
public record Body(BodyId id, BodyFacts facts, List<Seat> seats, Change change) {

    /** Identifies a body. */
    public record BodyId(UUID value) {}

    /** What is said of a body. */
    public record BodyFacts(Kind kind, String name, String role, String frequency) {}

    /** The kinds of bodies, from the widest to the narrowest. */
    public enum Kind {
        ASSEMBLY("Assemblée générale"),
        BOARD("Conseil d’administration"),
        BUREAU("Bureau"),
        STEERING("Comité de pilotage"),
        COMMISSION("Commission"),
        WORKING_GROUP("Groupe de travail");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What somebody does in a body; labels name the function, not the person. */
    public enum Function {
        PRESIDENT("Présidence"),
        CO_PRESIDENT("Coprésidence"),
        VICE_PRESIDENT("Vice-présidence"),
        SECRETARY("Secrétariat"),
        DEPUTY_SECRETARY("Secrétariat adjoint"),
        TREASURER("Trésorerie"),
        DEPUTY_TREASURER("Trésorerie adjointe"),
        LEAD("Animation"),
        MEMBER("Membre");

        private final String label;

        Function(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean presides() {
            return this == PRESIDENT || this == CO_PRESIDENT;
        }
    }

    /**
     * The mandate of an actor in a body.
     *
     * @param until day after the last one, or null while it lasts
     */
    public record Seat(
            UUID id,
            ParticipantId participant,
            String participantName,
            Function function,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /** As people say it, or null while no end is known. */
        public @Nullable LocalDate lastDay() {
            return until == null ? null : until.minusDays(1);
        }
    }
}
