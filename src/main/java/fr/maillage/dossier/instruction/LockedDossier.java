package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier whose row is locked until the end of the transaction: nobody else moves it meanwhile.
 *
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
        @Nullable UUID lastDeposit,
        int deposits) {}
