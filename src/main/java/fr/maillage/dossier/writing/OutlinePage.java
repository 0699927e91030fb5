package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.completeness.CompletenessReport;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.ui.Option;
import fr.maillage.ui.TocEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as a whole.
 *
 * @param next the first section that keeps the dossier from being deposited, or null
 * @param awaiting how many remarks of institutions wait for an answer
 */
public record OutlinePage(
        CommunityView community,
        Dossier dossier,
        Trame trame,
        List<Option> trameChoices,
        List<TocEntry> contents,
        CompletenessReport report,
        @Nullable TocEntry next,
        long awaiting) {

    public String base() {
        return WritingPages.address(community, dossier.kind());
    }

    /** The trame the dossier was begun with is gone: the usual one stands in. */
    public boolean trameIsGone() {
        return !dossier.trame().equals(trame.id());
    }

    public boolean mayWrite() {
        return community.may(Right.WRITE) && dossier.step().writable();
    }

    public boolean mayDeposit() {
        return community.may(Right.DEPOSIT) && dossier.step().writable();
    }
}
