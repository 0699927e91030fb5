package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.library.DocumentType;
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
        long size) {

    /** As in the library: somebody of the CPTS who does not write for it sees no document of a reserved kind. */
    public boolean isSeenBy(CommunityView view) {
        return view.may(Right.WRITE) || !DocumentType.isReserved(typeLabel);
    }
}
