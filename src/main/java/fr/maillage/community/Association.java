package fr.maillage.community;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The association under the law of 1 July 1901 that carries a CPTS (the only legal form since the ordonnance of 12 May
 * 2021). Every fact may still be unknown: a CPTS is created before its association.
 *
 * @param declaredOn day of its declaration to the préfecture
 * @param rna number in the national register of associations: W and nine digits
 * @param siret fourteen digits
 * @param email of the association, not of a person
 */
public record Association(
        @Nullable String name,
        @Nullable LocalDate declaredOn,
        @Nullable String rna,
        @Nullable String siret,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String town,
        @Nullable String email,
        @Nullable String phone) {

    public static final Association UNKNOWN = new Association(null, null, null, null, null, null, null, null, null);

    /** The address of the seat on one line, or null while the town is unknown. */
    public @Nullable String seat() {
        if (town == null) {
            return null;
        }
        var end = postalCode == null ? town : postalCode + " " + town;
        return street == null ? end : street + ", " + end;
    }
}
