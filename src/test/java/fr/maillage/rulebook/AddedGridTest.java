package fr.maillage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.maillage.access.TestAccounts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The next agreement as a file, from its sending to its withdrawal: figures change, no code does. */
@MaillageTest
class AddedGridTest {

    private static final String PAGE = "/administration/regles";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KnownGrids known;

    WebClient client;

    @BeforeEach
    void signIn() {
        client = WebClient.signedIn(
                port, accounts.session(accounts.administrator().account()));
    }

    /** The program is shared with other tests: it must not keep counting with this grid. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from rulebook.added_grid").update();
        known.forget();
    }

    @Test
    void aMadeUpAgreementCountsFromItsFirstDayWithoutCode() {
        var address = send();
        assertThat(send()).isEqualTo(address);
        assertThat(client.get(address).body()).contains("Modifiée", "Ajoutée", "Supprimée", "Aucun contrat.");
        assertThat(amount("2026-07-01")).isNotEqualTo("60001.00");

        take(address);
        assertThat(amount("2026-06-30")).isEqualTo("60000.00");
        assertThat(amount("2026-07-01")).isEqualTo("60001.00");
        assertThat(code(simulate("2026-06-30", "ACCES"))).isEqualTo("aci-2019");
        assertThat(code(simulate("2026-07-01", "MAISON_FRANCE_SANTE"))).isEqualTo(TestGrids.CODE);
        assertThat(WebClient.visitor(port)
                        .get("/regles/comparaison?avant=2026-06-30&apres=2026-07-01")
                        .body())
                .contains("Maisons France Santé");

        // A second time changes nothing, and writes nothing in the journal.
        take(address);
        assertThat(journal("rulebook.grid-taken")).isEqualTo(1);

        client.post(address + "/retrait", Map.of());
        client.post(address + "/retrait", Map.of());
        assertThat(journal("rulebook.grid-withdrawn")).isEqualTo(1);
        assertThat(amount("2026-07-01")).isEqualTo("60000.00");
        assertThat(send()).isNotEqualTo(address);
    }

    @Test
    void whatWasNotSeenIsNotTaken() {
        var address = send();
        assertThat(client.post(address + "/prise-en-compte", Map.of("vus", "aci-2019"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(amount("2026-07-01")).isEqualTo("60000.00");
    }

    @Test
    void aFaultyFileIsRefusedWithItsFaults() {
        var answer = client.postFile(
                PAGE, "fichier", "essai.yaml", TestGrids.franceSante().replace("T2: 82001", "T2: 82000"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("taille T2", "82001.00");
        assertThat(jdbc.sql("select count(*) from rulebook.added_grid")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theirPagesAreAccessible() {
        var address = send();
        try (var browser = Browser.on(port)) {
            browser.signIn("administration@maillage.example", TestAccounts.PASSWORD);
            browser.open(PAGE).accessible();
            browser.open(address).accessible();
            browser.page().click("text=Prendre ce barème en compte");
            browser.settled().accessible();
            assertThat(browser.page().innerText("main")).contains("Ce barème compte");
        }
    }

    private String send() {
        var answer = client.postFile(PAGE, "fichier", "essai.yaml", TestGrids.franceSante());
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private void take(String address) {
        assertThat(client.post(address + "/prise-en-compte", Map.of("vus", "aci-2019,aci-avenant-2"))
                        .statusCode())
                .isEqualTo(302);
    }

    private String amount(String day) {
        var body = client.get("/api/v1/regles?date=" + day).body();
        List<String> values = JsonPath.read(body, "$[?(@.code=='MONTANT_FONCTIONNEMENT_T2')].valeur");
        return values.getFirst();
    }

    private String simulate(String signature, String mission) {
        return client.postJson("/api/v1/simulations/aci", """
                {"taille":2,"dateSignature":"%1$s","missions":[{"code":"%2$s","dateDemarrage":"%1$s"}]}
                """.formatted(signature, mission))
                .body();
    }

    private static String code(String simulation) {
        return JsonPath.read(simulation, "$.bareme.code");
    }

    private long journal(String action) {
        return jdbc.sql("select count(*) from audit.line where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }
}
