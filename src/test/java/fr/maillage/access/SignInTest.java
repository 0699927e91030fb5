package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaillageTest
class SignInTest {

    private static final String EMAIL = "jeanne@cpts.example";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

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
    void aVisitorOfAPrivatePageSignsInAndComesBack() {
        accounts.create("Jeanne Vialaret", EMAIL);
        var refused = browser.get("/compte?onglet=roles");
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).isEqualTo("/connexion?suite=%2Fcompte%3Fonglet%3Droles");

        var page = browser.get(location(refused));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"courriel\"").contains("name=\"motdepasse\"");

        var before = Map.copyOf(browser.cookies());
        var entered = browser.post("/connexion", fields(EMAIL, TestAccounts.PASSWORD, "/compte?onglet=roles"));
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(location(entered)).endsWith("/compte?onglet=roles");
        assertThat(browser.cookies()).as("a new cookie: no session fixation").isNotEqualTo(before);
    }

    @Test
    void theEmailMayBeWrittenInCapitals() {
        accounts.create("Jeanne Vialaret", EMAIL);
        assertThat(signIn("Jeanne@CPTS.example", TestAccounts.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void signingInNeverLeadsToAnotherSite() {
        accounts.create("Jeanne Vialaret", EMAIL);
        for (var evil : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:1"}) {
            var entered = browser.post("/connexion", fields(EMAIL, TestAccounts.PASSWORD, evil));
            assertThat(location(entered)).as(evil).isEqualTo("/espaces");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        accounts.create("Jeanne Vialaret", EMAIL);
        var wrong = signIn(EMAIL, "un autre mot de passe");
        var unknown = signIn("personne@cpts.example", "un autre mot de passe");
        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(comparable(wrong)).isEqualTo(comparable(unknown));
        assertThat(wrong.body()).contains("ne vont pas ensemble");
    }

    @Test
    void aDisabledAccountIsRefusedLikeAnUnknownOne() {
        accounts.create("Jeanne Vialaret", EMAIL);
        jdbc.sql("update access.account set disabled_at = now()").update();
        assertThat(signIn(EMAIL, TestAccounts.PASSWORD).body()).contains("ne vont pas ensemble");
    }

    @Test
    void afterFiveWrongPasswordsOneWaits() {
        accounts.create("Jeanne Vialaret", EMAIL);
        for (var i = 0; i < 5; i++) {
            assertThat(signIn(EMAIL, "faux mot de passe " + i).statusCode()).isEqualTo(422);
            clock.advance(Duration.ofMinutes(1));
        }
        var refused = signIn(EMAIL, TestAccounts.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Réessayez dans 10\u00A0minutes").contains(EMAIL);

        clock.advance(Duration.ofMinutes(10));
        assertThat(signIn(EMAIL, TestAccounts.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void theLimitIsTheSameForAnAddressWithoutAccount() {
        for (var i = 0; i < 5; i++) {
            signIn("personne@cpts.example", "faux mot de passe " + i);
        }
        assertThat(signIn("personne@cpts.example", "encore un autre").statusCode())
                .isEqualTo(429);
        assertThat(signIn("autre@cpts.example", "encore un autre").statusCode()).isEqualTo(422);
    }

    @Test
    void aRightPasswordForgivesTheWrongOnesBeforeIt() {
        accounts.create("Jeanne Vialaret", EMAIL);
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 4; i++) {
                signIn(EMAIL, "faux mot de passe " + i);
            }
            assertThat(signIn(EMAIL, TestAccounts.PASSWORD).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void leavingEndsTheSession() {
        var session = accounts.session(accounts.create("Jeanne Vialaret", EMAIL));
        var signedIn = WebClient.signedIn(port, session);
        assertThat(signedIn.get("/compte").statusCode()).isEqualTo(200);
        assertThat(location(signedIn.post("/deconnexion", Map.of()))).isEqualTo("/connexion");
        assertThat(WebClient.signedIn(port, session).get("/compte").statusCode())
                .as("the old cookie, stolen before")
                .isEqualTo(303);
    }

    @Test
    void halfAnHourWithoutARequestEndsTheSession() {
        var signedIn = WebClient.signedIn(port, accounts.session(accounts.create("Jeanne Vialaret", EMAIL)));
        for (var i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(29));
            assertThat(signedIn.get("/compte").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(31));
        assertThat(signedIn.get("/compte").statusCode()).isEqualTo(303);
    }

    @Test
    void twelveHoursEndTheSessionHoweverBusy() {
        var signedIn = WebClient.signedIn(port, accounts.session(accounts.create("Jeanne Vialaret", EMAIL)));
        for (var i = 0; i < 25; i++) {
            clock.advance(Duration.ofMinutes(28));
            assertThat(signedIn.get("/compte").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(25));
        assertThat(signedIn.get("/compte").statusCode()).isEqualTo(303);
    }

    @Test
    void aPartOfAPageAskedForAfterTheEndGetsTheSignInPageAsAWhole() {
        var answer = browser.get(
                "/compte", "HX-Request", "true", "Referer", "http://localhost:" + port + "/cpts/exemple/equipe?page=2");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect"))
                .hasValue("/connexion?suite=%2Fcpts%2Fexemple%2Fequipe%3Fpage%3D2&fin=1");
        assertThat(answer.body()).isEmpty();
    }

    private HttpResponse<String> signIn(String email, String password) {
        return browser.post("/connexion", fields(email, password, "/"));
    }

    private static Map<String, String> fields(String email, String password, String next) {
        return Map.of("courriel", email, "motdepasse", password, "suite", next);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceAll("^http://localhost:\\d+", "");
    }

    private static String comparable(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1")
                .replaceAll("value=\"[^\"]*@cpts.example\"", "");
    }
}
