package fr.maillage.professionals;

import org.jspecify.annotations.Nullable;

/**
 * One line of the list of establishments.
 *
 * @param places installed; null when the source does not say
 * @param emergencies authorised for « Médecine d’urgence »
 */
public record EstablishmentRow(
        String finess,
        String name,
        String category,
        String categoryLabel,
        String commune,
        String communeName,
        @Nullable String siret,
        @Nullable Integer places,
        boolean emergencies) {}
