package fr.maillage.dossier.annexes;

import fr.maillage.library.FileFormat;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document frozen with a version of a dossier, without its bytes.
 *
 * @param piece key of the expected piece it answers, or null
 */
public record DepositedAnnex(
        UUID id,
        int ordinal,
        String title,
        String typeLabel,
        LocalDate dated,
        @Nullable String piece,
        String fileName,
        FileFormat format,
        String sha256,
        long size) {}
