package fr.maillage.dossier.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.Association;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import fr.maillage.ui.CheckItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** For any trame: what the project already says, where it says it, and what is left with the place to enter it. */
@MaillageTest
class AnswersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDossiers made;

    @Autowired
    private Communities facts;

    @Autowired
    private TestCommunities communities;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private AnswersReader reader;

    @Autowired
    private Trames trames;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Texts texts;

    @Autowired
    private MutableClock clock;

    @Test
    void everyLineLeadsToAPageThatOpens() {
        var view = made.communityReadyToDeposit("CPTS des Réponses");
        var client = client(view);

        for (var answers : reader.all(view)) {
            for (var line : lines(answers)) {
                assertThat(line.href()).as(line.title()).isNotNull();
                assertThat(client.get(line.href()).statusCode())
                        .as(answers.trame().id() + ", " + line.title() + ", " + line.href())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aFactIsAnsweredFromItsPageAndAMissingOneIsNamed() {
        var view = made.communityReadyToDeposit("CPTS des Réponses");
        var association = facts.find(view.id()).association();
        facts.change(
                view,
                facts.find(view.id()).version(),
                view.name(),
                new Association(null, association.declaredOn(), null, null, null, null, null, null, null));

        var answers = reader.of(view, trames.byId("projet-de-sante-aura").orElseThrow());

        assertThat(line(answers, "acteurs", 0))
                .extracting(CheckItem::status, CheckItem::detail, CheckItem::href)
                .containsExactly(
                        CheckItem.Status.DONE, "Tiré de la page Acteurs.", "/cpts/" + view.slug() + "/acteurs");
        assertThat(line(answers, "identite", 0).detail())
                .contains("Il reste", "Nom de l’association", "N° SIRET Association")
                .doesNotContain("Représentant légal");
        var empty = reader.of(
                communities.create("CPTS sans Texte"),
                trames.byId("projet-de-sante-aura").orElseThrow());
        assertThat(line(empty, "soutenabilite", 0))
                .extracting(CheckItem::status, CheckItem::detail)
                .containsExactly(CheckItem.Status.LATER, "À écrire, conseillé.");
        assertThat(answers.answered()).isBetween(1L, answers.asked() - 1);
    }

    @Test
    void aTextSaysInWhichDossierItWasWritten() {
        var view = communities.create("CPTS des Textes");
        var letter = dossiers.begin(view.id(), DossierKind.LETTER_OF_INTENT, view.actor());
        texts.save(letter.id(), "contexte-local", 0, "Tout a commencé ici.", view.actor());

        var answers = reader.of(view, trames.byId("projet-de-sante-occitanie").orElseThrow());

        var line = line(answers, "description", 0);
        assertThat(line.title()).isEqualTo("Texte déjà écrit ailleurs");
        assertThat(line.detail())
                .contains(
                        "dans la lettre d’intention, section 1.2", view.actor().name());
        assertThat(line.href()).isEqualTo("/cpts/" + view.slug() + "/lettre-intention/sections/origine");
    }

    @Test
    void theTextOfTheDossierOfItsKindGoesBeforeANewerOneElsewhere() {
        var view = communities.create("CPTS des Textes");
        var project = dossiers.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor());
        texts.save(project.id(), "contexte-local", 0, "Du projet.", view.actor());
        clock.advance(Duration.ofMinutes(1));
        var letter = dossiers.begin(view.id(), DossierKind.LETTER_OF_INTENT, view.actor());
        texts.save(letter.id(), "contexte-local", 0, "De la lettre, plus récent.", view.actor());

        assertThat(texts.ofCommunity(view.id(), DossierKind.HEALTH_PROJECT)
                        .get("contexte-local")
                        .text()
                        .text())
                .isEqualTo("Du projet.");
        assertThat(texts.ofCommunity(view.id(), DossierKind.GRANT_REQUEST)
                        .get("contexte-local")
                        .text()
                        .text())
                .isEqualTo("De la lettre, plus récent.");
    }

    @Test
    void whatWasWrittenOnceIsTakenOverAtOnceAndNeverOverAText() {
        var view = communities.create("CPTS des Reprises");
        var letter = dossiers.begin(view.id(), DossierKind.LETTER_OF_INTENT, view.actor());
        texts.save(letter.id(), "contexte-local", 0, "Écrit pour la lettre.", view.actor());
        texts.save(letter.id(), "information-des-acteurs", 0, "Trois réunions.", view.actor());
        var pre = dossiers.begin(view.id(), DossierKind.PRE_PROJECT, view.actor());
        texts.save(pre.id(), "information-des-acteurs", 0, "Deux réunions.", view.actor());
        texts.save(letter.id(), "historique-collaboration", 0, "Une messagerie.", view.actor());
        var page = "/cpts/" + view.slug() + "/dossiers/pre-projet-aura";
        var client = client(view);

        assertThat(client.get(page).body()).contains("1\u00A0texte déjà écrit ailleurs", "Reprendre ce texte");
        client.post(page + "/reprise", Map.of());
        client.post(page + "/reprise", Map.of());

        assertThat(written(pre.id()))
                .isEqualTo(Map.of(
                        "information-des-acteurs", "Deux réunions.", "historique-collaboration", "Une messagerie."));
        assertThat(written(letter.id())).containsEntry("information-des-acteurs", "Trois réunions.");
        assertThat(client.get(page).body()).doesNotContain("Reprendre ce texte");
    }

    @Test
    void theDossierIsBegunInTheTrameThatWasChosen() {
        var view = communities.create("CPTS qui choisit");
        var client = client(view);

        client.post("/cpts/" + view.slug() + "/dossiers/projet-de-sante-occitanie/reprise", Map.of());
        client.post("/cpts/" + view.slug() + "/dossiers/projet-de-sante-aura/reprise", Map.of());

        assertThat(dossiers.of(view.id(), DossierKind.HEALTH_PROJECT)
                        .orElseThrow()
                        .trame())
                .isEqualTo("projet-de-sante-occitanie");
        assertThat(client.get("/cpts/" + view.slug() + "/dossiers/projet-de-sante-aura")
                        .body())
                .contains("suit aujourd’hui", "Changer de trame");
        assertThat(client.post("/cpts/" + view.slug() + "/dossiers/fiche-action-aura/reprise", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void thePagesAreReadableByEverybody(int width) {
        var view = made.communityReadyToDeposit("CPTS des Réponses");
        try (var browser = Browser.on(port)
                .width(width)
                .signIn(view.actor().email(), TestAccounts.PASSWORD)
                .forgetConsoleErrors()) {
            browser.open("/cpts/" + view.slug() + "/dossiers")
                    .accessible()
                    .noSidewaysScroll()
                    .screenshot("documents-" + width);
            browser.open("/cpts/" + view.slug() + "/dossiers/projet-de-sante-occitanie")
                    .accessible()
                    .noSidewaysScroll()
                    .screenshot("reponses-" + width);
        }
    }

    private Map<String, String> written(fr.maillage.dossier.DossierId dossier) {
        return texts.of(dossier).values().stream()
                .collect(java.util.stream.Collectors.toMap(SectionText::key, SectionText::text));
    }

    private static List<CheckItem> lines(TrameAnswers answers) {
        return answers.sections().stream()
                .flatMap(answer -> answer.lines().stream())
                .toList();
    }

    private static CheckItem line(TrameAnswers answers, String section, int place) {
        return answers.sections().stream()
                .filter(answer -> answer.section().key().equals(section))
                .findFirst()
                .orElseThrow()
                .lines()
                .get(place);
    }

    private WebClient client(CommunityView view) {
        return WebClient.signedIn(port, accounts.session(view.actor().account()));
    }
}
