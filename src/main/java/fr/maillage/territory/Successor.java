package fr.maillage.territory;

import org.jspecify.annotations.Nullable;

/**
 * The commune of the day that a former code stands for.
 *
 * @param name the former name, null where the reference does not tell it
 */
public record Successor(String code, @Nullable String name, String currentCode, String currentName) {

    /** « 12076 (Conques) », or the code alone. */
    String spelled() {
        return name == null ? code : code + " (" + name + ")";
    }
}
