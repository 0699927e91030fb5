package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Actor;
import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is written to about a dossier. */
@MaillageTest
class AnnouncementsTest {

    @Autowired
    TestDossiers world;

    @Autowired
    Deposits deposits;

    @Autowired
    JdbcClient jdbc;

    InstitutionView ars;
    CommunityView cpts;

    @BeforeEach
    void aCompleteProject() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
    }

    @Test
    void aClosedAccountReceivesNothing() {
        close(ars.actor());
        close(cpts.actor());

        assertThat(deposits.deposit(cpts, DossierKind.HEALTH_PROJECT)).isInstanceOf(DepositOutcome.Deposited.class);

        assertThat(recipients())
                .doesNotContain(ars.actor().email(), cpts.actor().email());
    }

    private void close(Actor actor) {
        jdbc.sql("update access.account set disabled_at = now() where id = ?")
                .param(actor.account().value())
                .update();
    }

    private List<String> recipients() {
        return jdbc.sql("select recipient from mail.message")
                .query(String.class)
                .list();
    }
}
