package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import fr.maillage.ui.Assets;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers, cookies, forged forms, and what many attempts at once may do. */
@MaillageTest
class SecurityTest {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MutableClock clock;

    @Test
    void everyAnswerCarriesTheHeaders() {
        var client = WebClient.visitor(port);
        for (var path : List.of(
                "/",
                "/connexion",
                "/compte",
                "/rien-du-tout",
                "/api/v1/communes?recherche=millau",
                "/actuator/health",
                Assets.url("css/base.css"))) {
            var answer = client.get(path);
            assertThat(header(answer, "Content-Security-Policy")).as(path).isEqualTo(POLICY);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).as(path).contains("geolocation=()");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Server")).as(path).isEmpty();
        }
    }

    @Test
    void pagesAreNeverCachedAndFilesAre() {
        var client = WebClient.visitor(port);
        assertThat(header(client.get("/connexion"), "Cache-Control")).contains("no-store");
        var file = client.get(Assets.url("css/base.css"));
        assertThat(header(file, "Cache-Control")).contains("max-age=31536000");
        assertThat(header(file, "Set-Cookie")).isEmpty();
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var plain = header(WebClient.visitor(port).get("/connexion"), "Set-Cookie");
        assertThat(plain)
                .startsWith("connexion=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");

        var secure = header(WebClient.visitor(port).get("/connexion", "X-Forwarded-Proto", "https"), "Set-Cookie");
        assertThat(secure).startsWith("__Host-connexion=").contains("Secure").contains("HttpOnly");
    }

    @Test
    void overHttpsTheBrowserIsToldToStayThere() {
        var client = WebClient.visitor(port);
        assertThat(header(client.get("/", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(header(client.get("/"), "Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var session = accounts.session(accounts.create("Jeanne Vialaret", "jeanne@cpts.example"));
        var forged = WebClient.signedIn(port, session);
        assertThat(forged.postAsIs("/compte", Map.of("nom", "Autre")).statusCode())
                .isEqualTo(403);
        assertThat(forged.postAsIs("/deconnexion", Map.of()).statusCode()).isEqualTo(403);
        var stranger = WebClient.visitor(port);
        stranger.get("/connexion");
        assertThat(forged.postAsIs("/compte", Map.of("nom", "Autre", "_csrf", stranger.csrf()))
                        .statusCode())
                .as("the value of another browser")
                .isEqualTo(403);
        assertThat(forged.get("/compte").body()).contains("Jeanne Vialaret");
    }

    @Test
    void theHiddenValueOfTheFormIsTheOneAccepted() {
        var browser = WebClient.visitor(port);
        accounts.create("Jeanne Vialaret", "jeanne@cpts.example");
        var page = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(browser.get("/connexion").body());
        assertThat(page.find()).isTrue();
        var entered = browser.postAsIs(
                "/connexion",
                Map.of("courriel", "jeanne@cpts.example", "motdepasse", TestAccounts.PASSWORD, "_csrf", page.group(1)));
        assertThat(entered.statusCode()).isEqualTo(302);
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToSignInAndBack() {
        var session = accounts.session(accounts.create("Jeanne Vialaret", "jeanne@cpts.example"));
        var browser = WebClient.signedIn(port, session);
        browser.post("/deconnexion", Map.of());
        var late = browser.post(
                "/compte", Map.of("nom", "Jeanne V."), "Referer", "http://localhost:" + port + "/compte?a=b");
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(header(late, "Location")).isEqualTo("/connexion?suite=%2Fcompte%3Fa%3Db&fin=1");
        assertThat(browser.get("/connexion?suite=/compte&fin=1").body()).contains("hors connexion après");
    }

    @Test
    void whatWasTypedWaitsForThePersonWhoTypedIt() {
        var jeanne = accounts.create("Jeanne Vialaret", "jeanne@cpts.example");
        accounts.create("Paul Cazals", "paul@cpts.example");
        for (var who : List.of("jeanne", "paul")) {
            var browser = WebClient.signedIn(port, accounts.session(jeanne));
            clock.advance(Duration.ofMinutes(31));
            browser.post("/compte", Map.of("nom", "Jeanne \"V.\" <Vialaret>", "motdepasse", "secret de Jeanne"));
            assertThat(browser.get("/connexion?fin=1").body()).contains("ce que vous aviez envoyé vous attend");
            var entered = browser.post(
                    "/connexion", Map.of("courriel", who + "@cpts.example", "motdepasse", TestAccounts.PASSWORD));
            if (who.equals("paul")) {
                assertThat(header(entered, "Location")).doesNotContain("reprise");
                assertThat(browser.get("/reprise").statusCode()).isEqualTo(302);
            } else {
                assertThat(header(entered, "Location")).endsWith("/reprise");
                assertThat(browser.get("/reprise").body())
                        .contains("&lt;Vialaret>")
                        .doesNotContain("secret de Jeanne");
                var sent = browser.post("/reprise", Map.of("nom", "Jeanne V.", "accord", "FEMININE"));
                assertThat(header(sent, "Location")).endsWith("/compte");
                assertThat(browser.get("/compte").body()).contains("value=\"Jeanne V.\"");
                assertThat(browser.get("/reprise").statusCode()).as("once").isEqualTo(302);
            }
        }
    }

    /** The browser was closed and has forgotten its cookie, or another tab has signed in again meanwhile. */
    @Test
    void whatWasTypedIsKeptWhenTheBrowserHasLostOrReplacedItsCookie() {
        var jeanne = accounts.create("Jeanne Vialaret", "jeanne@cpts.example");
        var before = WebClient.signedIn(port, accounts.session(jeanne));
        var typed = Map.of("nom", "Jeanne V.", "accord", "FEMININE", "_csrf", before.csrf());

        var reopened = WebClient.visitor(port);
        reopened.get("/connexion");
        var late = reopened.postAsIs("/compte", typed, "Referer", "http://localhost:" + port + "/compte");
        assertThat(header(late, "Location")).isEqualTo("/connexion?suite=%2Fcompte&fin=1");
        var entered = reopened.post(
                "/connexion", Map.of("courriel", "jeanne@cpts.example", "motdepasse", TestAccounts.PASSWORD));
        assertThat(header(entered, "Location")).endsWith("/reprise");
        assertThat(reopened.get("/reprise").body()).contains("Jeanne V.").doesNotContain("MOT_DE_PASSE");
        assertThat(header(reopened.post("/reprise", Map.of("nom", "Jeanne V.", "accord", "FEMININE")), "Location"))
                .endsWith("/compte");

        clock.advance(Duration.ofMinutes(31));
        var filled = reopened.csrf();
        reopened.post("/connexion", Map.of("courriel", "jeanne@cpts.example", "motdepasse", TestAccounts.PASSWORD));
        var other = reopened.postAsIs("/compte", Map.of("nom", "Jeanne Autre", "_csrf", filled));
        assertThat(header(other, "Location"))
                .as("signed in again in another tab")
                .endsWith("/reprise");
        assertThat(reopened.get("/reprise").body()).contains("Jeanne Autre");
    }

    @Test
    void whatSomebodyElseTypedIsNotKeptForTheNextPersonOfTheBrowser() {
        var jeanne = accounts.create("Jeanne Vialaret", "jeanne@cpts.example");
        var paul = accounts.create("Paul Cazals", "paul@cpts.example");
        var ofJeanne = WebClient.signedIn(port, accounts.session(jeanne)).csrf();
        var browser = WebClient.signedIn(port, accounts.session(paul));
        var late = browser.postAsIs("/compte", Map.of("nom", "Jeanne V.", "_csrf", ofJeanne));
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(browser.get("/reprise").statusCode()).isEqualTo(302);
    }

    @Test
    void anAddressOfAnotherSiteIsNeverFollowedAfterSignIn() {
        var late = WebClient.visitor(port).post("/compte", Map.of(), "Referer", "https://evil.example/compte");
        assertThat(header(late, "Location")).isEqualTo("/connexion?fin=1");
    }

    @Test
    void aHundredGuessesAtOnceAreNotMoreThanTheLimit() throws Exception {
        accounts.create("Jeanne Vialaret", "jeanne@cpts.example");
        Callable<Integer> guess = () -> {
            var browser = WebClient.visitor(port);
            return browser.post(
                            "/connexion", Map.of("courriel", "jeanne@cpts.example", "motdepasse", "faux mot de passe"))
                    .statusCode();
        };
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = threads.invokeAll(Collections.nCopies(40, guess)).stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(answers.stream().filter(status -> status == 422)).hasSize(5);
            assertThat(answers.stream().filter(status -> status == 429)).hasSize(35);
        }
    }

    @Test
    void oneAddressDoesNotTakeTheWholeInterface() {
        var client = WebClient.visitor(port);
        var path = "/api/v1/communes?recherche=zz";
        for (var i = 0; i < 600; i++) {
            assertThat(client.get(path, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(200);
        }
        var refused = client.get(path, "X-Forwarded-For", "203.0.113.9");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).isEqualTo("60");
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(client.get(path, "X-Forwarded-For", "203.0.113.10").statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(client.get(path, "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneAddressDoesNotTakeTheSimulatorForItself() {
        var client = WebClient.visitor(port);
        for (var i = 0; i < 240; i++) {
            assertThat(client.get("/cpts.csv", "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(200);
        }
        for (var path : List.of("/cpts.xlsx", "/simulateur", "/simulateur.pdf?taille=2")) {
            assertThat(client.get(path, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .as(path)
                    .isEqualTo(429);
        }
        assertThat(client.get("/cpts", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(200);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
