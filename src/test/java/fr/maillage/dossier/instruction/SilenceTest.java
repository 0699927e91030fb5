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

        assertThat(instruction.decide(
                        ars,
                        project.number(),
                        TestDecisions.oppose("L’objectif n° 2 n’est pas tenu.", "OBJECTIFS_PRS")))
                .isEqualTo(new MoveOutcome.Done(Step.REFUSED));
    }

    @Test
    void oneMinuteLaterItIsTooLateEvenBeforeTheDailyJob() {
        oneMinuteAfterTheDelay();

        assertThat(instruction.decide(ars, project.number(), TestDecisions.oppose("Trop tard.", "OBJECTIFS_PRS")))
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
        instruction.decide(ars, project.number(), TestDecisions.askMore("Précisez le calendrier."));
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
        instruction.decide(
                ars, project.number(), TestDecisions.oppose("L’objectif n° 2 n’est pas tenu.", "OBJECTIFS_PRS"));
        deposits.startAgain(cpts, DossierKind.HEALTH_PROJECT);

        var seen = pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(seen.clock()).isNull();
        var read = pages.forInstitution(ars, project.number());
        assertThat(read.dossier().step()).isEqualTo(Step.REFUSED);
        assertThat(read.dossier().resumedAt()).isNotNull();
        assertThat(read.moves()).isEmpty();
        assertThat(read.letters()).hasSize(1);
        assertThat(read.deposits()).hasSize(1);
        assertThat(Objects.requireNonNull(read.clock()).outcome()).startsWith("Opposition le");
        assertThat(inbox.beside(ars.institution(), project.number())
                        .getFirst()
                        .state()
                        .word())
                .isEqualTo("Refusé");
        assertThat(progresses.of(project.id()).orElseThrow().delay()).isNull();
        assertThat(instruction.giveOpinion(ars, project.number(), UUID.randomUUID(), Verdict.FAVORABLE, ""))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.REFUSED));
        assertThat(remarks.write(ars, project.number(), UUID.randomUUID(), "contexte-local", "Et ceci ?", ""))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.REFUSED));

        clock.set(LocalDate.of(2027, 6, 1));
        tacitValidation.run();
        assertThat(written()).isEqualTo(Step.DRAFT);

        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        var again = pages.forInstitution(ars, project.number());
        assertThat(again.dossier().step()).isEqualTo(Step.SUBMITTED);
        assertThat(again.dossier().resumedAt()).isNull();
        assertThat(Objects.requireNonNull(again.delay()).delay().limit()).isEqualTo(LocalDate.of(2027, 8, 1));
    }

    @Test
    void theArsMayOpposeOrValidateWhileItAwaitsAComplement() {
        instruction.decide(ars, project.number(), TestDecisions.askMore("Précisez le calendrier."));

        assertThat(pages.forInstitution(ars, project.number()).moves())
                .containsExactlyInAnyOrder(Move.VALIDATE, Move.OPPOSE);
        assertThat(instruction.decide(
                        ars,
                        project.number(),
                        TestDecisions.oppose(
                                "Sans réponse, l’objectif n° 2 n’est pas tenu.",
                                "OBJECTIFS_PRS",
                                "PERTINENCE_TERRITOIRE")))
                .isEqualTo(new MoveOutcome.Done(Step.REFUSED));
        var seen = pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(Objects.requireNonNull(seen.lastWord()).groundTitles()).hasSize(2);
        assertThat(jdbc.sql("select body from mail.message where subject like '%opposition%' limit 1")
                        .query(String.class)
                        .single())
                .contains("– Le projet ne respecte pas", "– Le territoire");
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
