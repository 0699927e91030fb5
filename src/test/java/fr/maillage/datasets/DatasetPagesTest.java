package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Actor;
import fr.maillage.access.TestAccounts;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.platform.Settings;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator hands over files, follows their reading and reads what became of them. */
@MaillageTest
@Timeout(120)
class DatasetPagesTest {

    private static final String KEY = "patients-sans-medecin-traitant";
    private static final String PAGE = "/administration/jeux/" + KEY;
    private static final String HEADER = "code;commune;patients_16_plus;sans_mt;sans_mt_ald;sans_mt_70_plus;date\n";
    private static final Pattern JOB = Pattern.compile(".*/administration/jeux/travaux/([0-9a-f-]{36})");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ImportDesk desk;

    @Autowired
    Vintages vintages;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatasetDirectory directory;

    @Autowired
    DropFolder folder;

    private Actor administrator;
    private WebClient admin;
    private Path dropped;

    @BeforeEach
    void open() throws IOException {
        administrator = accounts.administrator();
        admin = WebClient.signedIn(port, accounts.session(administrator.account()));
        dropped = Files.createDirectories(settings.home().resolve("jeux")).resolve("patients_sans_mt_essai.csv");
    }

    @AfterEach
    void leaveNothing() throws IOException {
        await();
        Files.deleteIfExists(dropped);
    }

    @Test
    void aSentFileIsReadInTheBackgroundAndReported() throws IOException {
        var job = accepted(send("12145;Millau;18000;1700;<11;s;2026\n99999;Nulle part;1;1;1;1;2026\n"));

        var page = admin.get("/administration/jeux/travaux/" + job).body();
        assertThat(page).contains("L’édition 2026 sert désormais partout").contains("C’est la première de ce jeu");
        assertThat(admin.get("/administration/jeux/travaux/" + job + "/lignes-refusees.csv")
                        .body())
                .contains("99999")
                .contains("Code de commune inconnu");
        assertThat(admin.get("/administration/jeux?recherche=traitant").body())
                .contains("Chargé")
                .contains("1\u00A0refusée");
        journalBecomes("dataset.reading-asked", "dataset.edition-replaced");
        Awaitility.await().untilAsserted(() -> {
            try (var left = Files.list(settings.home().resolve("jeux/recus.en-cours"))) {
                assertThat(left).as("files sent and read").isEmpty();
            }
        });
    }

    @Test
    void aFileOfTheServersFolderIsReadInsideItsArchive() throws IOException {
        Files.writeString(dropped, HEADER + "12145;Millau;18000;1700;<11;s;2026\n");
        var archive = ZipFiles.of(dropped.resolveSibling("patients_essai.zip"), dropped);
        try {
            var job = accepted(admin.post(PAGE + "/depot", Map.of("nom", "patients_essai.zip")));

            assertThat(admin.get("/administration/jeux/travaux/" + job).body())
                    .contains("L’édition 2026 sert désormais partout")
                    .contains("patients_essai.zip");
        } finally {
            Files.delete(archive);
        }
    }

    @Test
    void aFileOfAnotherShapeIsRefusedInFrench() {
        var job = accepted(admin.postFile(PAGE + "/fichier", "fichier", "autre.csv", "a;b\n1;2\n"));

        assertThat(admin.get("/administration/jeux/travaux/" + job).body())
                .contains("Le fichier est refusé, rien n’a été remplacé")
                .contains("est introuvable");
        assertThat(vintages.current(KEY)).isEmpty();
        journalBecomes("dataset.reading-asked", "dataset.file-refused");
    }

