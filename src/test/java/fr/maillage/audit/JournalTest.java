package fr.maillage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.testing.MaillageTest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@MaillageTest
class JournalTest {

    private static final UUID DOSSIER = UUID.fromString("00000000-0000-4000-8000-00000000000d");
    private static final UUID CPTS = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    private static final Author JEANNE = new Author(UUID.randomUUID(), "Jeanne Vialaret", "CPTS");

    @Autowired
    Journal journal;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLineIsReadAsItWasWritten() {
        var entry = Entry.of(JEANNE, Subject.of("dossier", DOSSIER), "dossier.deposited", "Projet déposé, version 2.")
                .in(CPTS)
                .with("version", 2);
        write(entry);
        var line = journal.of(Subject.of("dossier", DOSSIER), Set.of(Audience.EVERYONE), 0, 10)
                .getFirst();
        assertThat(line.entry()).isEqualTo(entry);
        assertThat(journal.ofCommunity(CPTS, Set.of(Audience.EVERYONE), 0, 10)).containsExactly(line);
    }

    @Test
    void anUndoneActLeavesNoLine() {
        transaction.executeWithoutResult(status -> {
            journal.record(line("dossier.deposited", "Projet déposé."));
            status.setRollbackOnly();
        });
        assertThat(journal.count("", false)).isZero();
    }

    @Test
    void aLineOutsideTheTransactionOfAnActIsABug() {
        assertThatThrownBy(() -> journal.record(line("dossier.deposited", "Projet déposé.")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.line set sentence = 'Rien.'",
                "delete from audit.line",
                "truncate audit.line",
                "insert into audit.line (at, author_name, subject_kind, subject_id, action, sentence) "
                        + "values (now(), 'x', 'x', 'x', 'a.b', 'x') on conflict (id) do update set sentence = 'y'; "
                        + "update audit.line set author_name = 'y' where true"
            })
    void theDatabaseRefusesAnyChange(String sql) {
        write(line("dossier.deposited", "Projet déposé."));
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("append-only");
        assertThat(journal.search("", false, false, 0, 10))
                .extracting(JournalLine::sentence)
                .contains("Projet déposé.");
    }

    @Test
    void theCptsDoesNotSeeWhatInstitutionsSayAmongThemselves() {
        write(line("note.added", "Note privée ajoutée.").readableBy(Audience.INSTITUTIONS));
        assertThat(journal.ofCommunity(CPTS, Set.of(Audience.EVERYONE), 0, 10)).isEmpty();
        assertThat(journal.ofCommunity(CPTS, Set.of(Audience.EVERYONE, Audience.INSTITUTIONS), 0, 10))
                .hasSize(1);
    }

    @Test
    void linesComeNewestFirstPageByPage() {
        for (var i = 1; i <= 5; i++) {
            write(line("dossier.saved", "Ligne " + i + "."));
        }
        assertThat(journal.of(Subject.of("dossier", DOSSIER), EnumSet.allOf(Audience.class), 2, 2))
                .extracting(JournalLine::sentence)
                .containsExactly("Ligne 3.", "Ligne 2.");
    }

    @Test
    void theSearchTakesItsTextLiterallyAndForgetsAccents() {
        write(line("dossier.saved", "100 % rédigé."));
        assertThat(journal.count("redige", false)).isEqualTo(1);
        assertThat(journal.count("%", false)).isEqualTo(1);
        assertThat(journal.count("_", false)).isZero();
        assertThat(journal.count("", true)).isZero();
    }

    private void write(Entry entry) {
        transaction.executeWithoutResult(_ -> journal.record(entry));
    }

    private static Entry line(String action, String sentence) {
        return Entry.of(JEANNE, Subject.of("dossier", DOSSIER), action, sentence)
                .in(CPTS);
    }
}
