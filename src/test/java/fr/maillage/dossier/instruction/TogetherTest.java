package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.projection.CommunityReader;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people on one dossier at once: nobody is blocked, nothing is said twice, what was checked is frozen. */
@MaillageTest
class TogetherTest {

    private static final String UNFINISHED = "Budget en cours de saisie";

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
    CommunityReader reader;

    @Autowired
    TransactionTemplate transaction;

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
    void twoPeopleWhoActAtOnceWaitForEachOther() throws Exception {
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);

        for (int round = 0; round < 8; round++) {
            assertThat(together(
                            () -> instruction.addNote(ars, project.number(), UUID.randomUUID(), "Vu avec la CPAM."),
                            () -> remarks.write(
                                    cpam, project.number(), UUID.randomUUID(), "contexte-local", "Précisez.", ""),
                            () -> instruction.addNote(cpam, project.number(), UUID.randomUUID(), "Vu avec l’ARS.")))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(MoveOutcome.Done.class));
        }
    }

    @Test
    void theSameFormSentTwiceIsSaidOnce() throws Exception {
        deposits.deposit(cpts, DossierKind.HEALTH_PROJECT);
        var key = UUID.randomUUID();
        int mails = count("mail.message");

        together(
                () -> instruction.addNote(ars, project.number(), key, "Vu avec la CPAM."),
                () -> instruction.addNote(ars, project.number(), key, "Vu avec la CPAM."),
                () -> instruction.addNote(ars, project.number(), key, "Vu avec la CPAM."));
        assertThat(count("dossier.note")).isEqualTo(1);
        assertThat(journal("dossier.note-added")).isEqualTo(1);

        instruction.giveOpinion(cpam, project.number(), key, Verdict.FAVORABLE, "");
        instruction.giveOpinion(cpam, project.number(), key, Verdict.FAVORABLE, "");
        assertThat(count("dossier.opinion")).isEqualTo(1);
        assertThat(journal("dossier.opinion-given")).isEqualTo(1);

        remarks.write(ars, project.number(), key, "contexte-local", "Précisez.", "");
        int afterOne = count("mail.message");
        remarks.write(ars, project.number(), key, "contexte-local", "Précisez.", "");
        assertThat(count("mail.message")).isEqualTo(afterOne).isGreaterThan(mails);
        assertThat(journal("dossier.remark-written")).isEqualTo(1);

        var answer = UUID.randomUUID();
        remarks.answer(cpts, DossierKind.HEALTH_PROJECT, key, answer, "C’est fait.");
        remarks.answer(cpts, DossierKind.HEALTH_PROJECT, key, answer, "C’est fait.");
        assertThat(count("dossier.remark_answer")).isEqualTo(1);
        assertThat(journal("dossier.remark-answered")).isEqualTo(1);
    }

    @Test
    void theFactsOfACptsAreReadAtOneInstant() throws Exception {
        whileSomebodyWorksOnTheBudget(() -> {
            for (int i = 0; i < 200; i++) {
                var read = reader.of(cpts.id()).project();
                boolean balanced = read.budgets().stream().allMatch(budget -> budget.balanced());
                assertThat(read.actions().getFirst().facts().title().equals(UNFINISHED))
                        .isEqualTo(!balanced);
            }
            return null;
        });
    }

    @Test
    void whatIsFrozenIsWhatTheRulesHaveChecked() throws Exception {
        var deposit = whileSomebodyWorksOnTheBudget(() -> {
            while (true) {
                if (deposits.deposit(cpts, DossierKind.HEALTH_PROJECT)
                        instanceof DepositOutcome.Deposited(Deposit done)) {
                    return done;
                }
            }
        });

        var data = deposit.files().stream()
                .filter(file -> file.kind() == FrozenFile.Kind.DATA)
                .findFirst()
                .orElseThrow();
        var frozen = jdbc.sql("select convert_from(content, 'UTF8') from dossier.file where id = ?")
                .param(data.id())
                .query(String.class)
                .single();
        assertThat(frozen).doesNotContain(UNFINISHED);
    }

    /** Again and again, in one transaction each: a budget out of balance with its mark on an action, then both right. */
    private <T> T whileSomebodyWorksOnTheBudget(Callable<T> task) throws Exception {
        var line = jdbc.sql("select id from project.budget_line where community_id = ? limit 1")
                .param(cpts.id().value())
                .query(UUID.class)
                .single();
        var over = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var work = threads.submit(() -> {
                while (!over.get()) {
                    step(line, 1, UNFINISHED);
                    step(line, -1, "Budget arrêté");
                }
            });
            try {
                return task.call();
            } finally {
                over.set(true);
                work.get();
            }
        }
    }

    private void step(UUID line, int euros, String title) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update project.budget_line set amount = amount + ? where id = ?")
                    .params(euros, line)
                    .update();
            jdbc.sql("update project.action set title = ? where community_id = ?")
                    .params(title, cpts.id().value())
                    .update();
        });
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private int journal(String action) {
        return jdbc.sql("select count(*) from audit.line where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... tasks) throws Exception {
        var start = new CyclicBarrier(tasks.length);
        try (var threads = Executors.newFixedThreadPool(tasks.length)) {
            var all = List.of(tasks).stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            var results = new java.util.ArrayList<T>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}
