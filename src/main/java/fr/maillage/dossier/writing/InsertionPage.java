package fr.maillage.dossier.writing;

import fr.maillage.community.CommunityView;
import fr.maillage.ui.Option;
import gg.jte.Content;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of the diagnosis on its way into a text.
 *
 * @param id makes the form sent twice count once
 * @param code of the indicator, or id of the scenario
 * @param words the sentence, to be changed at will; empty for a figure
 * @param figure the map or chart as it will be printed, null for a sentence
 * @param sections where it may go
 * @param chosen key of the section it goes to unless the author says otherwise
 * @param refusal why it was not put there, or null
 */
public record InsertionPage(
        CommunityView community,
        UUID id,
        String code,
        String form,
        String title,
        String words,
        @Nullable Content figure,
        List<Option> sections,
        String chosen,
        @Nullable String refusal) {

    /** Lines of the field: a scenario takes several sentences. */
    public int rows() {
        return form.equals(Insertables.Form.SCENARIO.code()) ? 14 : 5;
    }
}
