package fr.maillage.workspace;

import fr.maillage.community.CommunityView;
import fr.maillage.ui.AgendaDate;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.Step;
import fr.maillage.ui.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home of a CPTS: where it stands, the one thing to do now, who waits for whom.
 *
 * @param facts « 44 communes, 41 690 habitants, taille 2. », or null before a territory is chosen
 * @param mesh contours to draw behind the head of the page, as SVG; null while none is loaded
 * @param task what to do now, or null when nothing is expected of the reader
 * @param project the dossier that is being written or instructed
 * @param parts the parts of the projet de santé with what is missing in each
 */
public record Parcours(
        CommunityView view,
        @Nullable String facts,
        @Nullable String mesh,
        List<Step> steps,
        @Nullable Task task,
        Progress project,
        List<CheckItem> parts,
        List<Waiting> waiting,
        List<AgendaDate> dates,
        List<TimelineEntry> happened) {

    /** The one thing to do now, in words, with the button that does it. */
    public record Task(String title, String sentence, String action, String href) {}

    /** How complete the projet de santé is, and its state. */
    public record Progress(
            fr.maillage.ui.Badge badge, int satisfied, int total, int blocking, int advised, String href) {}

    /** Who waits for whom: « L’ARS instruit votre projet », « depuis 3 jours ». */
    public record Waiting(String initials, String who, String what, String detail) {}
}
