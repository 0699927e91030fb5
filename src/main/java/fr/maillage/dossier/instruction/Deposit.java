package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Signature;
import fr.maillage.dossier.annexes.DepositedAnnex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version frozen by its deposit.
 *
 * @param ordinal « version 1 », « version 2 »
 * @param annexes the documents frozen with it, in order
 * @param signature of the legal representative; null when none was recorded
 * @param deemedOn first day on which silence is worth validation; null under no legal clock
 */
public record Deposit(
        UUID id,
        int ordinal,
        Instant depositedAt,
        String depositorName,
        @Nullable LocalDate deemedOn,
        List<FrozenFile> files,
        List<DepositedAnnex> annexes,
        @Nullable Signature signature) {

    /** With the annexes that this person of the CPTS may see. */
    Deposit seenBy(CommunityView view) {
        return new Deposit(
                id,
                ordinal,
                depositedAt,
                depositorName,
                deemedOn,
                files,
                annexes.stream().filter(annex -> annex.isSeenBy(view)).toList(),
                signature);
    }
}
