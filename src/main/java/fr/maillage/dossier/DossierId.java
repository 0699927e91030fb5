package fr.maillage.dossier;

import java.util.UUID;

/** Identifies a dossier. */
public record DossierId(UUID value) {}
