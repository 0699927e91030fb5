package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.ui.CheckItem;
import fr.maillage.ui.Form;
import fr.maillage.ui.Link;
import fr.maillage.ui.Overtaken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choices of an article beside its text.
 *
 * @param text as it reads with the answers of the form
 * @param troubles what the checks say of this article
 * @param known facts that the article prints without asking, with the page where each changes
 */
public record ArticlePage(
        CommunityView view,
        TextKind kind,
        Article article,
        Form form,
        Printed text,
        List<CheckItem> troubles,
        List<KnownFact> known,
        @Nullable Overtaken overtaken,
        @Nullable Link previous,
        @Nullable Link next,
        String saved) {

    /** A fact shown, not asked again. */
    public record KnownFact(String label, String value, String href) {}

    public String base() {
        return view.at("/" + kind.path());
    }

    public String href() {
        return base() + "/articles/" + article.key();
    }
}
