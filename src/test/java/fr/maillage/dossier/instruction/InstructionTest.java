package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.NotFound;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a dossier between a CPTS and its institutions, on the real database. */
@MaillageTest
class InstructionTest {

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Texts texts;

    @Autowired
    Deposits deposits;

    @Autowired
    Instruction instruction;

    @Autowired
    ReviewPages pages;

    @Autowired
    Comparisons comparisons;

    @Autowired
    TacitValidation tacitValidation;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    CommunityView cpts;
    InstitutionView ars;
    InstitutionView cpam;
    Dossier project;

    @BeforeEach
    void aCompleteProjectAndItsInstitutions() {
        ars = world.arsOfAveyron();
        cpam = world.cpamOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        project = dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
    }

    @Test
    void aDepositFreezesTheFilesAndStartsTheLegalDelay() {
        clock.set(LocalDate.of(2026, 12, 2));

        var deposit = deposited();

        assertThat(deposit.files())
                .extracting(FrozenFile::kind)
                .containsExactlyInAnyOrder(
                        FrozenFile.Kind.PDF,
                        FrozenFile.Kind.DOCX,
                        FrozenFile.Kind.DATA,
                        FrozenFile.Kind.COMMUNES,
                        FrozenFile.Kind.BUDGET,
                        FrozenFile.Kind.RECEIPT);
        assertThat(deposit.files()).allSatisfy(file -> {
            var content = jdbc.sql("select content from dossier.file where id = ?")
                    .param(file.id())
                    .query(byte[].class)
                    .single();
            assertThat(FrozenFiles.sha256(content)).isEqualTo(file.sha256());
        });
        var page = pages.forInstitution(ars, project.number());
        assertThat(page.dossier().step()).isEqualTo(Step.SUBMITTED);
        assertThat(Objects.requireNonNull(page.delay()).delay().limit()).isEqualTo(LocalDate.of(2027, 2, 2));
        assertThat(journal()).contains("Projet de santé déposé, version 1.");
        assertThat(mailsTo("ars")).isNotEmpty();
        assertThat(mailsTo("cpam")).isNotEmpty();
    }

