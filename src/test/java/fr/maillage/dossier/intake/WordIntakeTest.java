package fr.maillage.dossier.intake;

import static fr.maillage.dossier.intake.WordFiles.styled;
import static fr.maillage.dossier.intake.WordFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.instruction.Deposits;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a document that the team wrote before to the sections of its dossier: nothing silent, nothing lost, nothing twice. */
@MaillageTest
class WordIntakeTest {

    private static final String MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities communities;

    @Autowired
    TestDossiers world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Deposits deposits;

    @Autowired
    Trames trames;

    @Autowired
    Texts texts;

    @Autowired
    WordIntake intake;

    private Dossier begun(CommunityView view) {
        return dossiers.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor());
    }

    /** Headings found in projects published by CPTS, and the text each speaks of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Contexte local | contexte-local",
                "Historique de la collaboration | historique-collaboration",
                "Choix du territoire | choix-du-territoire",
                "Le contexte démographique | contexte-demographique",
                "Les besoins de santé du territoire | besoins-de-sante",
                "Offre hospitalière | offre-hospitaliere",
                "Fonctionnement de la coordination | fonctionnement-coordination",
                "Statuts de l’association | statuts",
                "Remerciements | ",
                "Le projet de santé de la CPTS | ",
            })
    void aHeadingIsRecognisedByTheWordsOfTheTrames(String heading, String narrative) {
        var guess = new SectionGuess(trames.byDefault(DossierKind.HEALTH_PROJECT), trames.all()).of(heading);

        assertThat(guess == null ? null : guess.narrative()).isEqualTo(narrative);
    }

    @Test
    void aHeadingThatSaysNothingFollowsTheOneAbove() {
        var guess = new SectionGuess(trames.byDefault(DossierKind.HEALTH_PROJECT), trames.all());
        var proposals = WordIntake.propose(
                guess,
                List.of(
                        new Passage(1, 1, "Contexte démographique", "a", 0),
                        new Passage(2, 2, "Un plateau, des vallées", "b", 0),
                        new Passage(3, 1, "Remerciements", "c", 0)));

        assertThat(proposals.get(1))
                .extracting(WordIntake.Proposal::narrative, WordIntake.Proposal::own)
                .containsExactly("contexte-demographique", true);
        assertThat(proposals.get(2))
                .extracting(WordIntake.Proposal::narrative, WordIntake.Proposal::own)
                .containsExactly("contexte-demographique", false);
        assertThat(proposals.get(3).narrative()).isEmpty();
    }

    @Test
    void passagesComeAfterWhatIsWrittenAndNeverTwice() {
        var view = communities.create("CPTS des Reprises");
        var dossier = begun(view);
        texts.save(dossier.id(), "contexte-local", 0, "Déjà là.", view.actor());
        var passages = List.of(
                new Passage(1, 1, "Contexte local", "Né de rencontres.", 0),
                new Passage(2, 1, "Remerciements", "Merci.", 0));
        var chosen = Map.of(1, "contexte-local", 2, "contexte-local");

        assertThat(intake.take(dossier, passages, chosen, view.actor())).isEqualTo(new Taken.Done(2, 0, 1));
        assertThat(intake.take(dossier, passages, chosen, view.actor())).isEqualTo(new Taken.Done(0, 2, 0));

        assertThat(texts.find(dossier.id(), "contexte-local").orElseThrow().text())
                .isEqualTo("Déjà là.\n\nNé de rencontres.\n\n### Remerciements\n\nMerci.");
    }

    @Test
    void theSameWordsUnderAnotherHeadingAreKept() {
        var view = communities.create("CPTS des Reprises");
        var dossier = begun(view);
        var passages = List.of(
                new Passage(1, 1, "Premier point", "Sans objet", 0),
                new Passage(2, 1, "Second point", "Sans objet", 0));
        var chosen = Map.of(1, "contexte-local", 2, "contexte-local");

        assertThat(intake.take(dossier, passages, chosen, view.actor())).isEqualTo(new Taken.Done(2, 0, 1));
        assertThat(intake.take(dossier, passages, chosen, view.actor())).isEqualTo(new Taken.Done(0, 2, 0));
        assertThat(texts.find(dossier.id(), "contexte-local").orElseThrow().text())
                .isEqualTo("### Premier point\n\nSans objet\n\n### Second point\n\nSans objet");
    }

    @Test
    void allOrNothing() {
        var view = communities.create("CPTS des Reprises");
        var dossier = begun(view);
        var passages = List.of(
                new Passage(1, 1, "Contexte local", "Né de rencontres.", 0),
                new Passage(2, 1, "Conclusion", "x".repeat(Texts.LONGEST + 1), 0));

        assertThat(intake.take(dossier, passages, Map.of(1, "contexte-local", 2, "conclusion"), view.actor()))
                .isEqualTo(new Taken.TooLong("conclusion"));

        assertThat(texts.of(dossier.id())).isEmpty();
    }

    @Test
    void aDepositedDossierTakesNothing() {
        world.arsOfAveyron();
        var view = world.communityReadyToDeposit("CPTS des Reprises");
        deposits.deposit(view, DossierKind.HEALTH_PROJECT);
        var dossier = begun(view);
        var before = texts.of(dossier.id());

        assertThat(intake.take(
                        dossier,
                        List.of(new Passage(1, 1, "Conclusion", "Autre fin.", 0)),
                        Map.of(1, "conclusion"),
                        view.actor()))
                .isEqualTo(new Taken.Closed(Step.SUBMITTED));
        assertThat(texts.of(dossier.id())).isEqualTo(before);
    }

    /** What our own document says comes back: every text of a project is found again in the sections of another. */
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aTeamTakesUpItsWordProjectInABrowser(int width) {
        var view = communities.create("CPTS des Reprises");
        var dossier = begun(view);
        var body = styled("Titre1", "1. Contexte local") + words("Né de rencontres entre voisins.")
                + styled("Titre2", "1.1 Les premières réunions") + words("Trois réunions.")
                + styled("Titre1", "Remerciements") + words("Merci à tous.") + "<w:p><w:r><w:drawing/></w:r></w:p>";

        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            browser.open(view.at("/projet-de-sante"));
            browser.page().getByText("Reprendre un document Word").click();
            browser.settled();
            browser.accessible().noSidewaysScroll();
            send(browser, "vieux.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
            assertThat(browser.page().locator("main").innerText()).contains("ancien format d’Office");

            send(browser, "projet.docx", WordFiles.of(body));
            browser.accessible().noSidewaysScroll();
            var main = browser.page().locator("main");
            assertThat(main.innerText().replace('\u00a0', ' '))
                    .contains("3 passages lus", "1 image ou dessin", "Sous « Contexte local »");
            assertThat(texts.of(dossier.id()))
                    .as("nothing is written before the button")
                    .isEmpty();
            browser.page().locator("main form button[type=submit]").click();
            browser.settled();
            assertThat(browser.page().locator("main").innerText()).contains("Projet de santé");
        }

        var now = new HashMap<String, String>();
        texts.of(dossier.id()).forEach((key, text) -> now.put(key, text.text()));
        assertThat(now)
                .containsOnly(Map.entry(
                        "contexte-local",
                        "Né de rencontres entre voisins.\n\n### Les premières réunions\n\nTrois réunions."));
    }

    private static void send(Browser browser, String name, byte[] bytes) {
        browser.page().setInputFiles("[name=fichier]", new FilePayload(name, MEDIA, bytes));
        browser.page().locator("main form button[type=submit]").first().click();
        browser.settled();
    }
}
