package fr.maillage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
    Perimeters perimeters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstStepNotDoneIsTheOneHere() {
        var view = communities.create("CPTS Vallée Fictive");
        assertThat(here(view)).isEqualTo("Initiative");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        assertThat(here(view)).isEqualTo("Lettre d’intention");
        assertThat(task(view)).as("alone, without actors").isEqualTo("Réunir l’équipe");

        communities.join(view, "Yannick Ferrand", Role.PROJECT_TEAM);
        assertThat(task(view)).as("then the actors").contains("Médecine générale");

        dossiers.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor());
        assertThat(here(view)).as("the letter is passed over").isEqualTo("Projet de santé");
        assertThat(pages.of(view).steps().get(1).state()).isEqualTo("Passée");
    }

    private String here(CommunityView view) {
        return pages.of(view).steps().stream()
                .filter(step -> step.status() == fr.maillage.ui.Step.Status.HERE)
                .map(fr.maillage.ui.Step::name)
                .collect(Collectors.joining(" and "));
    }

    private String task(CommunityView view) {
        return Objects.requireNonNull(pages.of(view).task()).title();
    }

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
