package fr.maillage.dossier.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.suggestions.Suggestion.State;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MaillageTest
class SuggestionsTest {

    private static final String KEY = "contexte-local";
    private static final String TEXT = "Deux cabinets ferment.\n\nLes routes ferment l’hiver.";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCommunities made;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Texts texts;

    @Autowired
    private Suggestions suggestions;

    private CommunityView odile;
    private CommunityView yann;
    private DossierId dossier;

    @BeforeEach
    void aText() {
        odile = made.create("CPTS des Essais");
        yann = made.join(odile, "Yann Modèle", Role.PROJECT_TEAM);
        dossier = dossiers.begin(odile.id(), DossierKind.HEALTH_PROJECT, odile.actor())
                .id();
        texts.save(dossier, KEY, 0, TEXT, odile.actor());
    }

    @Test
    void eachChangeIsAcceptedOrRefusedByItself() {
        propose(TEXT.replace("Deux", "Trois").replace("l’hiver", "tout l’hiver"));
        var open = open();
        assertThat(open).hasSize(2);

        assertThat(suggestions.accept(odile, dossier, KEY, open.getFirst().id()))
                .isEqualTo(new SuggestionOutcome.Done(State.ACCEPTED));
        assertThat(suggestions.refuse(odile, dossier, KEY, open.getLast().id()))
                .isEqualTo(new SuggestionOutcome.Done(State.REFUSED));

        assertThat(text()).isEqualTo(TEXT.replace("Deux", "Trois"));
        assertThat(suggestions.of(dossier, KEY)).allSatisfy(decided -> {
            assertThat(decided.authorName()).isEqualTo("Yann Modèle");
            assertThat(decided.decidedBy()).isEqualTo(odile.actor().name());
            assertThat(decided.decidedAt()).isNotNull();
        });
    }

    @Test
    void theSameFormSentTwiceProposesOnce() {
        var form = UUID.randomUUID();
        suggestions.propose(yann, dossier, form, KEY, TEXT, TEXT.replace("Deux", "Trois"), "");
        suggestions.propose(yann, dossier, form, KEY, TEXT, TEXT.replace("Deux", "Trois"), "");

        assertThat(open()).hasSize(1);
    }

    @Test
    void whatTheTeamWroteMeanwhileIsKept() {
        propose(TEXT.replace("Deux", "Trois"));
        texts.save(dossier, KEY, 1, TEXT + "\n\nUn mot de plus.", odile.actor());

        suggestions.accept(odile, dossier, KEY, open().getFirst().id());

        assertThat(text()).isEqualTo(TEXT.replace("Deux", "Trois") + "\n\nUn mot de plus.");
    }

    @Test
    void aPassageThatChangedIsNeverOverwritten() {
        propose(TEXT.replace("Deux", "Trois"));
        var changed = TEXT.replace("Deux cabinets", "Plusieurs maisons");
        texts.save(dossier, KEY, 1, changed, odile.actor());

        assertThat(suggestions.accept(odile, dossier, KEY, open().getFirst().id()))
                .isInstanceOf(SuggestionOutcome.Moved.class);
        assertThat(text()).isEqualTo(changed);
        assertThat(open()).hasSize(1);
    }

    @Test
    void twoPeopleDecidingAtOnceDecideOnce() throws Exception {
        propose(TEXT.replace("Deux", "Trois"));
        var id = open().getFirst().id();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var accepted = threads.submit(() -> {
                start.await();
                return suggestions.accept(odile, dossier, KEY, id);
            });
            var refused = threads.submit(() -> {
                start.await();
                return suggestions.refuse(odile, dossier, KEY, id);
            });

            assertThat(List.of(accepted.get(), refused.get()))
                    .hasAtLeastOneElementOfType(SuggestionOutcome.Done.class)
                    .hasAtLeastOneElementOfType(SuggestionOutcome.Already.class);
        }
        var decided = suggestions.of(dossier, KEY).getFirst();
        assertThat(text().contains("Trois")).isEqualTo(decided.state() == State.ACCEPTED);
    }

    @Test
    void aNurseProposesAndTheCoordinatorDecidesWithoutJavaScript() {
        var section = odile.at("/projet-de-sante/sections/" + KEY);
        try (var nurse = Browser.on(port).withoutScripts().signIn(yann.actor().email(), TestAccounts.PASSWORD)) {
            nurse.open(section + "/propositions");
            nurse.page().fill("[name=texte]", TEXT.replace("Deux", "Trois"));
            nurse.page().fill("[name=motif]", "Un troisième cabinet a annoncé sa fermeture.");
            nurse.page().locator("main button.button-primary").click();
            assertThat(nurse.page().locator("#a-decider ins").innerText()).contains("Trois");
        }
        try (var coordinator = Browser.on(port).signIn(odile.actor().email(), TestAccounts.PASSWORD)) {
            coordinator.forgetConsoleErrors();
            coordinator
                    .open(section + "/propositions")
                    .accessible()
                    .noSidewaysScroll()
                    .screenshot("propositions-1440");
            coordinator.page().locator("form[action$=acceptation] button").click();
            coordinator.settled().accessible();
            assertThat(coordinator.page().locator("#decidees").innerText()).contains("Acceptée");
        }
        assertThat(text()).startsWith("Trois cabinets");
        try (var phone = Browser.on(port).width(390).signIn(odile.actor().email(), TestAccounts.PASSWORD)) {
            phone.forgetConsoleErrors();
            phone.open(section + "/propositions").accessible().noSidewaysScroll();
        }
    }

    private void propose(String text) {
        suggestions.propose(yann, dossier, UUID.randomUUID(), KEY, TEXT, text, "");
    }

    private List<Suggestion> open() {
        return suggestions.of(dossier, KEY).stream().filter(Suggestion::isOpen).toList();
    }

    private String text() {
        return texts.find(dossier, KEY).orElseThrow().text();
    }
}
