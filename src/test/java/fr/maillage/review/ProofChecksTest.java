package fr.maillage.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.DocumentId;
import fr.maillage.library.Library;
import fr.maillage.library.TestFiles;
import fr.maillage.library.TestLibrary;
import fr.maillage.shared.Euros;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Institutions open the proofs of a year, sample them and say what they found; who follows nothing finds nothing. */
@MaillageTest
class ProofChecksTest {

    private static final String MARKER = "marqueur-msa-8123";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestLibrary files;

    @Autowired
    Library library;

    @Autowired
    Contracts contracts;

    @Autowired
    YearlyReviews reviews;

    @Autowired
    Spendings spendings;

    @Autowired
    MissingProofs missingProofs;

    @Autowired
    JdbcClient db;

    private CommunityView view;
    private Contract contract;

    /** The version of the contract as the pages were read. */
    private String account;

    private WebClient cpts;
    private WebClient ars;
    private WebClient cpam;
    private WebClient msa;
    private String page;
    private DocumentId report;
    private DocumentId invoice;
    private DocumentId other;

    @BeforeEach
    void aYearWithAProofOnALineAndOneOnASpending() {
        view = dossiers.communityReadyToDeposit("CPTS des Preuves");
        made.validateProject(view);
        var day = LocalDate.of(2025, 11, 1);
        contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        made.prepare(view, contract, "aci-avenant-2", 3, day, Map.of("ACCES", day), "");
        made.line(view, contract, "ACCES", "SAS", 26_000);
        made.line(view, contract, "ACCES", "RDV", 9_000);
        contract = made.sign(view, contract, day);
        account = String.valueOf(contract.change().version());
        cpts = WebClient.signedIn(port, accounts.session(view.actor().account()));
        ars = of(dossiers.arsOfAveyron());
        cpam = of(dossiers.cpamOfAveyron());
        msa = of(dossiers.msaOfAveyron());
        page = "/contrats/" + contract.number() + "/dialogue/1";
        ars.post(
                "/institutions/ars-aveyron" + page + "/ouverture",
                Map.of("dossier", "2026-12-01", "contradictoire", "2026-12-15"));
        report = files.add(view, "Relevé SAS", "COMPTE_RENDU", TestFiles.pdf("Relevé"), "releve.pdf");
        invoice = files.add(view, "Facture de la salle", "AUTRE", TestFiles.pdf("Facture"), "facture.pdf");
        other = files.add(view, "Autre document", "AUTRE", TestFiles.pdf("Autre"), "autre.pdf");
        cpts.post(
                view.at("/bilan/1/preuves/" + review().lines().getFirst().id()), Map.of("document", report.toString()));
        spendings.add(
                view,
                contract,
                1,
                List.of(new Spendings.Spending(
                        UUID.randomUUID(),
                        "ACCES",
                        Spendings.Nature.PREMISES,
                        "Salle",
                        Euros.of(120),
                        invoice.value(),
                        null)));
    }

    private WebClient of(InstitutionView institution) {
        return WebClient.signedIn(port, accounts.session(institution.actor().account()));
    }

    private YearlyReview review() {
        return reviews.find(contracts.find(view, contract.number()), 1);
    }

    private int status(WebClient who, String slug, DocumentId document) {
        return who.get("/institutions/" + slug + page + "/preuves/" + document).statusCode();
    }

    private void draw(WebClient who, String slug, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("id", UUID.randomUUID().toString());
        who.post("/institutions/" + slug + page + "/preuves/tirage", all);
    }

    private String find(WebClient who, String slug, ProofCheck check, String sha, String finding, String reason) {
        return who.post(
                        "/institutions/" + slug + page + "/preuves/constats/" + check.id(),
                        Map.of(
                                "version",
                                String.valueOf(check.version()),
                                "empreinte",
                                sha,
                                "constat-" + check.id(),
                                finding,
                                "motif-" + check.id(),
                                reason))
                .body();
    }

    private ProofCheck check(DocumentId document) {
        return review().checks().stream()
                .filter(each -> each.document().equals(document.value()))
                .findFirst()
                .orElseThrow();
    }

    private String sha(DocumentId document) {
        return library.find(view, document).file().sha256();
    }

