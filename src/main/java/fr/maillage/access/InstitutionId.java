package fr.maillage.access;

import java.util.UUID;

/** Identifies an institution that instructs dossiers: ARS, CPAM, MSA. */
public record InstitutionId(UUID value) {}
