package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaillageTest
class AdministrationTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Institutions institutions;

    @Autowired
    JdbcClient jdbc;

    private Actor administrator;
    private WebClient admin;

    @BeforeEach
    void open() {
        administrator = accounts.administrator();
        admin = WebClient.signedIn(port, accounts.session(administrator.account()));
    }

    @Test
    void everyPageAnswers() {
        for (var page : List.of(
                "",
                "/comptes",
                "/comptes.csv",
                "/comptes.xlsx",
                "/comptes/invitation",
                "/institutions",
                "/institutions.csv",
                "/institutions/nouvelle",
                "/reglages",
                "/journal",
                "/journal.csv",
                "/courriels",
                "/courriels.csv",
                "/comptes/" + administrator.account().value())) {
            assertThat(admin.get("/administration" + page).statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    @Test
    void anInstitutionIsCreatedWithItsTerritory() {
        var created = admin.post(
                "/administration/institutions/nouvelle",
                Map.of("nom", "CPAM de l’Aveyron", "role", "CPAM", "departements", "12"));
        assertThat(created.statusCode()).isEqualTo(302);
        var cpam = institutions.findBySlug("cpam-de-l-aveyron").orElseThrow();
        assertThat(cpam.region()).isEqualTo("76");
        assertThat(cpam.departements()).containsExactly("12");
        assertThat(admin.get("/administration/institutions/cpam-de-l-aveyron").body())
                .contains("Aveyron (12)");
        assertThat(admin.post(
                                "/administration/institutions/nouvelle",
                                Map.of("nom", "CPAM de l’Aveyron", "role", "CPAM", "departements", "12"))
                        .body())
                .contains("existe déjà");
    }

    @Test
    void aHeadOfficeCoversItsRegionAndADelegationStaysInOne() {
        assertThat(admin.post(
                                "/administration/institutions/nouvelle",
                                Map.of("nom", "ARS Occitanie", "role", "ARS_HEAD_OFFICE", "region", "76"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(institutions.covering("76", "12"))
                .extracting(Institution::name)
                .containsExactly("ARS Occitanie");
        assertThat(institutions.covering("84", "63")).isEmpty();
        assertThat(admin.post("/administration/institutions/nouvelle", Map.of("nom", "DD", "role", "ARS_DELEGATION"))
                        .body())
                .contains("Choisissez au moins un département");
    }

    @Test
    void aRoleIsGivenOnceAndRevoked() {
        var msa = institutions.create("msa-mpn", "MSA Midi-Pyrénées Nord", Role.MSA, "76", List.of("12", "46"));
        var paul = accounts.create("Paul Cazals", "paul@msa.example");
        var page = "/administration/comptes/" + paul.value();
        for (var click = 0; click < 2; click++) {
            assertThat(admin.post(page + "/roles", Map.of("lieu", "msa-mpn")).statusCode())
                    .isEqualTo(302);
        }
        var mandate = jdbc.sql("select id from access.mandate where institution_id = ?")
                .param(msa.id().value())
                .query(String.class)
                .list();
        assertThat(mandate).hasSize(1);
        assertThat(admin.get(page).body()).contains("MSA Midi-Pyrénées Nord");
        assertThat(admin.post(page + "/roles/" + mandate.getFirst() + "/retrait", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get(page).body()).contains("aucun rôle");
        assertThat(admin.post(page + "/roles/" + mandate.getFirst() + "/retrait", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aClosedAccountIsOutAtTheNextClickAndMayComeBack() {
        var paul = accounts.create("Paul Cazals", "paul@cpts.example");
        var session = accounts.session(paul);
        var page = "/administration/comptes/" + paul.value();
        admin.post(page + "/fermeture", Map.of());
        assertThat(WebClient.signedIn(port, session).get("/compte").statusCode())
                .isEqualTo(303);
        admin.post(page + "/ouverture", Map.of());
        assertThat(WebClient.visitor(port)
                        .post(
                                "/connexion",
                                Map.of("courriel", "paul@cpts.example", "motdepasse", TestAccounts.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void theLastAdministratorStays() {
        var page = "/administration/comptes/" + administrator.account().value();
        var mandate = administrator.mandates().getFirst().id();
        assertThat(admin.post(page + "/fermeture", Map.of()).body()).contains("la seule à administrer");
        assertThat(admin.post(page + "/roles/" + mandate + "/retrait", Map.of()).body())
                .contains("la seule à administrer");
        assertThat(admin.get("/administration").statusCode()).isEqualTo(200);
    }

    @Test
    void theListIsSearchedWithoutAccentsAndExportedWithATrace() {
        accounts.create("Zoé Élissalde", "zoe@cpts.example");
        accounts.create("=cmd|' /C calc'!A0", "formule@cpts.example");
        assertThat(admin.get("/administration/comptes?recherche=elissalde").body())
                .contains("Zoé Élissalde")
                .doesNotContain("formule@cpts.example");
        assertThat(admin.get("/administration/comptes?recherche=%25").body()).contains("Aucune ligne");
        assertThat(admin.get("/administration/comptes.csv").body()).contains("'=cmd|");
        assertThat(jdbc.sql("select count(*) from audit.line where personal_read")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void administrationDoesNotExistForOthers() {
        var other = WebClient.signedIn(port, accounts.session(accounts.create("Paul Cazals", "paul@cpts.example")));
        for (var page : List.of("", "/comptes", "/journal", "/courriels", "/rien")) {
            assertThat(other.get("/administration" + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(other.post("/administration/reglages", Map.of("inscription", "true"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(WebClient.visitor(port).get("/administration").statusCode()).isEqualTo(303);
    }

    @Test
    void aKeptMailIsReadWithItsLinkToFollow() {
        admin.post(
                "/administration/comptes/invitation",
                Map.of("nom", "Anne <b>", "courriel", "anne@ars.example", "lieu", "administration"));
        var list = admin.get("/administration/courriels").body();
        assertThat(list).contains("anne@ars.example").contains("À lire ici");
        var id = jdbc.sql("select id from mail.message").query(String.class).single();
        assertThat(admin.get("/administration/courriels/" + id).body())
                .containsPattern("<a href=\"http://localhost:\\d+/invitation/[\\w-]{43}\">");
        assertThat(admin.get("/administration/comptes").body())
                .contains("Invitations en attente")
                .contains("Anne &lt;b");
    }
}
