package fr.maillage.dossier.versions;

import fr.maillage.shared.French;
import java.time.Instant;

/**
 * A version of a dossier that can be compared with another.
 *
 * @param code in addresses: an id, {@code depot-2}, or {@link #TODAY}
 * @param by who named or deposited it; empty for today
 */
public record ProjectVersion(String code, Kind kind, String name, Instant at, String by) {

    /** The code of the dossier as it stands. */
    public static final String TODAY = "aujourdhui";

    static final String DEPOSIT = "depot-";

    public enum Kind {
        NAMED("nommee", "Nommée par l’équipe"),
        DEPOSITED("deposee", "Déposée"),
        PRESENT("en-cours", "En cours");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    static ProjectVersion today(Instant now) {
        return new ProjectVersion(TODAY, Kind.PRESENT, "Aujourd’hui", now, "");
    }

    /** « Avant l’assemblée (12 novembre 2026) ». */
    public String label() {
        return kind == Kind.PRESENT ? name : name + " (" + French.date(at) + ")";
    }
}
