package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.ui.DiffPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a text, with two of its versions compared.
 *
 * @param older id of the older of the two texts compared, or null when there is only one
 * @param lines the versions of this page of the history
 * @param page from 1
 * @param differences from the older to the newer
 */
public record HistoryPage(
        CommunityView community,
        Dossier dossier,
        TrameSection section,
        String href,
        int version,
        List<Line> lines,
        int page,
        int pages,
        @Nullable Line older,
        Line newer,
        List<DiffPart> differences) {

    /** A line of the history. */
    public record Line(long id, String when, String who, int words) {}

    public boolean mayWrite() {
        return community.may(Right.WRITE) && dossier.step().writable();
    }
}
