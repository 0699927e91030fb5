package fr.maillage.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Mandates;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaillageTest
class FirstAccountTest {

    private static final Map<String, String> TYPED = Map.of(
            "nom", "Odile Rampal", "courriel", "odile@maillage.example", "motdepasse", "quatre mots sans rapport");

    @LocalServerPort
    int port;

    @Autowired
    FirstAccount firstAccount;

    @Autowired
    Mandates mandates;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theAddressMakesOneAdministratorWhoIsThenSignedIn() {
        var address = address();
        var browser = WebClient.visitor(port);
        assertThat(browser.get(address).statusCode()).isEqualTo(200);
        var made = browser.post(address, TYPED);
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/administration"));
        assertThat(browser.get("/administration").statusCode()).isEqualTo(200);
        assertThat(mandates.administrators()).hasSize(1);

        assertThat(browser.post(address, TYPED).statusCode()).isEqualTo(404);
        assertThat(firstAccount.invite()).as("the next start prints nothing").isEmpty();
        assertThat(jdbc.sql("select sentence from audit.line order by id")
                        .query(String.class)
                        .list())
                .first()
                .asString()
                .contains("premier démarrage");
    }

    @Test
    void eachStartReplacesTheAddressUntilItIsUsed() {
        var first = address();
        var second = address();
        var browser = WebClient.visitor(port);
        assertThat(browser.get(first).statusCode()).isEqualTo(404);
        assertThat(browser.post(first, TYPED).statusCode()).isEqualTo(404);
        assertThat(browser.get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultKeepsWhatWasTypedAndTheAddress() {
        var address = address();
        var browser = WebClient.visitor(port);
        var refused = browser.post(address, Map.of("nom", "Odile", "courriel", "odile", "motdepasse", "azertyazerty"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Odile")
                .contains("n’est pas complète")
                .contains("premiers qu’on essaie");
        assertThat(browser.post(address, TYPED).statusCode()).isEqualTo(302);
    }

    @Test
    void onlyTheHashOfTheAddressIsKept() {
        var token = address().replaceAll(".*/", "");
        assertThat(jdbc.sql("select count(*) from access.one_time_link where encode(token_hash, 'escape') = ?")
                        .param(token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String address() {
        return URI.create(firstAccount.invite().orElseThrow()).getPath();
    }
}
