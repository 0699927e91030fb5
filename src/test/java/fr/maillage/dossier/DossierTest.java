package fr.maillage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.CommunityId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of a dossier: its version, its step in the right gender. */
class DossierTest {

    /** The draft is raised by each deposit: once deposited, it is not what people read. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT, 1, 1",
        "SUBMITTED, 2, 1",
        "TO_COMPLETE, 2, 2",
        "IN_REVIEW, 3, 2",
        "VALIDATED, 3, 2",
        "REFUSED, 2, 1",
        "LAPSED, 2, 1",
    })
    void theVersionToldIsTheLastDepositedUnlessOneIsInTheMaking(Step step, int draft, int told) {
        var dossier = new Dossier(
                new DossierId(UUID.randomUUID()),
                new CommunityId(UUID.randomUUID()),
                DossierKind.HEALTH_PROJECT,
                "2026-12-0047",
                step,
                "trame",
                draft,
                Instant.EPOCH,
                0);
        assertThat(dossier.shownVersion()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED, Déposée", "VALIDATED, Validée", "LAPSED, Caduque", "IN_REVIEW, En instruction"})
    void aLetterIsFeminine(Step step, String label) {
        assertThat(step.label(DossierKind.LETTER_OF_INTENT)).isEqualTo(label);
        assertThat(step.label(DossierKind.GRANT_REQUEST)).isEqualTo(label);
        assertThat(step.label(DossierKind.HEALTH_PROJECT)).isEqualTo(step.label());
        assertThat(step.label(DossierKind.PRE_PROJECT)).isEqualTo(step.label());
    }
}
