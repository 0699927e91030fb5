package fr.maillage.community;

import fr.maillage.shared.Change;

/**
 * A person or a structure that takes part in a CPTS (« acteur »). Not the signed-in person: that one is an Actor.
 *
 * @param archived no longer listed, but still named where it was
 */
public record Participant(ParticipantId id, ParticipantFacts facts, boolean archived, Change change) {

    /** Whether it is one person or an organisation. */
    public enum Kind {
        PERSON("Personne"),
        STRUCTURE("Structure");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A member of the association, or a partner with whom it signs a convention. */
    public enum Membership {
        MEMBER("Membre"),
        PARTNER("Partenaire");

        private final String label;

        Membership(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String fullName() {
        return facts.fullName();
    }
}
