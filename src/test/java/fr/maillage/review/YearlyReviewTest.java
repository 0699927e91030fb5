package fr.maillage.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.Ledgers;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.TestFiles;
import fr.maillage.library.TestLibrary;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dialogue de gestion by HTTP, from its opening to the account: values, a disagreement settled, notes apart, one closing. */
@MaillageTest
class YearlyReviewTest {

    private static final PartKey ACCESS = new PartKey("ACCES", "VARIABLE");
    private static final PartKey CRISIS = new PartKey("CRISE", "VARIABLE");
    private static final String MARKER = "marqueur-prive-4711";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestLibrary library;

    @Autowired
    Contracts contracts;

    @Autowired
    YearlyReviews reviews;

    @Autowired
    Ledgers ledgers;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient db;

    private CommunityView view;
    private Contract contract;

    /** The version of the contract as the pages were read. */
    private String account;

    private WebClient cpts;
    private InstitutionView arsPerson;
    private WebClient ars;
    private WebClient cpam;
    private String inst;
    private String own;

    @BeforeEach
    void aContractWhoseFirstYearIsOver() {
        view = dossiers.communityReadyToDeposit("CPTS des Bilans");
        made.validateProject(view);
        var day = LocalDate.of(2025, 11, 1);
        contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        made.prepare(view, contract, "aci-avenant-2", 3, day, Map.of("ACCES", day, "CRISE", day), "");
        made.line(view, contract, "ACCES", "SAS", 26_000);
        made.line(view, contract, "ACCES", "RDV", 9_000);
        contract = made.sign(view, contract, day);
        account = String.valueOf(contract.change().version());
        cpts = WebClient.signedIn(port, accounts.session(view.actor().account()));
        arsPerson = dossiers.arsOfAveyron();
        ars = of(arsPerson);
        cpam = of(dossiers.cpamOfAveyron());
        inst = "/contrats/" + contract.number() + "/dialogue/1";
        own = view.at("/bilan/1");
        ars.post(
                "/institutions/ars-aveyron" + inst + "/ouverture",
                Map.of("dossier", "2026-12-01", "contradictoire", "2026-12-15"));
    }

    private WebClient of(InstitutionView institution) {
        return WebClient.signedIn(port, accounts.session(institution.actor().account()));
    }

    private YearlyReview review() {
        return reviews.find(contracts.find(view, contract.number()), 1);
    }

    private void say(WebClient who, String base, YearlyReview.Line line, String value, boolean proof) {
        var said = db.sql("select max(version) from review.reading where line_id = ? and party = ?")
                .params(line.id(), who == cpts ? "CPTS" : who == ars ? "ARS" : "CPAM")
                .query(String.class)
                .optional()
                .orElse("");
        var fields = Map.of(
                "valeur-" + line.id(), value, "version-" + line.id(), said, "preuve-" + line.id(), proof ? "true" : "");
        who.post(base + "/valeurs/" + line.id(), fields);
    }

    private String close(WebClient who, String slug) {
        var now = review();
        return who.post("/institutions/" + slug + inst + "/cloture", Map.of("version", now.mark(), "compte", account))
                .body();
    }

    /** The text of the report that the closing keeps. */
    private String frozen() throws Exception {
        return text("pdf", cpts.download(view.at("/bilan-1.pdf"))).replaceAll("[\\s\u00A0\u202F]+", " ");
    }

    private void settleCrisis() {
        cpam.post(
                "/institutions/cpam-aveyron" + inst + "/montants/obtenu",
                Map.of(
                        "volet",
                        "CRISE-VARIABLE",
                        "obtenu-CRISE-VARIABLE",
                        "0",
                        "motif-obtenu-CRISE-VARIABLE",
                        "Aucune crise reconnue"));
    }

