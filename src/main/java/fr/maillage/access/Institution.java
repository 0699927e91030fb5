package fr.maillage.access;

import java.util.List;

/**
 * An ARS delegation or head office, a CPAM or an MSA.
 *
 * @param region code of its région
 * @param departements codes of the départements it covers; empty for a head office, which covers its whole région
 */
public record Institution(
        InstitutionId id, String slug, String name, Role role, String region, List<String> departements) {

    public Party party() {
        return role.party();
    }
}
