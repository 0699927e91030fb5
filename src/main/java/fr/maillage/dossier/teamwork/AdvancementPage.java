package fr.maillage.dossier.teamwork;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.Listing;
import java.util.List;

/**
 * How far a dossier is, and who does what.
 *
 * @param next what is left to do, the most pressing first
 * @param complete how many of the {@code total} texts are complete
 */
public record AdvancementPage(
        CommunityView community,
        Dossier dossier,
        List<CheckItem> next,
        Listing<SectionLine> lines,
        List<Presences.Here> here,
        int complete,
        int total) {

    public String base() {
        return community.at("/" + dossier.kind().path());
    }

    public boolean mayWrite() {
        return community.may(Right.WRITE) && dossier.step().writable();
    }
}
