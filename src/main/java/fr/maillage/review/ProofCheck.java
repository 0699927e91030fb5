package fr.maillage.review;

import fr.maillage.library.Attached;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof that an institution asked to check, and what was found.
 *
 * @param thing the line of results, or the spending, that the document proves
 * @param askedFor name of the institution that drew it
 * @param finding null while nobody has looked at it
 * @param reason told to the CPTS; empty only for what conforms
 * @param sha256 the file that was looked at, or null
 * @param foundBy the person and the institution, or null
 */
public record ProofCheck(
        UUID id,
        UUID thing,
        UUID document,
        String askedFor,
        Instant askedAt,
        @Nullable Finding finding,
        String reason,
        @Nullable String sha256,
        @Nullable Instant foundAt,
        @Nullable String foundBy,
        int version) {

    /** Stored by name. */
    public enum Finding {
        CONFORM("Vu, conforme"),
        NOT_CONFORM("Vu, non conforme"),
        INCOMPLETE("À compléter");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether somebody found something of this very file; a file replaced since is to be looked at again. */
    public boolean stands(String currentSha256) {
        return finding != null && currentSha256.equals(sha256);
    }

    /** Whether this document proves nothing as it is now. */
    boolean refuses(Attached proof) {
        return finding == Finding.NOT_CONFORM
                && document.equals(proof.document().id().value())
                && stands(proof.document().file().sha256());
    }

    /** « Vu, non conforme : illisible », for both sides. */
    public String shown(String currentSha256) {
        if (finding == null) {
            return "À contrôler, demandé par " + askedFor;
        }
        return (stands(currentSha256) ? "" : "Fichier remplacé depuis, à revoir. Avant\u00A0: ")
                + finding.label()
                + (reason.isBlank() ? "" : "\u00A0: " + reason);
    }
}
