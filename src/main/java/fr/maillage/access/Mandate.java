package fr.maillage.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role held by a person, in one CPTS or one institution.
 *
 * @param community the CPTS, by its id (this module does not know CPTS), or null
 * @param institution the institution, or null
 */
public record Mandate(
        UUID id,
        Role role,
        @Nullable UUID community,
        @Nullable InstitutionId institution) {}
