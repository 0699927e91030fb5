package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** From the running program to another data folder and back, table by table. */
@MaillageTest
class BackupTest {

    private static final String SQL_DIGEST =
            "select md5(string_agg(t::text, '|' order by t::text collate \"C\")) from %s t";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database running;

    @Autowired
    Settings settings;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void fill() throws IOException {
        file = folder.resolve("sauvegarde.zip");
        jdbc.sql("""
                insert into platform.person(name, picture, notes, tags, present) values
                  ('Zoé' || chr(9) || 'L’Île\\n' || chr(10) || '\\.', '\\x00ff0a5c', '{"é": [1, null]}', '{"a,b", null}',
                   '[2026-01-01,)'),
                  ('Anne', null, null, null, null);
                insert into platform.house values ('00000000-0000-0000-0000-000000000001', 1, 123456.78, 'rouge');
                update platform.person set mentor_id = 2, house_id = '00000000-0000-0000-0000-000000000001' where id = 1;
                insert into platform.line values (nextval('platform.line_number'), now(), 'première'),
                  (nextval('platform.line_number'), now(), 'seconde')""").update();
        Files.createDirectories(settings.files());
        Files.write(settings.files().resolve("pièce.bin"), new byte[] {0, 1, 2});
    }

    @AfterEach
    void clean() throws IOException {
        FileSystemUtils.deleteRecursively(settings.files());
    }

