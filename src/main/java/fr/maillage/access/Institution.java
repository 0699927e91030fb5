package fr.maillage.access;

import java.util.List;

/**
 * An ARS delegation or head office, a CPAM or an MSA.
 *
 * @param region code of its région
 * @param departements codes of the départements it covers; empty for a head office, which covers its whole région
 */
public record Institution(
        InstitutionId id,
        String slug,
        String name,
        Role role,
        String region,
        List<String> departements,
        Contact contact) {

    /**
     * How it is reached, as the head of its letters prints it. Each may be empty.
     *
     * @param postalAddress on several lines
     * @param version raised by each change
     */
    public record Contact(String postalAddress, String email, String phone, int version) {

        public static final Contact UNKNOWN = new Contact("", "", "", 0);
    }

    public Party party() {
        return role.party();
    }
}
