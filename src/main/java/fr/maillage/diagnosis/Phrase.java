package fr.maillage.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * The words from which the sentence of an indicator is drafted.
 *
 * @param subject with its article, without capital: « la distance moyenne aux urgences »
 * @param plural whether the verb is « sont »
 * @param noun what the number counts, after it: « médecins généralistes libéraux »; null for a measure with a unit
 * @param nounOne the same of one: « médecin généraliste libéral »
 * @param above what inhabitants beyond the last class are said to be: « à 20 km ou plus d’un service d’urgences »
 */
public record Phrase(
        String subject,
        boolean plural,
        @Nullable String noun,
        @Nullable String nounOne,
        @Nullable String above) {}
