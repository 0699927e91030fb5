package fr.maillage.dossier.suggestions;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.ui.DiffPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proposals about the text of a section, and the form of one more.
 *
 * @param base the text one starts from, {@code text} what was typed
 * @param refusal why the form was not taken, or null
 */
public record SuggestionPage(
        CommunityView community,
        Dossier dossier,
        TrameSection about,
        List<Line> lines,
        String base,
        String text,
        String reason,
        @Nullable String refusal,
        UUID newId) {

    /**
     * A proposal as it is shown.
     *
     * @param applies whether the words to replace are in the text as they were
     * @param when « hier, 18 h 05 »
     */
    public record Line(Suggestion suggestion, List<DiffPart> parts, boolean applies, String when, boolean own) {}

    public String section() {
        return community.at("/" + dossier.kind().path() + "/sections/" + about.key());
    }

    public String href() {
        return section() + "/propositions";
    }

    public boolean mayWrite() {
        return community.may(Right.WRITE) && dossier.step().writable();
    }

    public List<Line> open() {
        return lines.stream().filter(line -> line.suggestion().isOpen()).toList();
    }

    public List<Line> decided() {
        return lines.stream().filter(line -> !line.suggestion().isOpen()).toList();
    }
}