    @Test
    void thoseWhoFollowTheContractOpenItsProofsAndNoOtherDocument() {
        for (var each : Map.of("ars-aveyron", ars, "cpam-aveyron", cpam, "msa-aveyron", msa)
                .entrySet()) {
            assertThat(status(each.getValue(), each.getKey(), report))
                    .as(each.getKey())
                    .isEqualTo(200);
            assertThat(status(each.getValue(), each.getKey(), invoice))
                    .as(each.getKey())
                    .isEqualTo(200);
            assertThat(status(each.getValue(), each.getKey(), other))
                    .as(each.getKey())
                    .isEqualTo(404);
        }
        assertThat(status(of(dossiers.arsElsewhere()), "ars-rhone", report)).isEqualTo(404);
        assertThat(status(of(dossiers.cpamElsewhere()), "cpam-lozere", report)).isEqualTo(404);
        assertThat(status(cpts, "ars-aveyron", report)).isEqualTo(404);
        assertThat(db.sql("select count(*) from audit.line where action = 'proof.opened'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        assertThat(cpts.get(view.at("/historique?rubrique=contrat&recherche=MSA"))
                        .body())
                .contains("ouverte par MSA de l’Aveyron");
        // No longer attached, no longer open.
        cpts.post(
                view.at("/bilan/1/preuves/" + review().lines().getFirst().id() + "/retrait"),
                Map.of("document", report.toString()));
        assertThat(status(ars, "ars-aveyron", report)).isEqualTo(404);
    }

    @Test
    void aProofHeldNotConformProvesNothingUntilItsFileIsReplaced() {
        draw(ars, "ars-aveyron", Map.of("tirage", "ALL"));
        assertThat(review().checks()).hasSize(2);
        assertThat(cpts.get(view.at("/bilan/1")).body()).contains("a demandé à contrôler 2", "À contrôler");
        var check = check(report);
        var sha = sha(report);
        assertThat(find(ars, "ars-aveyron", check, sha, "NOT_CONFORM", "")).contains("Dites pourquoi");
        int version = review().version();
        find(ars, "ars-aveyron", check, sha, "NOT_CONFORM", "Signatures absentes");
        assertThat(review().lines().getFirst().proven()).isFalse();
        assertThat(review().version()).isGreaterThan(version);
        assertThat(cpts.get(view.at("/bilan/1")).body()).contains("non conforme", "Signatures absentes");

        // Another agent who had the page open changes nothing, and is told.
        find(cpam, "cpam-aveyron", check, sha, "CONFORM", "");
        assertThat(cpam.get("/institutions/cpam-aveyron" + page + "/preuves").body())
                .contains("Signatures absentes");
        assertThat(check(report).finding()).isEqualTo(ProofCheck.Finding.NOT_CONFORM);

        var before = library.find(view, report);
        library.replace(
                view,
                report,
                before.change().version(),
                files.kept(view, TestFiles.pdf("Relevé signé"), "releve-signe.pdf"));
        assertThat(review().lines().getFirst().proven()).isTrue();
        assertThat(ars.get("/institutions/ars-aveyron" + page + "/preuves").body())
                .contains("Fichier remplacé depuis");
        // A finding about the file as it was is refused.
        find(ars, "ars-aveyron", check(report), sha, "CONFORM", "");
        assertThat(check(report).finding()).isEqualTo(ProofCheck.Finding.NOT_CONFORM);
        find(ars, "ars-aveyron", check(report), sha(report), "CONFORM", "");
        assertThat(check(report).finding()).isEqualTo(ProofCheck.Finding.CONFORM);
    }

    @Test
    void proofsThatTheYearLacksAreDueWithItsFile() {
        assertThat(missing()).containsExactly("2026-12-01 Preuves de l’année 1\u00A0: toutes jointes true");
        say(review().lines().getFirst());
        say(review().lines().getLast());
        spendings.add(view, contract, 1, List.of(bare("Timbres"), bare("Train")));
        assertThat(missing())
                .containsExactly(
                        "2026-12-01 3\u00A0preuves manquent à l’année 1\u00A0: 1\u00A0ligne de résultats et 2\u00A0dépenses false");
        assertThat(cpts.get(view.at("/echeances")).body())
                .contains("preuves manquent à l’année 1", "/bilan/1?contrat=" + contract.number());
        assertThat(ars.get("/institutions/ars-aveyron/echeances").body()).doesNotContain("manquent à l’année");

        // A file held not conform proves no more; the figure that an institution gives itself needs no document.
        draw(ars, "ars-aveyron", Map.of("tirage", "ALL"));
        find(ars, "ars-aveyron", check(report), sha(report), "NOT_CONFORM", "Signatures absentes");
        assertThat(missing()).singleElement().asString().contains("4\u00A0preuves manquent", "2\u00A0lignes");
        db.sql("delete from review.spending where document_id is null").update();
        db.sql("update review.line set agreed_at = now(), agreed_proof = true, agreed_by = 'Essai'")
                .update();
        assertThat(missing()).containsExactly("2026-12-01 Preuves de l’année 1\u00A0: toutes jointes true");

        db.sql("update review.review set state = 'CLOSED', closed_at = now()").update();
        assertThat(missing()).isEmpty();
    }

    private void say(YearlyReview.Line line) {
        db.sql(
                        "insert into review.reading (line_id, party, value, given_at, given_by) values (?, 'CPTS', 12, now(), 'Essai')")
                .param(line.id())
                .update();
    }

    private static Spendings.Spending bare(String label) {
        return new Spendings.Spending(
                UUID.randomUUID(), "ACCES", Spendings.Nature.OTHER, label, Euros.of(30), null, null);
    }

    private List<String> missing() {
        return missingProofs.of(view.id()).stream()
                .map(each -> each.day() + " " + each.label() + " " + each.done())
                .toList();
    }

    @Test
    void aDrawAtRandomShowsTheSeedThatRepeatsIt() {
        draw(cpam, "cpam-aveyron", Map.of("tirage", "RANDOM", "nombre", "1", "graine", "4711"));
        assertThat(review().checks()).hasSize(1);
        var body = cpam.get("/institutions/cpam-aveyron" + page + "/preuves").body();
        assertThat(body).contains("tirées au hasard avec la graine 4711");
        var proof = Objects.requireNonNull(review().checks().getFirst());
        var codes = List.of(
                review().lines().getFirst().id() + ":" + report,
                spendings.of(contract, 1).getFirst().id() + ":" + invoice);
        var first = codes.stream()
                .min(java.util.Comparator.comparing(code -> ProofDraw.rank("4711", code)))
                .orElseThrow();
        assertThat(proof.thing() + ":" + proof.document()).isEqualTo(first);
        var refused = cpam.post(
                        "/institutions/cpam-aveyron" + page + "/preuves/tirage",
                        Map.of("id", UUID.randomUUID().toString(), "tirage", "RANDOM", "nombre", "9"))
                .body();
        assertThat(refused).contains("entre 1 et 2");
    }

    @Test
    void theMsaSaysValuesAndItsNotesNeverReachTheCpts() {
        var base = "/institutions/msa-aveyron" + page;
        var line = review().lines().getFirst();
        msa.post(base + "/valeurs/" + line.id(), Map.of("valeur-" + line.id(), "8", "preuve-" + line.id(), "true"));
        assertThat(review().lines().getFirst().of(YearlyReview.Voice.MSA)).isPresent();
        msa.post(base + "/notes", Map.of("id", UUID.randomUUID().toString(), "note", MARKER));
        assertThat(ars.get("/institutions/ars-aveyron" + page).body()).contains(MARKER, "MSA de l’Aveyron");
        for (var path : List.of("/bilan", "/bilan/1", "/contrat", "/contrat/vie", "/historique", "")) {
            assertThat(cpts.get(view.at(path)).body()).as(path).doesNotContain(MARKER);
        }
        // Settling and closing belong to the signatories.
        assertThat(msa.post(
                                base + "/accord/" + line.id(),
                                Map.of("convenu-" + line.id(), "8", "raison-" + line.id(), "Vu"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(msa.post(base + "/cloture", Map.of("version", "0", "compte", account))
                        .statusCode())
                .isEqualTo(404);
    }
}
