package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.ui.CheckItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of the association on one page: its articles as they read today, and what the checks say.
 *
 * @param broken what is wrong, the heaviest first
 * @param met what holds
 * @param open whether articles may change: not between an adoption and the next draft
 * @param manages whether the person records adoptions
 * @param adoptions newest first
 * @param undeclared adopted statutes, and no number in the register of associations yet
 * @param unread how many articles still show the usual answers that nobody has confirmed
 */
public record TextPage(
        CommunityView view,
        TextKind kind,
        List<Row> rows,
        List<CheckItem> broken,
        List<CheckItem> met,
        long blocking,
        boolean writes,
        boolean open,
        boolean manages,
        List<Adoption> adoptions,
        boolean undeclared,
        long unread) {

    /**
     * An article.
     *
     * @param state whether it is confirmed and whole
     * @param stateWord « Choisi », « À relire », « À compléter »
     * @param choices whether there is something to decide in it
     */
    public record Row(Printed text, CheckItem.Status state, String stateWord, boolean choices, String href) {}

    /** Where the first point to correct is mended; null when there is none. */
    public @Nullable String firstToMend() {
        return broken.isEmpty() ? null : broken.getFirst().href();
    }

    /** The address of the text. */
    public String base() {
        return view.at("/" + kind.path());
    }
}