    @Test
    void twoValuesAreADisagreementUntilItIsSettledAndTheAccountFollows() throws Exception {
        var lines = review().lines();
        say(cpts, own, lines.get(0), "12", false);
        say(cpts, own, lines.get(1), "15", false);
        say(cpam, "/institutions/cpam-aveyron" + inst, lines.get(0), "8", true);
        assertThat(review().disputed()).hasSize(1);
        settleCrisis();
        assertThat(close(ars, "ars-aveyron")).contains("encore en désaccord");
        assertThat(review().closed()).isFalse();

        ars.post(
                "/institutions/ars-aveyron" + inst + "/accord/" + lines.get(0).id(),
                Map.of(
                        "convenu-" + lines.get(0).id(), "11",
                        "prouve-" + lines.get(0).id(), "true",
                        "raison-" + lines.get(0).id(), "Relevé refait ensemble"));
        // The second line has a value without proof: it earns nothing.
        close(ars, "ars-aveyron");
        assertThat(review().closed()).isTrue();
        var year = ledgers.of(contracts.find(view, contract.number())).year(1).orElseThrow();
        assertThat(year.line(ACCESS).orElseThrow().due()).isEqualTo(Euros.of(26_000));
        assertThat(year.line(CRISIS).orElseThrow().open()).isFalse();
        assertThat(cpts.get(own).body()).contains("Dialogue de gestion clos", "Relevé refait ensemble");
        assertThat(frozen())
                .contains("Dialogue de gestion clos le", "26 000,00 €", "Relevé refait ensemble")
                .doesNotContain("rouillon", "à évaluer", "Reste à régler");
        assertThat(cpts.get(view.at("/contrat?annee=1")).body()).contains("26\u00A0000,00");
        assertThat(db.sql("select count(*) from mail.message where subject like '%clos%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void theInstitutionReadsTheAccountYearByYear() {
        var account = "/institutions/cpam-aveyron/contrats/" + contract.number() + "/compte";
        assertThat(cpam.get(account + "?annee=2").body())
                .contains("Part fixe de l’année 2", "Comment ce montant est calculé", "article 6");
        assertThat(cpam.get(account + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(cpam.get(account + "?annee=9").statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentOfTheLibraryProvesALine() {
        var line = review().lines().getFirst();
        var document = library.add(view, "Relevé SAS", "COMPTE_RENDU", TestFiles.pdf("Relevé"), "releve.pdf");
        say(cpts, own, line, "12", false);
        assertThat(review().lines().getFirst().proven()).isFalse();
        cpts.post(own + "/preuves/" + line.id(), Map.of("document", document.toString()));
        assertThat(review().lines().getFirst().proven()).isTrue();
        assertThat(cpts.get(view.at("/documents/" + document)).body()).contains("Preuve d’un résultat du contrat");
        cpts.post(own + "/preuves/" + line.id() + "/retrait", Map.of("document", document.toString()));
        assertThat(review().lines().getFirst().proven()).isFalse();
    }

    @Test
    void privateNotesNeverReachTheCpts() throws Exception {
        ars.post(
                "/institutions/ars-aveyron" + inst + "/notes",
                Map.of("id", UUID.randomUUID().toString(), "note", MARKER));
        ars.post(
                "/institutions/ars-aveyron" + inst + "/questions",
                Map.of("id", UUID.randomUUID().toString(), "question", "Qui tient le relevé ?"));
        assertThat(cpam.get("/institutions/cpam-aveyron" + inst).body()).contains(MARKER);
        for (var path :
                List.of("/bilan", "/bilan/1", "/contrat", "/contrat/vie", "/contrat/versements", "/historique", "")) {
            assertThat(cpts.get(view.at(path)).body()).as(path).doesNotContain(MARKER);
        }
        for (var format : List.of("pdf", "docx", "xlsx")) {
            var bytes = cpts.download(view.at("/bilan-1." + format));
            assertThat(text(format, bytes)).as(format).doesNotContain(MARKER).isNotBlank();
            var read = cpam.download("/institutions/cpam-aveyron/contrats/" + contract.number() + "/bilan-1." + format);
            assertThat(text(format, read)).as(format).doesNotContain(MARKER).isNotBlank();
        }
        assertThat(db.sql("select string_agg(subject || body, ' ') from mail.message")
                        .query(String.class)
                        .single())
                .contains("question")
                .doesNotContain(MARKER);
        assertThat(db.sql(
                                "select string_agg(sentence || detail::text, ' ') from audit.line where audience = 'EVERYONE'")
                        .query(String.class)
                        .single())
                .doesNotContain(MARKER);
    }

    @Test
    void aQuestionSentTwiceIsAskedAndToldOnce() {
        var question = Map.of("id", UUID.randomUUID().toString(), "question", "Qui tient le relevé ?");
        var count = "select count(*) from mail.message where subject like 'Une question%'";
        var before = db.sql(count).query(Long.class).single();
        ars.post("/institutions/ars-aveyron" + inst + "/questions", question);
        var once = db.sql(count).query(Long.class).single();
        ars.post("/institutions/ars-aveyron" + inst + "/questions", question);
        assertThat(once).isGreaterThan(before);
        assertThat(db.sql(count).query(Long.class).single()).isEqualTo(once);
    }

    @Test
    void aYearThatTheContractDoesNotHaveTakesNoSpending() {
        var answer = cpts.post(
                view.at("/bilan/8/depenses"),
                Map.of("mission", "ACCES", "nature", "TRAVEL", "objet", "Train", "montant", "12"));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private static String text(String format, byte[] bytes) throws Exception {
        if (format.equals("pdf")) {
            try (var pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        var text = new StringBuilder();
        var file = Files.createTempFile("bilan", ".zip");
        Files.write(file, bytes);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    @Test
    void twoAgentsCloseOnceAndTheOtherIsTold() throws Exception {
        var lines = review().lines();
        lines.forEach(line -> say(cpts, own, line, "12", false));
        settleCrisis();
        var version = review().mark();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(() -> ars.post(
                    "/institutions/ars-aveyron" + inst + "/cloture", Map.of("version", version, "compte", account)));
            var other = pool.submit(() -> cpam.post(
                    "/institutions/cpam-aveyron" + inst + "/cloture", Map.of("version", version, "compte", account)));
            one.get();
            other.get();
        }
        assertThat(review().closed()).isTrue();
        assertThat(db.sql("select count(*) from contract.earned")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(db.sql("select count(*) from audit.line where action = 'review.closed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        cpam.post("/institutions/cpam-aveyron" + inst + "/cloture", Map.of("version", version, "compte", account));
        assertThat(cpam.get("/institutions/cpam-aveyron" + inst).body()).contains("Clos le");
    }

    @Test
    void anAmendmentSignedSinceThePageWasReadStopsTheClosing() {
        review().lines().forEach(line -> say(cpts, own, line, "12", false));
        settleCrisis();
        made.amend(view, contracts.find(view, contract.number()), "Essai");
        made.sign(view, contracts.find(view, contract.number()), LocalDate.of(2026, 11, 20));
        assertThat(close(ars, "ars-aveyron")).contains("Le contrat a changé");
        assertThat(review().closed()).isFalse();
    }

    @Test
    void aMissionStartedSinceThePageWasReadStopsTheClosing() {
        review().lines().forEach(line -> say(cpts, own, line, "12", false));
        settleCrisis();
        cpts.post(view.at("/contrat/missions/CRISE"), Map.of("demarrage-CRISE", "2026-03-01"));

        assertThat(close(ars, "ars-aveyron")).contains("Le contrat a changé");
        assertThat(review().closed()).isFalse();
    }

    @Test
    void eachActLeavesItsLineInTheJournal() {
        review().lines().forEach(line -> say(cpts, own, line, "12", false));
        settleCrisis();

        assertThat(cpts.get(view.at("/historique?rubrique=contrat")).body()).contains("La CPTS dit 12", "obtenus");
    }

    @Test
    void aValueSaidSinceThePageWasReadStopsTheClosing() {
        review().lines().forEach(line -> say(cpts, own, line, "12", false));
        settleCrisis();
        var seen = review().mark();
        say(cpts, own, review().lines().getFirst(), "13", false);
        var page = ars.post("/institutions/ars-aveyron" + inst + "/cloture", Map.of("version", seen, "compte", account))
                .body();
        assertThat(page).contains("Une valeur a changé");
    }

    @Test
    void theSilenceOfTheCptsIsWaitedForThenLeavesTheOtherValue() {
        review().lines().forEach(line -> say(cpam, "/institutions/cpam-aveyron" + inst, line, "12", true));
        settleCrisis();
        assertThat(close(ars, "ars-aveyron")).contains("pour dire ses valeurs");
        clock.set(LocalDate.of(2026, 12, 16));
        ars = of(arsPerson);
        close(ars, "ars-aveyron");
        assertThat(review().closed()).isTrue();
        assertThat(ledgers.of(contracts.find(view, contract.number()))
                        .year(1)
                        .orElseThrow()
                        .line(ACCESS)
                        .orElseThrow()
                        .due())
                .isEqualTo(Euros.of(35_000));
    }

    @Test
    void whatIsWithheldIsReturned() throws Exception {
        review().lines().forEach(line -> say(cpts, own, line, "12", false));
        settleCrisis();
        ars.post(
                "/institutions/ars-aveyron" + inst + "/montants/retenu",
                Map.of(
                        "volet",
                        "CRISE-FIXE",
                        "retenu-CRISE-FIXE",
                        "22500",
                        "motif-retenu-CRISE-FIXE",
                        "Plan de crise non remis"));
        close(ars, "ars-aveyron");
        var line = ledgers.of(contracts.find(view, contract.number()))
                .year(1)
                .orElseThrow()
                .line(new PartKey("CRISE", "FIXE"))
                .orElseThrow();
        assertThat(line.withheld()).isEqualTo(Euros.of(22_500));
        assertThat(line.toCome()).isEqualTo(Euros.ZERO);
        assertThat(frozen()).contains("22 500,00 € retenus. Plan de crise non remis");
    }

    @Test
    void badInputIsToldAndNothingTypedIsLost() {
        var line = review().lines().getFirst();
        var body = cpts.post(
                        own + "/valeurs/" + line.id(),
                        Map.of(
                                "valeur-" + line.id(),
                                "beaucoup",
                                "numerateur-" + line.id(),
                                "3",
                                "commentaire-" + line.id(),
                                "À revoir"))
                .body();
        assertThat(body).contains("value=\"beaucoup\"", "À revoir", "Donnez les deux nombres");
        var spend = cpts.post(own + "/depenses", Map.of("montant", "-3", "objet", "Réunion"))
                .body();
        assertThat(spend).contains("Choisissez la mission", "plus grand que zéro", "value=\"Réunion\"");
    }
}
