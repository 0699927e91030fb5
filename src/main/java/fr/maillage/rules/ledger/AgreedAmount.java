package fr.maillage.rules.ledger;

import fr.maillage.rules.aci.Part;
import fr.maillage.shared.Euros;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a contract gives for one part.
 *
 * @param missionTitle null for the operating money
 * @param condition when the money is due only on a condition, that condition in French
 * @param yearly for a whole contract year
 */
public record AgreedAmount(
        PartKey key,
        @Nullable String missionTitle,
        String partTitle,
        Part.Paid paid,
        @Nullable String condition,
        Euros yearly) {

    /** « Accès aux soins, volet fixe », or « Fonctionnement ». */
    public String label() {
        return missionTitle == null
                ? partTitle
                : missionTitle + ", " + partTitle.substring(0, 1).toLowerCase(java.util.Locale.FRENCH)
                        + partTitle.substring(1);
    }
}
