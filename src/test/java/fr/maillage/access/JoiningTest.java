package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations, sign-up and forgotten passwords: what travels by mail. */
@MaillageTest
class JoiningTest {

    private static final UUID COMMUNITY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Place CPTS = Place.community(COMMUNITY, "CPTS des Essais");
    private static final String EMAIL = "paul@cpts.example";
    private static final String STRONG = "quatre mots sans rapport";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Invitations invitations;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private WebClient browser;

    @BeforeEach
    void open() {
        browser = WebClient.visitor(port);
    }

    @Test
    void anInvitationMakesAnAccountWithItsRoleOnce() {
        var link = invite();
        var page = browser.get(link);
        assertThat(page.body()).contains("CPTS des Essais").contains("Membre").contains(EMAIL);

        var joined = browser.post(link, Map.of("nom", "Paul Cazals", "motdepasse", STRONG));
        assertThat(joined.statusCode()).isEqualTo(302);
        assertThat(browser.get("/compte").body()).contains("Paul Cazals");
        assertThat(jdbc.sql("select role from access.mandate where community_id = ? and from_day = '2026-11-22'")
                        .param(COMMUNITY)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("COORDINATION", "MEMBER");

        var again = WebClient.visitor(port).get(link);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("Cette adresse ne fonctionne plus");
    }

    @Test
    void aDoubleClickJoinsOnce() {
        var link = invite();
        browser.post(link, Map.of("nom", "Paul Cazals", "motdepasse", STRONG));
        assertThat(browser.post(link, Map.of("nom", "Paul Cazals", "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(404);
        assertThat(count("access.account where email = 'paul@cpts.example'")).isEqualTo(1);
    }

    @Test
    void aWeakPasswordKeepsWhatWasTypedAndTheLink() {
        var link = invite();
        var refused = browser.post(link, Map.of("nom", "Paul C.", "motdepasse", "court"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("trop court").contains("Paul C.");
        assertThat(browser.post(link, Map.of("nom", "Paul C.", "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void anInvitationLastsFourteenDays() {
        var link = invite(); // two minutes ago
        clock.advance(Duration.ofDays(14).minusMinutes(3));
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(browser.post(link, Map.of("nom", "Paul", "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecondInvitationReplacesTheFirst() {
        var first = invite();
        var second = invite();
        assertThat(browser.get(first).statusCode()).isEqualTo(404);
        assertThat(browser.get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void aWithdrawnInvitationNoLongerWorks() {
        var coordinator = coordinator();
        invitations.invite(EMAIL, "Paul Cazals", Role.MEMBER, CPTS, coordinator);
        var link = lastLink();
        invitations.withdraw(invitations.ofCommunity(COMMUNITY).getFirst().id(), COMMUNITY, coordinator);
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(invitations.ofCommunity(COMMUNITY)).isEmpty();
    }

    @Test
    void somebodyWithAnAccountJoinsWithIt() {
        var link = invite();
        var paul = accounts.create("Paul Cazals", EMAIL);
        assertThat(browser.get(link).body()).contains("a déjà un compte").contains("/connexion?suite=/invitation/");
        var stranger = browser.post(link, Map.of("nom", "Un autre", "motdepasse", STRONG));
        assertThat(stranger.body()).contains("a déjà un compte");

        var signedIn = WebClient.signedIn(port, accounts.session(paul));
        assertThat(signedIn.get(link).body()).contains("Rejoindre");
        assertThat(signedIn.post(link, Map.of()).statusCode()).isEqualTo(302);
        assertThat(signedIn.get("/compte").body()).contains("Membre");
    }

    @Test
    void signUpIsClosedUntilAnAdministratorOpensIt() {
        assertThat(browser.get("/inscription").body())
                .contains("sur invitation")
                .doesNotContain("name=\"courriel\"");
        browser.post("/inscription", Map.of("nom", "Paul", "courriel", EMAIL));
        assertThat(count("mail.message")).isZero();

        var admin = WebClient.signedIn(
                port, accounts.session(accounts.administrator().account()));
        assertThat(admin.post("/administration/reglages", Map.of("inscription", "true"))
                        .statusCode())
                .isEqualTo(302);

        var known = accounts.create("Anne Delmas", "anne@cpts.example");
        var sent = browser.post("/inscription", Map.of("nom", "Paul", "courriel", EMAIL));
        var toKnown = browser.post("/inscription", Map.of("nom", "Anne", "courriel", "anne@cpts.example"));
        assertThat(sent.statusCode()).isEqualTo(200).isEqualTo(toKnown.statusCode());
        assertThat(known).isNotNull();
        assertThat(comparable(sent)).isEqualTo(comparable(toKnown));
        assertThat(subjects()).containsExactlyInAnyOrder("Confirmez votre adresse", "Vous avez déjà un compte");

        var link = linkTo(EMAIL);
        assertThat(browser.post(link, Map.of("nom", "Paul Cazals", "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/compte").body()).contains("Paul Cazals").contains("aucun rôle");
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkOfOneHour() {
        var paul = accounts.create("Paul Cazals", EMAIL);
        var open = accounts.session(paul);
        var known = browser.post("/mot-de-passe-oublie", Map.of("courriel", EMAIL));
        var unknown = browser.post("/mot-de-passe-oublie", Map.of("courriel", "rien@cpts.example"));
        assertThat(comparable(known)).isEqualTo(comparable(unknown));
        assertThat(count("mail.message")).isEqualTo(1);

        var link = lastLink();
        assertThat(browser.post(link, Map.of("motdepasse", "court")).statusCode())
                .isEqualTo(422);
        var changed = browser.post(link, Map.of("motdepasse", STRONG));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(browser.post(link, Map.of("motdepasse", STRONG + "s")).statusCode())
                .as("once")
                .isEqualTo(404);
        assertThat(WebClient.signedIn(port, open).get("/compte").statusCode())
                .as("the sessions opened with the old password")
                .isEqualTo(303);
        assertThat(browser.post("/connexion", Map.of("courriel", EMAIL, "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aResetLinkExpiresAndIsReplacedByTheNext() {
        accounts.create("Paul Cazals", EMAIL);
        browser.post("/mot-de-passe-oublie", Map.of("courriel", EMAIL));
        var first = lastLink();
        clock.advance(Duration.ofMinutes(1));
        browser.post("/mot-de-passe-oublie", Map.of("courriel", EMAIL));
        var second = lastLink();
        assertThat(browser.get(first).statusCode()).isEqualTo(404);
        assertThat(browser.get(second).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(60));
        assertThat(browser.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void mailsOnDemandAreLimited() {
        for (var i = 0; i < 3; i++) {
            assertThat(browser.post("/mot-de-passe-oublie", Map.of("courriel", EMAIL))
                            .statusCode())
                    .isEqualTo(200);
        }
        var refused = browser.post("/mot-de-passe-oublie", Map.of("courriel", EMAIL));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Réessayez dans 15\u00A0minutes");
    }

    @Test
    void aPasswordChangeEndsTheOtherSessionsOnly() {
        var paul = accounts.create("Paul Cazals", EMAIL);
        var here = WebClient.signedIn(port, accounts.session(paul));
        var elsewhere = WebClient.signedIn(port, accounts.session(paul));
        assertThat(here.post("/compte/mot-de-passe", Map.of("actuel", "pas le bon", "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(422);
        assertThat(here.post("/compte/mot-de-passe", Map.of("actuel", TestAccounts.PASSWORD, "motdepasse", STRONG))
                        .statusCode())
                .isEqualTo(302);
        assertThat(here.get("/compte").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/compte").statusCode()).isEqualTo(303);
        assertThat(subjects()).containsExactly("Votre mot de passe a changé");
    }

    @Test
    void onesDataIsExportedAndTheExportJournalled() {
        var paul = accounts.create("Paul Cazals", EMAIL);
        var data = WebClient.signedIn(port, accounts.session(paul)).get("/compte/donnees.json");
        assertThat(data.statusCode()).isEqualTo(200);
        assertThat(data.body()).contains("paul@cpts.example").doesNotContain("bcrypt");
        assertThat(count("audit.line where action = 'account.exported' and personal_read"))
                .isEqualTo(1);
    }

    private Actor coordinator() {
        return accounts.create("Jeanne Vialaret", "jeanne@cpts.example", Role.COORDINATION, CPTS);
    }

    private String invite() {
        var coordinator = count("access.account") == 0 ? coordinator() : existingCoordinator();
        invitations.invite(EMAIL, "Paul Cazals", Role.MEMBER, CPTS, coordinator);
        clock.advance(Duration.ofMinutes(2));
        return lastLink();
    }

    private Actor existingCoordinator() {
        var id = jdbc.sql("select id from access.account where email = 'jeanne@cpts.example'")
                .query(UUID.class)
                .single();
        return new Actor(new AccountId(id), "Jeanne Vialaret", "jeanne@cpts.example", false, List.of());
    }

    private String lastLink() {
        return link(jdbc.sql("select body from mail.message order by created_at desc limit 1")
                .query(String.class)
                .single());
    }

    private String linkTo(String email) {
        return link(jdbc.sql("select body from mail.message where recipient = ?::public.citext")
                .param(email)
                .query(String.class)
                .single());
    }

    private static String link(String body) {
        var address = Pattern.compile("https?://[^/\\s]+(/(?:invitation|mot-de-passe)/\\S+)")
                .matcher(body);
        assertThat(address.find()).as(body).isTrue();
        return address.group(1);
    }

    private List<String> subjects() {
        return jdbc.sql("select subject from mail.message").query(String.class).list();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static String comparable(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1")
                .replaceAll("[a-z]+@cpts.example", "");
    }
}
