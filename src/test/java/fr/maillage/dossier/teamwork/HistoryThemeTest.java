package fr.maillage.dossier.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryThemeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budget.line.added       | BUDGET
            action.changed          | PROJECT
            evidence.added          | PROJECT
            something.new           | PROJECT
            seat.removed            | COMMUNITY
            perimeter.saved         | COMMUNITY
            invitation.sent         | COMMUNITY
            dossier.deposited       | DOSSIER
            diagnosis.dated         | DIAGNOSIS
            statutes.adopted        | DOCUMENTS
            """)
    void theFirstWordOfAnActionSaysWhatItIsAbout(String action, HistoryTheme theme) {
        assertThat(HistoryTheme.ofAction(action)).isEqualTo(theme);
    }

    @Test
    void noWordIsOfTwoThemes() {
        assertThat(Arrays.stream(HistoryTheme.values()).flatMap(theme -> theme.actions().stream()))
                .doesNotHaveDuplicates();
    }
}