    @Test
    void beforeTheDepositTheInstitutionsSeeNothing() {
        var elsewhere = world.arsElsewhere();
        assertThatThrownBy(() -> pages.forInstitution(ars, project.number())).isInstanceOf(NotFound.class);

        deposited();

        assertThat(pages.forInstitution(ars, project.number()).deposits()).hasSize(1);
        assertThatThrownBy(() -> pages.forInstitution(elsewhere, project.number()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDoubleClickDepositsOnce() throws Exception {
        var outcomes = together(
                () -> deposits.deposit(cpts, DossierKind.HEALTH_PROJECT),
                () -> deposits.deposit(cpts, DossierKind.HEALTH_PROJECT));

        assertThat(outcomes)
                .filteredOn(DepositOutcome.Deposited.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(DepositOutcome.AlreadyDeposited.class::isInstance)
                .hasSize(1);
        assertThat(count("dossier.deposit")).isEqualTo(1);
        assertThat(count("dossier.move")).isEqualTo(1);
    }

    @Test
    void theCpamGivesAnOpinionAndTheArsDecides() {
        deposited();
        instruction.take(ars, project.number());

        assertThat(instruction.giveOpinion(cpam, project.number(), UUID.randomUUID(), Verdict.FAVORABLE, ""))
                .isInstanceOf(MoveOutcome.Done.class);
        assertThat(instruction.decide(cpam, project.number(), TestDecisions.validate("")))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.IN_REVIEW));
        assertThat(instruction.decide(ars, project.number(), TestDecisions.validate("Bravo à l’équipe.")))
                .isEqualTo(new MoveOutcome.Done(Step.VALIDATED));

        var seen = pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT).orElseThrow();
        assertThat(seen.dossier().step()).isEqualTo(Step.VALIDATED);
        assertThat(seen.letters()).hasSize(1);
        assertThat(seen.opinions()).isEmpty();
        assertThat(seen.notes()).isEmpty();
    }

    @Test
    void anOppositionNeedsALegalGroundAndItsMotive() {
        deposited();
        instruction.take(ars, project.number());

        assertThat(instruction.decide(ars, project.number(), TestDecisions.oppose("Non.", "TROP_CHER")))
                .isInstanceOf(MoveOutcome.Invalid.class);
        assertThat(instruction.decide(ars, project.number(), TestDecisions.oppose(" ", "PERTINENCE_TERRITOIRE")))
                .isInstanceOf(MoveOutcome.Invalid.class);
        assertThat(instruction.decide(
                        ars,
                        project.number(),
                        TestDecisions.oppose("Deux bassins de vie sont coupés.", "PERTINENCE_TERRITOIRE")))
                .isEqualTo(new MoveOutcome.Done(Step.REFUSED));
    }

    @Test
    void aSecondDepositAfterAComplementShowsTheDifferences() {
        deposited();
        instruction.take(ars, project.number());
        instruction.decide(
                ars, project.number(), TestDecisions.askMore("Précisez les communes éloignées des urgences."));
        write("contexte-local", "Tout a changé : les communes éloignées sont nommées.");

        var second = deposited();

        assertThat(second.ordinal()).isEqualTo(2);
        assertThat(pages.forInstitution(ars, project.number()).dossier().step()).isEqualTo(Step.IN_REVIEW);
        var changed = comparisons.between(project.id(), null, null).comparison().changed();
        assertThat(changed).extracting(Comparison.Section::number).contains("1.1");
    }

    @Test
    void silenceValidatesOnceTheLastDayHasFullyElapsed() {
        clock.set(LocalDate.of(2026, 12, 31));
        deposited();

        clock.set(LocalDate.of(2027, 2, 28));
        tacitValidation.run();
        assertThat(step()).isEqualTo(Step.SUBMITTED);

        clock.set(LocalDate.of(2027, 3, 1).atTime(0, 5));
        tacitValidation.run();
        tacitValidation.run();
        assertThat(step()).isEqualTo(Step.VALIDATED);
        assertThat(jdbc.sql("select count(*) from dossier.move where move = 'DEEM_VALIDATED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(pages.forCommunity(cpts, DossierKind.HEALTH_PROJECT)
                        .orElseThrow()
                        .letters())
                .hasSize(1);
        assertThat(instruction.decide(
                        ars, project.number(), TestDecisions.oppose("Trop tard.", "PERTINENCE_TERRITOIRE")))
                .isEqualTo(new MoveOutcome.NotFromHere(Step.VALIDATED));
    }

    @Test
    void anOppositionInTimeKeepsSilenceFromValidating() {
        deposited();
        instruction.take(ars, project.number());
        instruction.decide(
                ars, project.number(), TestDecisions.oppose("L’objectif n° 2 n’est pas tenu.", "OBJECTIFS_PRS"));

        clock.set(LocalDate.of(2027, 6, 1));
        tacitValidation.run();

        assertThat(step()).isEqualTo(Step.REFUSED);
    }

    @Test
    void whatHappenedCannotBeRewritten() {
        deposited();

        assertThatThrownBy(() -> jdbc.sql("update dossier.deposit set depositor_name = 'x'")
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from dossier.move").update()).hasMessageContaining("append-only");
    }

    @Test
    void theCpamOfAnotherDepartementGivesNoOpinion() {
        var elsewhere = world.cpamElsewhere();
        deposited();

        assertThatThrownBy(() ->
                        instruction.giveOpinion(elsewhere, project.number(), UUID.randomUUID(), Verdict.FAVORABLE, ""))
                .isInstanceOf(NotFound.class);
    }

    private Deposit deposited() {
        var outcome = deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        assertThat(outcome).isInstanceOf(DepositOutcome.Deposited.class);
        return ((DepositOutcome.Deposited) outcome).deposit();
    }

    private void write(String key, String text) {
        int from = texts.find(project.id(), key).map(found -> found.version()).orElse(0);
        texts.save(project.id(), key, from, text, cpts.actor());
    }

    private Step step() {
        return dossiers.find(project.id()).step();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private List<String> journal() {
        return jdbc.sql("select sentence from audit.line").query(String.class).list();
    }

    private List<String> mailsTo(String who) {
        return jdbc.sql("select subject from mail.message where recipient like ?")
                .param(who + "%")
                .query(String.class)
                .list();
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        var ready = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = List.of(one, other).stream()
                    .map(task -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return task.call();
                    }))
                    .toList();
            return List.of(results.get(0).get(), results.get(1).get());
        }
    }
}
