package fr.maillage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What two people change of two lists that are the columns of one: an answer stays with its risk. */
class FormMergeTest {

    private static final List<List<String>> GROUPS = List.of(List.of("moyens"), List.of("risque", "parade"));

    private static Form form(List<String> risks, List<String> answers) {
        return Form.empty().setAll("risque", risks).setAll("parade", answers).set("moyens", "Un bureau");
    }

    @Test
    void movingAnAnswerToAnotherRiskIsAChange() {
        var shown = form(List.of("Absence", "Panne"), List.of("Remplacement", ""));
        var mine = form(List.of("Absence", "Panne"), List.of("", "Remplacement"));
        mine.set(Form.ORIGIN, Form.empty().markOrigin(shown, GROUPS).value(Form.ORIGIN));
        var stored =
                form(List.of("Absence", "Panne"), List.of("Remplacement", "")).set("moyens", "Deux bureaux");
        assertThat(mine.takeWhatOnlyOthersChanged(stored, GROUPS)).isEmpty();
        assertThat(mine.values("parade")).containsExactly("", "Remplacement");
        assertThat(mine.value("moyens")).isEqualTo("Deux bureaux");
    }

    @Test
    void anEmptyLineIsNoChange() {
        var shown = form(List.of("Absence"), List.of("Remplacement"));
        var mine = form(List.of("Absence", ""), List.of("Remplacement", ""));
        mine.set(Form.ORIGIN, Form.empty().markOrigin(shown, GROUPS).value(Form.ORIGIN));
        var stored = form(List.of("Absence", "Panne"), List.of("Remplacement", "Papier"));
        assertThat(mine.takeWhatOnlyOthersChanged(stored, GROUPS)).isEmpty();
        assertThat(mine.values("parade")).containsExactly("Remplacement", "Papier");
    }

    @Test
    void twoChangesOfOneListAreBothShown() {
        var shown = form(List.of("Absence"), List.of("Remplacement"));
        var mine = form(List.of("Absence"), List.of("Rien"));
        mine.set(Form.ORIGIN, Form.empty().markOrigin(shown, GROUPS).value(Form.ORIGIN));
        var stored = form(List.of("Absence"), List.of("Papier"));
        assertThat(mine.takeWhatOnlyOthersChanged(stored, GROUPS)).containsExactly("risque", "parade");
    }
}
