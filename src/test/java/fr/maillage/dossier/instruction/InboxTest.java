package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.dossier.DossierKind;
import fr.maillage.testing.MaillageTest;
import fr.maillage.ui.ListQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of an institution and its counts. */
@MaillageTest
class InboxTest {

    @Autowired
    TestDossiers world;

    @Autowired
    Deposits deposits;

    @Autowired
    Inbox inbox;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 0"})
    void aPageBeyondTheLastStillSaysHowManyThereAre(int page, int rows) {
        var ars = world.arsOfAveyron();
        deposits.deposit(world.communityReadyToDeposit("CPTS Vallée Fictive"), DossierKind.HEALTH_PROJECT);

        var listing = inbox.of(ars.institution().id(), query(page, Map.of()));

        assertThat(listing.rows()).hasSize(rows);
        assertThat(listing.total()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsCountedAsTheFilterShowsIt() {
        var ars = world.arsOfAveyron();
        deposits.deposit(world.communityReadyToDeposit("CPTS Vallée Fictive"), DossierKind.HEALTH_PROJECT);

        var institution = ars.institution().id();
        assertThat(inbox.states(institution).toDo())
                .isEqualTo(inbox.toDo(institution))
                .isEqualTo((int) inbox.of(institution, query(1, Map.of("etat", "a-traiter")))
                        .total())
                .isEqualTo(1);
    }

    private static ListQuery query(int page, Map<String, String> filters) {
        return new ListQuery("/institutions/ars", "", "recu", false, page, 10, filters, "deposited_at");
    }
}
