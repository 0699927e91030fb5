package fr.maillage.community;

import fr.maillage.shared.Change;
import java.time.Instant;

/**
 * A CPTS and what is known of the association that carries it.
 *
 * @param slug its name in addresses, for instance {@code grands-causses-et-raspes}
 * @param regionCode code of the région whose ARS instructs its dossiers
 * @param seatDepartement code of the département of its seat, whose delegation and CPAM instruct
 * @param version raised by each change of these facts
 * @param changedBy name of the person who changed them last
 */
public record Community(
        CommunityId id,
        String slug,
        String name,
        String regionCode,
        String seatDepartement,
        Association association,
        Instant createdAt,
        int version,
        Instant changedAt,
        String changedBy) {

    /** The last change of these facts. */
    public Change change() {
        return new Change(version, changedAt, changedBy);
    }
}
