package fr.maillage.community;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an actor of a CPTS.
 *
 * @param name family name of a person, or name of a structure
 * @param givenName of a person, or null
 * @param category profession, or kind of structure
 * @param categoryDetail the precision that a category « autre » asks for
 * @param place commune where they practise or sit
 * @param attachedTo structure a person works in, or contact person of a structure
 * @param governance takes part in the governance
 * @param function what they do in the CPTS, in words
 * @param certain false while the participation is still to be confirmed
 * @param conventionOn day of the convention with a partner
 * @param rpps eleven digits, of a person
 * @param finess nine characters, of a structure
 * @param siret fourteen digits, of a structure
 */
public record ParticipantFacts(
        Participant.Kind kind,
        String name,
        @Nullable String givenName,
        ParticipantCategory category,
        @Nullable String categoryDetail,
        Sector sector,
        @Nullable Place place,
        @Nullable String attachedTo,
        boolean governance,
        @Nullable String function,
        boolean certain,
        Participant.Membership membership,
        @Nullable LocalDate conventionOn,
        @Nullable String rpps,
        @Nullable String finess,
        @Nullable String siret) {

    /** A commune by its code, with the name it had when it was chosen. */
    public record Place(String code, String name) {}

    /** {@code Camille Exemple}, or the name of the structure. */
    public String fullName() {
        return givenName == null ? name : givenName + " " + name;
    }

    /** The profession or kind of structure in words, with its precision. */
    public String categoryLabel() {
        return categoryDetail == null ? category.label() : category.label() + " (" + categoryDetail + ")";
    }
}
