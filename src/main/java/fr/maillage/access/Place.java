package fr.maillage.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a role is held: in a CPTS, in an institution, or over the whole installation. */
public sealed interface Place {

    /** @param name of the CPTS, for mails and journal: this module does not know CPTS */
    record InCommunity(UUID id, String name) implements Place {}

    record InInstitution(InstitutionId id, String name) implements Place {}

    /** The place of administrators. */
    record Everywhere() implements Place {}

    static Place community(UUID id, String name) {
        return new InCommunity(id, name);
    }

    static Place institution(Institution institution) {
        return new InInstitution(institution.id(), institution.name());
    }

    default @Nullable UUID communityId() {
        return this instanceof InCommunity(UUID id, String _) ? id : null;
    }

    default @Nullable UUID institutionId() {
        return this instanceof InInstitution(InstitutionId id, String _) ? id.value() : null;
    }

    /** As in « Coordination, CPTS des Grands Causses »; empty for the whole installation. */
    default String label() {
        return switch (this) {
            case InCommunity(UUID _, String name) -> name;
            case InInstitution(InstitutionId _, String name) -> name;
            case Everywhere() -> "";
        };
    }

    /** Whether this role can be held here: one of a CPTS in a CPTS, one of an institution in an institution. */
    default boolean accepts(Role role) {
        return switch (this) {
            case InCommunity _ -> role.party() == Party.CPTS;
            case InInstitution _ -> role.party().instructs();
            case Everywhere _ -> role == Role.ADMINISTRATION;
        };
    }
}
