package fr.maillage.region;

import fr.maillage.access.Institution;
import fr.maillage.access.Role;
import java.util.List;

/**
 * Which CPTS one follows: those whose seat is in some départements, or in a région, or all of them.
 *
 * @param region code of a région, empty for none
 */
record Scope(boolean whole, String region, List<String> departements) {

    static final Scope COUNTRY = new Scope(true, "", List.of());

    static Scope of(Institution institution) {
        return institution.role() == Role.ARS_HEAD_OFFICE
                ? region(institution.region())
                : new Scope(false, "", institution.departements());
    }

    static Scope region(String code) {
        return new Scope(false, code, List.of());
    }
}
