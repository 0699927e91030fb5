package fr.maillage.community;

import fr.maillage.shared.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a CPTS governs itself.
 *
 * @param representative who signs for the association; when nobody was named, whoever presides the bureau or the board
 */
public record Governance(
        List<Body> bodies, @Nullable Representative representative, Coordination coordination, Change change) {

    /**
     * Who commits the association by their signature.
     *
     * @param function in words, for instance « Présidence »
     * @param derived not named by hand but read from the bodies
     */
    public record Representative(ParticipantId participant, String name, String function, boolean derived) {}

    /**
     * The post of coordination.
     *
     * @param percent share of a full-time post, in hundredths; null when unknown
     * @param tasks what the coordination does, in words
     */
    public record Coordination(
            CoordinationState state,
            @Nullable ParticipantId participant,
            @Nullable String name,
            @Nullable Integer percent,
            String tasks) {}

    /** Where the post of coordination stands. */
    public enum CoordinationState {
        UNKNOWN("À préciser"),
        PLANNED("Prévu"),
        RECRUITING("En recrutement"),
        FILLED("Pourvu");

        private final String label;

        CoordinationState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The mandates of one function, over all bodies. */
    public List<Body.Seat> seats(Body.Function function) {
        return bodies.stream()
                .flatMap(body -> body.seats().stream())
                .filter(seat -> seat.function() == function)
                .toList();
    }

    /** What a reader would remark, in French; nothing here blocks. */
    public List<String> hints() {
        var hints = new ArrayList<String>();
        Set<ParticipantId> presiding = holders(Body.Function.PRESIDENT);
        presiding.addAll(holders(Body.Function.CO_PRESIDENT));
        seats(Body.Function.TREASURER).stream()
                .filter(seat -> presiding.contains(seat.participant()))
                .findFirst()
                .ifPresent(
                        seat -> hints.add(
                                seat.participantName()
                                        + " tient la présidence et la trésorerie. Deux personnes sont recommandées : le modèle de statuts du ministère conseille de ne pas cumuler."));
        if (!bodies.isEmpty() && presiding.isEmpty()) {
            hints.add("Personne ne tient encore la présidence.");
        }
        if (!bodies.isEmpty() && seats(Body.Function.TREASURER).isEmpty()) {
            hints.add("Personne ne tient encore la trésorerie.");
        }
        return hints;
    }

    private Set<ParticipantId> holders(Body.Function function) {
        return seats(function).stream().map(Body.Seat::participant).collect(Collectors.toSet());
    }

    /** The one who presides: the bureau first, then the board, then the assembly; never a group. */
    static Optional<Representative> presiding(List<Body> bodies) {
        return bodies.stream()
                .filter(body -> closenessToBureau(body) < 3)
                .sorted(Comparator.comparingInt(Governance::closenessToBureau))
                .flatMap(body -> body.seats().stream())
                .filter(seat -> seat.function().presides())
                .findFirst()
                .map(seat -> new Representative(
                        seat.participant(),
                        seat.participantName(),
                        seat.function().label(),
                        true));
    }

    private static int closenessToBureau(Body body) {
        return switch (body.facts().kind()) {
            case BUREAU -> 0;
            case BOARD -> 1;
            case ASSEMBLY, STEERING -> 2;
            case COMMISSION, WORKING_GROUP -> 3;
        };
    }
}
