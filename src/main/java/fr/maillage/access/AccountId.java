package fr.maillage.access;

import java.util.UUID;

/** Identifies the account of a person. */
public record AccountId(UUID value) {}
