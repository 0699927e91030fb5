package fr.maillage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.MaillageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second of the six steps: a lettre d’intention is behind only once it is validated. */
@MaillageTest
class ParcoursStepsTest {

    @Autowired
    TestCommunities communities;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ParcoursPages pages;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"DRAFT, false", "SUBMITTED, false", "VALIDATED, true", "REFUSED, false", "LAPSED, false"})
    void theLetterOfIntentIsDoneOnceValidated(String step, boolean done) {
        var view = communities.create("CPTS Vallée Fictive");
        var letter = dossiers.begin(view.id(), DossierKind.LETTER_OF_INTENT, view.actor());
        jdbc.sql("update dossier.dossier set step = ? where id = ?")
                .params(step, letter.id().value())
                .update();

        assertThat(pages.of(view).steps().get(1).status() == fr.maillage.ui.Step.Status.DONE)
                .isEqualTo(done);
    }
}
