package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.signin.TestLinks;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the address of the first start to an instructor who signs in, in the words on the screen. */
@MaillageTest
class JoiningJourneyTest {

    private static final String PASSWORD = "quatre mots sans rapport";

    @LocalServerPort
    int port;

    @Autowired
    TestLinks links;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void theFirstAdministratorInvitesAnInstructorWhoJoins(int width) {
        try (var admin = Browser.on(port).width(width);
                var invited = Browser.on(port).width(width)) {
            admin.open("/premier-compte/" + links.firstAccount());
            checked(admin);
            fill(admin, "Prénom et nom", "Odile Rampal");
            fill(admin, "Adresse électronique", "odile@maillage.example");
            fill(admin, "Mot de passe", "court");
            press(admin, "Créer le compte");
            checked(admin.forgetConsoleErrors());
            assertThat(admin.page().locator("main").innerText()).contains("trop court");
            fill(admin, "Mot de passe", PASSWORD);
            press(admin, "Créer le compte");
            assertThat(admin.heading()).isEqualTo("Administration");
            checked(admin.screenshot("administration-" + width));

            follow(admin, "Créer une institution");
            checked(admin);
            fill(admin, "Nom", "CPAM de l’Aveyron");
            admin.page().getByLabel("CPAM et service médical (ELSM)").check();
            admin.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Départements"))
                    .click();
            admin.page().getByLabel("12 Aveyron").check();
            press(admin, "Créer l’institution");
            assertThat(admin.heading()).isEqualTo("CPAM de l’Aveyron");
            checked(admin);

            follow(admin, "Inviter une personne");
            checked(admin);
            fill(admin, "Prénom et nom", "Luc Fabre");
            fill(admin, "Adresse électronique", "luc@cpam.example");
            press(admin, "Envoyer l’invitation");
            assertThat(admin.page().locator("main").innerText()).contains("Invitations en attente");
            checked(admin);
            for (var page : List.of("courriels", "journal", "reglages", "institutions", "comptes")) {
                checked(admin.open("/administration/" + page).screenshot("administration-" + page + "-" + width));
            }
            checked(admin.open("/compte").screenshot("compte-" + width));
            admin.open("/administration/courriels");
            follow(admin, "Invitation à rejoindre Maillage");
            checked(admin);

            invited.open("/invitation/" + links.lastInvitation());
            checked(invited);
            assertThat(invited.page().locator("main").innerText()).contains("CPAM de l’Aveyron");
            fill(invited, "Mot de passe", PASSWORD);
            press(invited, "Créer le compte");
            invited.open("/compte");
            assertThat(invited.page().locator("main").innerText()).contains("CPAM de l’Aveyron");
            checked(invited);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void thePagesOfVisitorsAreReadableByAll(int width) {
        try (var visitor = Browser.on(port).width(width).dark()) {
            for (var page : List.of("/connexion", "/connexion?fin=1", "/inscription", "/mot-de-passe-oublie")) {
                checked(visitor.open(page));
            }
            for (var closed : List.of("/invitation/rien", "/mot-de-passe/rien", "/premier-compte/rien")) {
                checked(visitor.open(closed).forgetConsoleErrors());
                assertThat(visitor.heading()).isEqualTo("Cette adresse ne fonctionne plus");
            }
            visitor.open("/connexion");
            press(visitor, "Se connecter");
            assertThat(visitor.page().locator("main").innerText())
                    .contains("Indiquez votre adresse électronique.")
                    .contains("Indiquez votre mot de passe.");
            visitor.accessible().forgetConsoleErrors().screenshot("connexion-" + width);
        }
    }

    private static void checked(Browser browser) {
        browser.accessible().noSidewaysScroll();
    }

    private static void fill(Browser browser, String label, String text) {
        browser.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        browser.settled();
    }

    private static void follow(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        browser.settled();
    }
}
