package fr.maillage.dossier.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.maillage.access.Mandates;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is there, who has what for when, and the reminders. The clock of tests shows 22 November 2026. */
@MaillageTest
class TeamworkTest {

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
    private Texts texts;

    @Autowired
    private Presences presences;

    @Autowired
    private SectionReminders reminders;

    @Autowired
    private Mandates mandates;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient db;

    private CommunityView odile;
    private CommunityView yann;
    private DossierId dossier;
    private String base;

    @BeforeEach
    void aTeam() {
        odile = made.create("CPTS des Essais");
        yann = made.join(odile, "Yann Modèle", Role.PROJECT_TEAM);
        dossier = dossiers.begin(odile.id(), DossierKind.HEALTH_PROJECT, odile.actor())
                .id();
        base = odile.at("/projet-de-sante");
    }

    @Test
    void whoIsInASectionIsSeenByTheOthersForAMinute() {
        presences.here(dossier, KEY, yann.actor(), true);

        assertThat(presences.others(dossier, odile.actor().account()))
                .extracting(here -> here.section() + " " + here.person().name())
                .containsExactly(KEY + " Yann Modèle");
        assertThat(presences.others(dossier, yann.actor().account())).isEmpty();
        assertThat(presences.writing(dossier, odile.actor().account())).containsOnlyKeys(KEY);

        clock.advance(Presences.FRESH);
        assertThat(presences.others(dossier, odile.actor().account())).isEmpty();
    }

    @Test
    void thePageOfASectionShowsWhoElseIsThere() {
        presences.here(dossier, KEY, yann.actor(), true);
        try (var browser = Browser.on(port).signIn(odile.actor().email(), TestAccounts.PASSWORD)) {
            browser.forgetConsoleErrors();
            browser.open(base + "/sections/" + KEY);
            PlaywrightAssertions.assertThat(browser.page().locator("#presence")).containsText("Yann Modèle");
            browser.accessible().noSidewaysScroll().screenshot("presence");
        }
        assertThat(presences.others(dossier, yann.actor().account())).hasSize(1);
    }

    @Test
    void anIdleSessionEndsAlthoughItsPageShowsItself() {
        var session = accounts.session(odile.actor().account());
        var client = WebClient.signedIn(port, session);
        var path = base + "/sections/" + KEY + "/presence";
        for (int minutes = 0; minutes < 40; minutes += 10) {
            client.post(path, Map.of(), "X-Maillage-By-Itself", "true");
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(WebClient.signedIn(port, session).get(base).headers().firstValue("Location"))
                .isPresent();
    }

    @Test
    void aReminderLeavesThreeDaysBeforeAndOnceWhenTheDayIsPast() {
        assign("2026-11-25");

        reminders.run();
        reminders.run();
        assertThat(mails())
                .singleElement()
                .asString()
                .startsWith("Section attendue")
                .contains("1.1 Contexte local");

        clock.advance(Duration.ofDays(4));
        reminders.run();
        reminders.run();
        assertThat(mails()).hasSize(2).last().asString().startsWith("Section en retard");
    }

    @Test
    void nobodyIsRemindedTooEarlyOrOfWhatIsWrittenOrAfterLeavingTheTeam() {
        assign("2026-11-26");
        reminders.run();
        assertThat(mails()).isEmpty();

        assign("2026-11-24");
        var mandate = yann.actor().mandates().getFirst().id();
        mandates.revoke(odile.actor(), mandate);
        reminders.run();
        assertThat(mails()).isEmpty();
    }

    @Test
    void theProgressPageSaysWhoHasWhatAndWhatIsLate() {
        assign("2026-11-20");
        texts.save(dossier, "contexte-local", 0, "Un début.", yann.actor());
        try (var browser = Browser.on(port).signIn(odile.actor().email(), TestAccounts.PASSWORD)) {
            browser.forgetConsoleErrors();
            browser.open(base + "/avancement").accessible().noSidewaysScroll().screenshot("avancement-1440");
            assertThat(browser.page().locator("#etapes").innerText()).contains("avant le dépôt");
            browser.open(odile.at("/historique?recherche=contexte&rubrique=textes"))
                    .accessible()
                    .noSidewaysScroll()
                    .screenshot("historique-1440");
            assertThat(browser.page().locator("main table tbody tr").count()).isEqualTo(1);
            assertThat(browser.page().locator("main table").innerText()).contains("Yann Modèle", "1.1 Contexte local");
            browser.open(base + "/avancement?recherche=yann").accessible();
            assertThat(browser.page().locator("main table").innerText()).contains("1.1 Contexte local", "Yann Modèle");
        }
        try (var phone = Browser.on(port).width(390).signIn(yann.actor().email(), TestAccounts.PASSWORD)) {
            phone.forgetConsoleErrors();
            phone.open(odile.at("/historique")).accessible().noSidewaysScroll();
            phone.open(base + "/avancement?choix=mes-sections").accessible().noSidewaysScroll();
            assertThat(phone.page().locator("main table tbody tr").count()).isEqualTo(1);
        }
    }

    private void assign(String due) {
        var client = WebClient.signedIn(port, accounts.session(odile.actor().account()));
        client.post(
                base + "/sections/" + KEY + "/attribution",
                Map.of("personne", yann.actor().account().value().toString(), "echeance", due));
    }

    private List<String> mails() {
        return db.sql("select subject from mail.message where context_kind = 'draft' order by created_at")
                .query(String.class)
                .list();
    }
}
