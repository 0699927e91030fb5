package fr.maillage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.TestFiles;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An institution reads the text that the CPTS signed and records its own signature. */
@MaillageTest
class InstitutionSigningTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Contracts contracts;

    @Autowired
    Signing signing;

    @Autowired
    JdbcClient db;

    private CommunityView view;
    private Contract contract;
    private InstitutionView arsPerson;
    private WebClient ars;
    private WebClient cpam;
    private String base;

    @BeforeEach
    void aContractToSign() {
        view = dossiers.communityReadyToDeposit("CPTS des Signatures");
        made.validateProject(view);
        contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        made.prepare(view, contract, "aci-avenant-2", 3, DAY, Map.of("ACCES", DAY), "");
        arsPerson = dossiers.arsOfAveyron();
        ars = of(arsPerson);
        cpam = of(dossiers.cpamOfAveyron());
        base = "/institutions/ars-aveyron/contrats/" + contract.number();
    }

    private WebClient of(InstitutionView institution) {
        return WebClient.signedIn(port, accounts.session(institution.actor().account()));
    }

    private Terms draft() {
        return contracts.find(view, contract.number()).draft().orElseThrow();
    }

    private void sign(Terms.Signatory party) {
        assertThat(signing.sign(
                        contract.id(),
                        draft().change().version(),
                        new Signing.Typed(party, "Camille Exemple", "Présidente", LocalDate.of(2026, 6, 20)),
                        view.author()))
                .isInstanceOf(Signing.Outcome.Recorded.class);
    }

    private Map<String, String> typed(String... pairs) {
        var fields = new HashMap<>(Map.of(
                "version",
                String.valueOf(draft().change().version()),
                "nom",
                "Dominique Essai",
                "qualite",
                "Directrice",
                "date",
                "2026-06-25"));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    @Test
    void theTextIsADraftOfTheCptsUntilItSigned() {
        assertThat(ars.get(base + "/signature").statusCode()).isEqualTo(404);
        assertThat(ars.get("/institutions/ars-aveyron/portefeuille").body()).doesNotContain("À signer");
        sign(Terms.Signatory.CPTS);

        assertThat(ars.get("/institutions/ars-aveyron/portefeuille").body()).contains("À signer", contract.number());
        assertThat(ars.get(base + "/signature").body()).contains("Enregistrer notre signature", "Camille Exemple");
        assertThat(ars.download(base + "/texte.pdf")).isNotEmpty();
        // The MSA reads and does not sign; another département has nothing.
        var msa = base.replace("ars-aveyron", "msa-aveyron");
        var msaPerson = of(dossiers.msaOfAveyron());
        assertThat(msaPerson.get(msa + "/signature").body()).doesNotContain("Enregistrer notre signature");
        assertThat(msaPerson.post(msa + "/signature", typed()).statusCode()).isEqualTo(404);
        assertThat(of(dossiers.cpamElsewhere())
                        .get(base.replace("ars-aveyron", "cpam-lozere") + "/signature")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachPartySignsOnceAndTheThirdEndsIt() {
        sign(Terms.Signatory.CPTS);
        var first = typed();
        assertThat(ars.post(base + "/signature", first).statusCode()).isEqualTo(302);
        assertThat(ars.post(base + "/signature", first).statusCode()).isIn(200, 302);
        var second = signing.sign(
                contract.id(),
                draft().change().version(),
                new Signing.Typed(Terms.Signatory.ARS, "Autre Personne", "Adjoint", LocalDate.of(2026, 6, 26)),
                view.author());
        assertThat(second).isInstanceOf(Signing.Outcome.AlreadyThere.class);
        cpam.post(base.replace("ars-aveyron", "cpam-aveyron") + "/signature", typed());

        var signed = contracts.find(view, contract.number());
        assertThat(signed.state()).isEqualTo(Contract.State.SIGNED);
        assertThat(signed.first().signatures())
                .extracting(Terms.Signature::name)
                .containsOnlyOnce("Camille Exemple");
        assertThat(ars.get(base + "/signature").body()).contains("Signé par les trois parties");
    }

    @Test
    void aTextThatTheCptsTookBackIsNotSigned() {
        sign(Terms.Signatory.CPTS);
        var seen = typed();
        signing.withdraw(contract.id(), Terms.Signatory.CPTS, view.author());
        assertThat(ars.post(base + "/signature", seen).statusCode()).isEqualTo(404);
        sign(Terms.Signatory.CPTS);
        assertThat(ars.post(base + "/signature", seen).body()).contains("Le texte vient de changer");
        assertThat(draft().signatures()).hasSize(1);
    }

    @Test
    void theSignedFileIsOpenedByThePartiesAndNobodyElse() {
        sign(Terms.Signatory.CPTS);
        assertThat(ars.postFile(base + "/signature", "fichier", "contrat.pdf", "ceci n’est pas un PDF")
                        .body())
                .contains("Indiquez qui a signé", "fichier-erreur");
        String document;
        try (var browser = Browser.on(port).width(1440).signIn(arsPerson.actor().email(), TestAccounts.PASSWORD)) {
            browser.open(base + "/signature");
            browser.page().fill("#nom", "Dominique Essai");
            browser.page().fill("#qualite", "Directrice");
            browser.page().fill("#date", "2026-06-25");
            browser.page().setInputFiles("#fichier", TestFiles.written(TestFiles.pdf("Contrat signé")));
            browser.page().getByText("Enregistrer notre signature").click();
            browser.page().getByText("Textes signés joints").waitFor();
            var href = browser.page().locator("#signes a").getAttribute("href");
            document = href.substring(href.lastIndexOf('/') + 1);
        }
        var at = base + "/signature/" + document;

        assertThat(ars.get(base + "/signature").body()).contains("Textes signés joints");
        assertThat(ars.download(at)).isNotEmpty();
        assertThat(cpam.download(at.replace("ars-aveyron", "cpam-aveyron"))).isNotEmpty();
        assertThat(of(dossiers.cpamElsewhere())
                        .get(at.replace("ars-aveyron", "cpam-lozere"))
                        .statusCode())
                .isEqualTo(404);
        var team = WebClient.signedIn(port, accounts.session(view.actor().account()));
        assertThat(team.get(view.at("/documents/" + document)).body()).contains("Contrat ou avenant signé");
        assertThat(team.get(view.at("/contrat/signatures")).body()).contains(document);
        // Any other document of the CPTS stays shut.
        assertThat(ars.get(base + "/signature/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        sign(Terms.Signatory.CPTS);
        assertThat(ars.post(base + "/signature", typed("date", "2099-01-01")).body())
                .contains("Cette date est à venir", "Dominique Essai");
        assertThat(ars.post(base + "/signature", typed("version", "99")).body())
                .contains("Le texte vient de changer", "Dominique Essai");
        assertThat(draft().signatures()).hasSize(1);
        for (int width : new int[] {390, 1440}) {
            try (var browser =
                    Browser.on(port).width(width).signIn(arsPerson.actor().email(), TestAccounts.PASSWORD)) {
                browser.open(base + "/signature").accessible().noSidewaysScroll();
            }
        }
    }
}
