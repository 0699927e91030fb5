package fr.maillage.access;

import fr.maillage.audit.Author;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The signed-in person, as controllers receive it. A controller parameter of this type makes the page private: a
 * visitor is sent to the sign-in page.
 *
 * @param mandates those in force today
 */
public record Actor(AccountId account, String name, String email, boolean administrator, List<Mandate> mandates) {

    /** This person as the journal names authors, acting for no party. */
    public Author author() {
        return new Author(account.value(), name, null);
    }

    /** This person as the journal names authors, acting for a party. */
    public Author author(Party party) {
        return new Author(account.value(), name, party.name());
    }

    /** The roles this person holds in a CPTS; empty when none. */
    public Set<Role> rolesIn(UUID community) {
        return mandates.stream()
                .filter(mandate -> community.equals(mandate.community()))
                .map(Mandate::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles this person holds in an institution; empty when none. */
    public Set<Role> rolesIn(InstitutionId institution) {
        return mandates.stream()
                .filter(mandate -> institution.equals(mandate.institution()))
                .map(Mandate::role)
                .collect(Collectors.toUnmodifiableSet());
    }
}
