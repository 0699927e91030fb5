package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is named in a remark is told by e-mail, in the team and nowhere else. */
@MaillageTest
class MentionsTest {

    private static final String KEY = "contexte-local";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCommunities made;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient db;

    private CommunityView odile;
    private CommunityView yann;
    private CommunityView elsewhere;
    private String section;

    @BeforeEach
    void aTeam() {
        odile = made.create("CPTS des Essais");
        yann = made.join(odile, "Yann Modèle", Role.PROJECT_TEAM);
        elsewhere = made.create("CPTS des Témoins", "84", "63");
        dossiers.begin(odile.id(), DossierKind.HEALTH_PROJECT, odile.actor());
        section = odile.at("/projet-de-sante/sections/" + KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            À relire @Yann.           | Yann Modèle
            À relire @yann modele !   | Yann Modèle
            @Élodie, ton avis ?       | Élodie Premier, Élodie Second
            @Elodie Second, ton avis  | Élodie Second
            @Yannick et yann@ici.fr   |
            Rien pour Yann            |
            """)
    void aFirstNameAfterTheSignCallsAPersonOfTheTeam(String text, String named) {
        var team = List.of("Yann Modèle", "Élodie Premier", "Élodie Second");

        assertThat(String.join(", ", Mentions.named(text, team))).isEqualTo(named == null ? "" : named);
    }

    @Test
    void onlyPeopleOfTheTeamAreWrittenToAndOnce() {
        var client = WebClient.signedIn(port, accounts.session(odile.actor().account()));
        var form = Map.of(
                "id", UUID.randomUUID().toString(),
                "remarque", "@Yann, à relire.",
                "prevenir", elsewhere.actor().account().value().toString());
        client.post(section + "/remarques", form);
        client.post(section + "/remarques", form);

        assertThat(mailed()).containsExactly(yann.actor().email());
    }

    @Test
    void aNameIsPickedByKeyboard() {
        try (var browser = Browser.on(port).signIn(odile.actor().email(), TestAccounts.PASSWORD)) {
            browser.forgetConsoleErrors();
            browser.open(section);
            var page = browser.page();
            page.locator(".remark-form summary").click();
            page.locator("#remarque").focus();
            page.keyboard().type("Peux-tu relire, @y");
            PlaywrightAssertions.assertThat(page.locator("#remarque-noms")).isVisible();
            browser.accessible().noSidewaysScroll();
            page.keyboard().press("Enter");
            assertThat(page.locator("#remarque").inputValue()).isEqualTo("Peux-tu relire, @Yann Modèle ");
            page.locator(".remark-form button").click();
            browser.settled();
        }
        assertThat(mailed()).containsExactly(yann.actor().email());
    }

    @Test
    void withoutJavaScriptANameIsTicked() {
        try (var browser =
                Browser.on(port).withoutScripts().signIn(odile.actor().email(), TestAccounts.PASSWORD)) {

            browser.open(section);
            browser.page().locator(".remark-form summary").click();
            browser.page().fill("#remarque", "À relire.");
            browser.page().getByLabel("Yann Modèle").check();
            browser.page().locator(".remark-form button").click();
        }
        assertThat(mailed()).containsExactly(yann.actor().email());
    }

    private List<String> mailed() {
        return db.sql("select recipient::text from mail.message where context_kind = 'draft'")
                .query(String.class)
                .list();
    }
}
