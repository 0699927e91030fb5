package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.shared.French;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The minutes between the end of the legal delay and the daily job, and the clock after an opposition. */
@MaillageTest
class SilenceTest {

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Deposits deposits;

    @Autowired
    Instruction instruction;

    @Autowired
    ReviewRemarks remarks;

    @Autowired
    ReviewPages pages;

    @Autowired
    Progresses progresses;

    @Autowired
    Inbox inbox;

    @Autowired
    TacitValidation tacitValidation;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    CommunityView cpts;
    InstitutionView ars;
    Dossier project;

    @BeforeEach
    void aProjectDepositedOnTheSecondOfDecember() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        project = dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        clock.set(LocalDate.of(2026, 12, 2));
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        instruction.take(ars, project.number());
    }

    @Test
    void onTheLastDayTheArsMayStillOppose() {
        clock.set(LocalDate.of(2027, 2, 2).atTime(23, 59));

        assertThat(instruction.oppose(ars, project.number(), "OBJECTIFS_PRS", "L’objectif n° 2 n’est pas tenu."))
                .isEqualTo(new MoveOutcome.Done(Step.REFUSED));
    }

    @Test
    void oneMinuteLaterItIsTooLateEvenBeforeTheDailyJob() {
        oneMinuteAfterTheDelay();

        assertThat(instruction.oppose(ars, project.number(), "OBJECTIFS_PRS", "Trop tard."))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.VALIDATED));
        assertThat(written()).isEqualTo(Step.VALIDATED);

        tacitValidation.run();
        assertThat(jdbc.sql("select count(*) from dossier.move where move = 'DEEM_VALIDATED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(pages.forInstitution(ars, project.number()).letters()).hasSize(1);
    }

    @Test
    void theCptsDoesNotDepositAgainOverItsTacitValidation() {
        instruction.askMore(ars, project.number(), "Précisez le calendrier.");
        oneMinuteAfterTheDelay();

        assertThat(deposits.deposit(cpts, DossierKind.HEALTH_PROJECT))
                .isEqualTo(new DepositOutcome.AlreadyDeposited(Step.VALIDATED));
        assertThat(written()).isEqualTo(Step.VALIDATED);
    }

    @Test
    void everyPageReadInThatMinuteSaysValidated() {
        oneMinuteAfterTheDelay();

        var page = pages.forInstitution(ars, project.number());
        assertThat(page.moves()).isEmpty();
        assertThat(Objects.requireNonNull(page.clock()).outcome())
                .isEqualTo("Réputé validé le " + French.date(LocalDate.of(2027, 2, 3)));
        var seen = pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(seen.dossier().step()).isEqualTo(Step.VALIDATED);
        assertThat(dossiers.find(project.id()).step()).isEqualTo(Step.VALIDATED);
        assertThat(Objects.requireNonNull(
                                progresses.of(project.id()).orElseThrow().delay())
                        .running())
                .isFalse();
        assertThat(inbox.toDo(ars.institution().id())).isZero();
        // Reading writes nothing: the job does.
        assertThat(written()).isEqualTo(Step.IN_REVIEW);
    }

    @Test
    void aDraftTakenUpAgainAfterAnOppositionIsUnderNoClock() {
        instruction.oppose(ars, project.number(), "OBJECTIFS_PRS", "L’objectif n° 2 n’est pas tenu.");
        deposits.startAgain(cpts, DossierKind.HEALTH_PROJECT);

        var seen = pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(seen.clock()).isNull();
        assertThat(pages.forInstitution(ars, project.number()).clock()).isNull();
        assertThat(progresses.of(project.id()).orElseThrow().delay()).isNull();
        assertThat(instruction.giveOpinion(ars, project.number(), UUID.randomUUID(), Verdict.FAVORABLE, ""))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.DRAFT));
        assertThat(remarks.write(ars, project.number(), UUID.randomUUID(), "contexte-local", "Et ceci ?"))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.DRAFT));

        clock.set(LocalDate.of(2027, 6, 1));
        tacitValidation.run();
        assertThat(written()).isEqualTo(Step.DRAFT);
    }

    private void oneMinuteAfterTheDelay() {
        clock.set(LocalDate.of(2027, 2, 3).atTime(0, 1));
    }

    /** The step in its row, whatever the day. */
    private Step written() {
        return Step.valueOf(jdbc.sql("select step from dossier.dossier where id = ?")
                .param(project.id().value())
                .query(String.class)
                .single());
    }
}
