package fr.maillage.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.maillage.journeys.Journey.follow;
import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.submit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.documents.PlainText;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.ReviewRemarks;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A coordinator, a nurse and a president work on the same project at the same time, each in a browser of their own: on the
 * board of the chain and in the sections. No fact is typed twice; all that is typed is in every trame that asks for it.
 */
@MaillageTest
class TeamOfThreeTest {

    private static final String NEED = "Des retours de l’hôpital sans infirmière prévenue";
    private static final String CONTEXT = "La coopération est née de réunions entre voisins de cabinet.";
    private static final String ANSWER = "Les réunions ont commencé en mars 2024.";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Trames trames;

    @Autowired
    ProjectDocument projection;

    @Autowired
    Texts texts;

    @Autowired
    ReviewRemarks remarks;

    private final TypedOnce typed = new TypedOnce();

    private InstitutionView ars;
    private CommunityView cpts;
    private CommunityView nurse;
    private CommunityView president;
    private String project;

    @BeforeEach
    void aTeamOfThree() {
        ars = world.arsOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS Vallée Fictive");
        nurse = made.join(cpts, "Nadia Modèle", Role.PROJECT_TEAM);
        president = made.join(cpts, "Paul Exemple", Role.PRESIDENCY);
        project = cpts.at("/projet-de-sante");
    }

    @Test
    void threePeopleWriteRenderAnswerAndDepositWithoutTypingAFactTwice() {
        try (var coordination = signedIn(cpts, 1440);
                var care = signedIn(nurse, 390);
                var presidency = signedIn(president, 1440)) {
            theyAreTogetherOnTheBoard(coordination, care, presidency);
            theyAreTogetherInASection(coordination, care);
            theCoordinatorRendersEveryTrame();
            thePresidentDeposits(presidency, "1");
            theArsAsks();
            theNurseAnswers(care);
            thePresidentDeposits(presidency, "2");
        }
        typed.everyFactInOneField(4);
    }

    /** The nurse adds a need while the coordinator has the board open; the president links it, once, from an open page. */
    private void theyAreTogetherOnTheBoard(Browser coordination, Browser care, Browser presidency) {
        met(coordination, cpts.at("/chaine"));
        met(care, cpts.at("/diagnostic/problemes/nouveau"));
        care.page().fill("[name=titre]", NEED);
        care.page().selectOption("[name=theme]", new SelectOption().setIndex(1));
        care.page().locator("main form button.button-primary").first().click();
        care.settled();
        met(presidency, cpts.at("/chaine"));
        met(coordination, cpts.at("/chaine"));
        relate(presidency);
        relate(coordination);
        assertThat(coordination.page().locator("[data-card=besoin]", hasNeed()).locator(".board-parent"))
                .hasCount(1);
        looked(coordination);
    }

    /** Both open the same card and choose the same objective: the second finds it done, or is told that it changed. */
    private static void relate(Browser browser) {
        var card = browser.page().locator("[data-card=besoin]", hasNeed());
        card.locator("summary").click();
        card.locator("select").selectOption(new SelectOption().setIndex(1));
        card.locator("details form button").click();
        browser.settled();
        browser.page().reload();
    }

    private static Page.LocatorOptions hasNeed() {
        return new Page.LocatorOptions().setHasText(NEED);
    }

    /** The nurse sees that the coordinator is there; each text is saved in its own section. */
    private void theyAreTogetherInASection(Browser coordination, Browser care) {
        met(coordination, project + "/sections/contexte-local");
        met(care, project + "/sections/contexte-local");
        assertThat(care.page().locator("#presence")).containsText(cpts.actor().name());
        Journey.write(coordination, " " + typed.in("contexte-local/texte", CONTEXT));
        var dossier = dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow();
        Assertions.assertThat(
                        texts.find(dossier.id(), "contexte-local").orElseThrow().text())
                .contains(CONTEXT);
        looked(care);
    }

    private void theCoordinatorRendersEveryTrame() {
        var client = WebClient.signedIn(port, accounts.session(cpts.actor().account()));
        for (var trame : trames.all()) {
            var path = cpts.at("/dossiers/" + trame.id());
            Assertions.assertThat(client.download(path + ".docx"))
                    .as(trame.id())
                    .startsWith('P', 'K');
            Assertions.assertThat(client.download(path + ".pdf")).as(trame.id()).startsWith('%', 'P', 'D', 'F');
            var words =
                    PlainText.of(projection.inTrame(cpts.id(), trame).document().body());
            boolean asks = trame.kind() == DossierKind.HEALTH_PROJECT
                    && trame.written().stream()
                            .flatMap(section -> section.narrative().stream())
                            .anyMatch(narrative -> narrative.key().equals("contexte-local"));
            if (asks) {
                Assertions.assertThat(words)
                        .as("the text typed once, in " + trame.id())
                        .contains(CONTEXT);
            }
        }
    }

    private void thePresidentDeposits(Browser presidency, String version) {
        met(presidency, project + "/depot");
        submit(presidency, "Déposer le projet");
        submit(presidency, "Oui, déposer");
        assertThat(presidency.page().locator("main")).containsText("version " + version);
        looked(presidency);
    }

    private void theArsAsks() {
        var number =
                dossiers.of(cpts.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
        remarks.write(ars, number, UUID.randomUUID(), "contexte-local", "Depuis quand vous réunissez-vous ?", "");
        try (var institution = signedIn(ars.actor().email(), 1440)) {
            var review = "/institutions/" + ars.institution().slug() + "/dossiers/" + number;
            met(institution, review);
            submit(institution, "Passer en instruction");
            follow(institution, "Demander un complément");
            institution.page().fill("[name=motif]", "Répondez à la remarque.");
            submit(institution, "Relire la lettre");
            submit(institution, "Envoyer la demande");
        }
    }

    private void theNurseAnswers(Browser care) {
        met(care, project + "/remarques");
        var page = care.page();
        page.locator("textarea[name^=reponse-]").fill(ANSWER);
        submit(care, "Envoyer la réponse");
        page.locator("form[action$=traitee] button").click();
        looked(care.settled());
        assertThat(page.locator("main")).containsText("Traitée par Nadia Modèle");
        met(care, project + "/sections/contexte-local");
        Journey.write(care, " " + typed.in("contexte-local/texte", "Elles rassemblent douze cabinets."));
    }

    private Browser signedIn(CommunityView view, int width) {
        return signedIn(view.actor().email(), width);
    }

    private Browser signedIn(String email, int width) {
        return typed.watched(Browser.on(port).width(width).signIn(email, TestAccounts.PASSWORD))
                .forgetConsoleErrors();
    }
}
