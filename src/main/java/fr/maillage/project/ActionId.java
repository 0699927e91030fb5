package fr.maillage.project;

import java.util.UUID;

/** Identifies an action of a projet de santé. */
public record ActionId(UUID value) {}
