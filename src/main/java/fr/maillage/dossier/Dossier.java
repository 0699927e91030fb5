package fr.maillage.dossier;

import fr.maillage.community.CommunityId;
import java.time.Instant;

/**
 * What a CPTS deposits, in one word: who, what, where it stands. Texts, deposits, opinions and remarks are neighbours
 * that hold its id.
 *
 * @param number told to people: {@code 2026-12-0047}, year, département, order
 * @param trame id of the trame it follows
 * @param draft number of the version in the making: 1 until the first deposit, raised by each deposit
 * @param version raised by each change of these facts
 */
public record Dossier(
        DossierId id,
        CommunityId community,
        DossierKind kind,
        String number,
        Step step,
        String trame,
        int draft,
        Instant createdAt,
        int version) {

    /** The version to tell people: the one in the making while the CPTS writes, else the last deposited. */
    public int shownVersion() {
        return step.writable() ? draft : Math.max(1, draft - 1);
    }
}
