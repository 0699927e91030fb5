package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.trame.Trame;

/** A dossier nobody has begun. */
public record BeginPage(CommunityView community, DossierKind kind, Trame trame) {

    public String base() {
        return WritingPages.address(community, kind);
    }
}
