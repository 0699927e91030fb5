package fr.maillage.dossier.instruction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A version frozen by its deposit.
 *
 * @param ordinal « version 1 », « version 2 »
 */
public record Deposit(UUID id, int ordinal, Instant depositedAt, String depositorName, List<FrozenFile> files) {}