    @Test
    void nothingChosenIsToldBesideTheField() {
        assertThat(admin.post(PAGE + "/fichier", Map.of()).body()).contains("Choisissez le fichier à charger.");
        assertThat(admin.postFile(PAGE + "/fichier", "fichier", "vide.csv", "").body())
                .contains("Ce fichier est vide.");
        assertThat(admin.post(PAGE + "/depot", Map.of("nom", "../../maillage.lock"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.get("/administration/jeux/inconnu").statusCode()).isEqualTo(404);
    }

    @Test
    void theFormerEditionComesBackAndLeavesAgain() throws InterruptedException {
        accepted(send("12145;Millau;18000;1700;50;20;2025\n"));
        var job = accepted(send("12145;Millau;18000;1500;50;20;2026\n"));
        assertThat(admin.get("/administration/jeux/travaux/" + job).body()).contains("Elle remplace l’édition 2025");

        admin.post(PAGE + "/edition-precedente", Map.of());
        assertThat(vintages.current(KEY).orElseThrow().label()).isEqualTo("2025");
        assertThat(vintages.former(KEY).orElseThrow().label()).isEqualTo("2026");
        admin.post(PAGE + "/edition-precedente", Map.of());
        assertThat(vintages.current(KEY).orElseThrow().label()).isEqualTo("2026");
        assertThat(actions()).filteredOn("dataset.edition-brought-back"::equals).hasSize(2);
    }

    @Test
    void aFileOfTheServersFolderIsReadOnceHoweverOftenItIsAsked() throws IOException {
        Files.writeString(dropped, HEADER + communes());

        var first = accepted(
                admin.post(PAGE + "/depot", Map.of("nom", dropped.getFileName().toString())));
        var second = admin.post("/administration/jeux/dossier", Map.of());

        assertThat(second.statusCode()).isEqualTo(302);
        await();
        assertThat(directory.job(UUID.fromString(first)).orElseThrow().job().state())
                .isEqualTo(State.DONE);
        assertThat(jdbc.sql("select count(*) from datasets.vintage")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoClicksMakeOneReading() throws IOException {
        Files.writeString(dropped, HEADER + communes());
        var descriptor = directory.find(KEY).orElseThrow().descriptor();
        var file = fr.maillage.datasets.spi.SourceFile.of(dropped);

        var first = (ImportDesk.Outcome.Accepted) desk.take(descriptor, file, administrator);
        var second = desk.take(descriptor, file, administrator);

        assertThat(second).isEqualTo(new ImportDesk.Outcome.Busy(java.util.Optional.of(first.job())));
    }

    @Test
    void aStoppedReadingIsResumedFromItsPage() throws IOException {
        Files.writeString(dropped, HEADER + communes());
        var descriptor = directory.find(KEY).orElseThrow().descriptor();
        var asked = (ImportDesk.Outcome.Accepted)
                desk.take(descriptor, fr.maillage.datasets.spi.SourceFile.of(dropped), administrator);
        admin.post("/administration/jeux/travaux/" + asked.job() + "/arret", Map.of());
        await();
        var page = admin.get("/administration/jeux/travaux/" + asked.job()).body();
        assertThat(page).contains("La lecture est arrêtée").contains("Reprendre la lecture");
        assertThat(vintages.current(KEY)).isEmpty();

        admin.post("/administration/jeux/travaux/" + asked.job() + "/reprise", Map.of());
        await();

        assertThat(directory.job(asked.job()).orElseThrow().job().state()).isEqualTo(State.DONE);
        journalBecomes(
                "dataset.reading-asked",
                "dataset.reading-stopped",
                "dataset.reading-resumed",
                "dataset.edition-replaced");
    }

    @Test
    void aJobThatDiedWithItsProgramIsInterruptedAndGoesOn() throws IOException {
        Files.writeString(dropped, HEADER + "12145;Millau;18000;1500;50;20;2026\n");
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into datasets.job (id, dataset, file_path, file_name, file_size, sha256, state, started_by,
                            started_at) values (?, ?, ?, 'essai.csv', 1, ?, 'RUNNING', 'essai', now())""")
                .params(id, KEY, dropped.toString(), FileIdentity.of(dropped).sha256())
                .update();
        var page = "/administration/jeux/travaux/" + id;
        assertThat(admin.get(page).body()).contains("Le programme s’est arrêté pendant la lecture");

        admin.post(page + "/reprise", Map.of());
        await();

        assertThat(admin.get(page).body()).contains("L’édition 2026 sert désormais partout");
    }

    @Test
    void aFileSentAgainTakesThePlaceOfItsEarlierCopy() throws IOException {
        var text = HEADER + "12145;Millau;18000;1500;50;20;2026\n";
        var earlier = Files.writeString(received().resolve(UUID.randomUUID().toString()), text);
        var sha = FileIdentity.of(earlier).sha256();
        var vintage = jdbc.sql("""
                        insert into datasets.vintage (dataset, slot, label, state, file_name, sha256)
                        values (?, 1, '2026', 'LOADING', 'essai.csv', ?) returning id""").params(KEY, sha).query(Long.class).single();
        var job = job("STOPPED", earlier, sha, 1);
        jdbc.sql("update datasets.job set vintage = ? where id = ?")
                .params(vintage, job)
                .update();

        assertThat(accepted(admin.postFile(PAGE + "/fichier", "fichier", "patients.csv", text)))
                .isEqualTo(job.toString());

        assertThat(directory.job(job).orElseThrow().job().state()).isEqualTo(State.DONE);
        assertThat(folder.received()).isEmpty();
    }

    @Test
    void atStartOnlyFilesThatAReadingMayAskForStay() throws IOException {
        var unknown = Files.writeString(received().resolve("inconnu"), "x");
        var older = Files.writeString(received().resolve("ancien"), "x");
        var done = Files.writeString(received().resolve("fini"), "x");
        var newest = Files.writeString(received().resolve("dernier"), "x");
        Files.writeString(dropped, "x");
        var sha = FileIdentity.of(unknown).sha256();
        job("STOPPED", older, sha, 4);
        job("DONE", done, sha, 3);
        job("DONE", dropped, sha, 2);
        job("STOPPED", newest, sha, 1);

        desk.tidyAtStart();

        assertThat(folder.received()).containsExactly(newest);
        assertThat(dropped).exists();
        Files.delete(newest);
    }

    @Test
    void aReadingThatEndedMeanwhileDoesNotGoOn() throws IOException {
        Files.writeString(dropped, HEADER + "12145;Millau;18000;1500;50;20;2026\n");
        var sha = FileIdentity.of(dropped).sha256();
        var id = job("STOPPED", dropped, sha, 1);
        var shown = directory.job(id).orElseThrow();
        jdbc.sql("update datasets.job set state = 'DONE' where id = ?")
                .param(id)
                .update();

        assertThat(shown.resumable()).isTrue();
        assertThat(desk.resume(shown.job(), administrator)).isInstanceOf(ImportDesk.Outcome.Refused.class);
        assertThat(directory.job(id).orElseThrow().job().state()).isEqualTo(State.DONE);
        assertThat(actions()).isEmpty();
    }

    private Path received() throws IOException {
        return Files.createDirectories(settings.home().resolve("jeux/recus.en-cours"));
    }

    private UUID job(String state, Path file, String sha, int hoursAgo) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into datasets.job (id, dataset, file_path, file_name, file_size, sha256, state, started_by,
                            started_at, ended_at)
                        values (?, ?, ?, 'essai.csv', 1, ?, ?, 'essai', now() - make_interval(hours => ?), now())""").params(id, KEY, file.toString(), sha, state, hoursAgo).update();
        return id;
    }

    @Test
    void aLargeUploadIsForAdministratorsOfTheDatasetsOnly() {
        // Fourteen megabytes that the reading refuses at once: it is the sending that is tried.
        var large = HEADER + ("99999;" + "x".repeat(1_000) + ";1;1;1;1;2026\n").repeat(14_000);
        assertThat(admin.postFile(PAGE + "/fichier", "fichier", "grand.csv", large)
                        .statusCode())
                .isEqualTo(302);
        var visitor = WebClient.visitor(port);
        assertThat(visitor.postFile("/connexion", "fichier", "grand.csv", large).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theWholeWayInABrowser(int width) throws IOException {
        var good = Files.writeString(
                settings.home().resolve("essai-" + width + ".csv"),
                HEADER + "12145;Millau;18000;1700;50;20;20" + (width == 390 ? "25" : "26")
                        + "\n99999;Nulle part;1;1;1;1;2026\n");
        var wrong = Files.writeString(settings.home().resolve("autre-" + width + ".csv"), "nom;valeur\na;1\n");
        try (var browser = Browser.on(port).width(width).signIn(administrator.email(), TestAccounts.PASSWORD)) {
            browser.open("/administration").accessible();
            browser.page().click("a[href='/administration/jeux']");
            browser.settled().accessible().noSidewaysScroll().screenshot("jeux-" + width);
            browser.open(PAGE).accessible().noSidewaysScroll().screenshot("jeu-" + width);
            browser.page().setInputFiles("[name=fichier]", wrong);
            browser.page().click("text=Charger le fichier");
            browser.page().waitForSelector("text=Le fichier est refusé");
            browser.accessible().noSidewaysScroll().screenshot("travail-refuse-" + width);
            browser.open(PAGE);
            browser.page().setInputFiles("[name=fichier]", good);
            browser.page().click("text=Charger le fichier");
            browser.page().waitForSelector("text=sert désormais partout");
            browser.accessible().noSidewaysScroll().screenshot("travail-" + width);
            browser.open(PAGE).accessible().noSidewaysScroll().screenshot("jeu-charge-" + width);
        } finally {
            for (var file : List.of(good, wrong)) {
                Files.delete(file);
            }
        }
    }

    private HttpResponse<String> send(String lines) {
        return admin.postFile(PAGE + "/fichier", "fichier", "patients.csv", HEADER + lines);
    }

    private String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        var job = JOB.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(job.matches()).isTrue();
        await();
        return job.group(1);
    }

    /** The journal is written, and files are put away, just after a job is told to be done. */
    private void journalBecomes(String... expected) {
        Awaitility.await().untilAsserted(() -> assertThat(actions()).containsExactly(expected));
    }

    private void await() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> directory.open().stream().noneMatch(JobView::live));
    }

    private String communes() {
        var lines = new StringBuilder();
        jdbc.sql("select code from territory.commune order by code")
                .query(String.class)
                .list()
                .forEach(code -> lines.append(code).append(";x;1000;100;10;5;2026\n"));
        return lines.toString();
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit.line where action like 'dataset.%' order by id")
                .query(String.class)
                .list();
    }
}
