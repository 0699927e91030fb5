package fr.maillage.dossier.instruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version frozen by its deposit.
 *
 * @param ordinal « version 1 », « version 2 »
 * @param deemedOn first day on which silence is worth validation; null under no legal clock
 */
public record Deposit(
        UUID id,
        int ordinal,
        Instant depositedAt,
        String depositorName,
        @Nullable LocalDate deemedOn,
        List<FrozenFile> files) {}