    @Test
    void everythingComesBackTableByTable() throws Exception {
        var manifest = new BackupWriter(running, clock).write(settings.home(), file);
        assertThat(manifest.tables()).extracting(BackupManifest.Table::schema).contains("platform");

        try (var other = other("copie")) {
            assertThat(restore(other, "copie", false)).isInstanceOf(Restoration.Outcome.Restored.class);
            assertThat(digests(other)).isEqualTo(digests(running)).isNotEmpty();
            assertThat(folder.resolve("copie/fichiers/pièce.bin")).hasBinaryContent(new byte[] {0, 1, 2});

            var there = JdbcClient.create(other.direct());
            // Sequences go on, keys and triggers are back.
            assertThat(there.sql("insert into platform.person(name) values ('Tom') returning id")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
            assertThat(there.sql("select nextval('platform.line_number')")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
            assertThat(there.sql("select count(*) from pg_trigger where tgenabled <> 'O'")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(there.sql("""
                    select count(*) from pg_constraint
                    where contype = 'f' and connamespace = 'platform'::regnamespace and convalidated""").query(Long.class).single()).isEqualTo(3);
        }
    }

    @Test
    void aBackupOfAnOlderProgramIsRestoredThenBroughtUpToDate() throws Exception {
        try (var old = other("ancien")) {
            ModuleMigrations.migrateTo(old.direct(), Map.of("platform", "1"));
            JdbcClient.create(old.direct())
                    .sql("insert into platform.person(name) values ('Ada'); insert into platform.house values"
                            + " ('00000000-0000-0000-0000-000000000002', 1, 1)")
                    .update();
            new BackupWriter(old, clock).write(folder.resolve("ancien"), file);
        }
        try (var other = other("copie")) {
            assertThat(restore(other, "copie", false)).isInstanceOf(Restoration.Outcome.Restored.class);
            ModuleMigrations.migrateTo(other.direct(), Map.of("platform", "latest"));
            assertThat(JdbcClient.create(other.direct())
                            .sql("select colour from platform.house")
                            .query(String.class)
                            .list())
                    .containsExactly("blanche");
        }
    }

    @Test
    void dataThatAreThereAreReplacedOnlyOnDemandAndSavedFirst() throws Exception {
        new BackupWriter(running, clock).write(settings.home(), file);
        try (var other = other("copie")) {
            restore(other, "copie", false);
            var there = JdbcClient.create(other.direct());
            there.sql("insert into platform.person(name) values ('Tom')").update();
            var before = digests(other);

            assertThat(restore(other, "copie", false)).isInstanceOf(Restoration.Outcome.Refused.class);
            assertThat(digests(other)).isEqualTo(before);

            var outcome = (Restoration.Outcome.Restored) restore(other, "copie", true);
            assertThat(digests(other)).isEqualTo(digests(running));

            file = Objects.requireNonNull(outcome.previous(), "what was replaced was saved first");
            restore(other, "copie", true);
            assertThat(digests(other)).isEqualTo(before);
        }
    }

    @Test
    void aFileThatIsDamagedOrNewerOrForeignIsRefusedWithASentence() throws Exception {
        new BackupWriter(running, clock).write(settings.home(), file);
        var whole = Files.readAllBytes(file);
        try (var other = other("copie")) {
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
            assertThat(refusal(other)).contains("incomplet");

            Files.writeString(file, "ceci n’est pas une sauvegarde");
            assertThat(refusal(other)).contains("n’est pas une sauvegarde");

            Files.write(file, whole);
            change("/tables/platform/line.copy", text -> text.replace("seconde", "falsifiée"));
            assertThat(refusal(other)).contains("abîmée").contains("platform/line");

            Files.write(file, whole);
            change("/manifeste.json", text -> text.replace("\"format\":1", "\"format\":2"));
            assertThat(refusal(other)).contains("plus récente");

            Files.write(file, whole);
            change(
                    "/manifeste.json",
                    text -> text.replace(
                            "\"schema\":\"platform\",\"version\":\"2\"", "\"schema\":\"platform\",\"version\":\"99\""));
            assertThat(refusal(other)).contains("plus récente").contains("platform 99");

            Files.write(file, whole);
            change("/manifeste.json", text -> text.replace("fichiers/pièce.bin", "../pièce.bin"));
            assertThat(refusal(other)).contains("pas sa place");

            assertThat(new SchemaCatalogProbe(other).schemas()).isEmpty();
        }
    }

    @Test
    void theCommandsSpeakFrench() throws Exception {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var backup = new BackupCommand(settings, running, clock);
        assertThat(backup.run(List.of(), out)).isEqualTo(2);
        assertThat(backup.run(List.of(file.toString()), out)).isZero();
        assertThat(backup.run(List.of(file.toString()), out)).isEqualTo(1);
        assertThat(new RestoreCommand(settings, running, clock).run(List.of(file.toString()), out))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Sauvegarde écrite dans", "existe déjà", "Maillage est en marche", "Rien n’a été changé.");
    }

    /** A database of its own, in a data folder of this test. */
    private Database other(String name) {
        return Database.open(
                new Settings(folder.resolve(name), "", false, URI.create("http://localhost"), TestHome.PROGRAMS, true));
    }

    private Restoration.Outcome restore(Database database, String home, boolean replace) throws Exception {
        return new Restoration(database, clock).restore(file, folder.resolve(home), replace);
    }

    private String refusal(Database database) throws Exception {
        return ((Restoration.Outcome.Refused) restore(database, "copie", false)).sentence();
    }

    private void change(String entry, java.util.function.UnaryOperator<String> change) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath(entry), change.apply(Files.readString(zip.getPath(entry))));
        }
    }

    private static Map<String, String> digests(Database database) throws Exception {
        var jdbc = JdbcClient.create(database.direct());
        return new SchemaCatalogProbe(database)
                .tables().stream()
                        .collect(Collectors.toMap(
                                SchemaCatalog.Table::sqlName,
                                table -> String.valueOf(jdbc.sql(SQL_DIGEST.formatted(table.sqlName()))
                                        .query(String.class)
                                        .optional()
                                        .orElse("")),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private record SchemaCatalogProbe(Database database) {

        List<SchemaCatalog.Table> tables() throws Exception {
            try (var connection = database.direct().getConnection()) {
                return new SchemaCatalog(connection).tables();
            }
        }

        List<String> schemas() throws Exception {
            try (var connection = database.direct().getConnection()) {
                return new SchemaCatalog(connection).schemas();
            }
        }
    }
}
