package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier to act upon: locked until the end of the transaction when it is to move, so that nobody else moves it.
 *
 * @param step as written
 * @param seen as institutions read it: a draft taken up again stays as it was closed
 * @param silent whether its legal delay has fully elapsed without opposition, and that is not written yet
 * @param lastDeposit the latest frozen version, null before the first deposit
 */
record LockedDossier(
        DossierId id,
        CommunityId community,
        String communityName,
        String communitySlug,
        DossierKind kind,
        String number,
        Step step,
        Step seen,
        boolean silent,
        @Nullable UUID lastDeposit,
        int deposits) {}
