package fr.maillage.community;

import java.util.UUID;

/** Identifies an actor (« acteur ») of a CPTS. */
public record ParticipantId(UUID value) {}
