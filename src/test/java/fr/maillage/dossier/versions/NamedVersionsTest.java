package fr.maillage.dossier.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.TestAccounts;
import fr.maillage.audit.Audience;
import fr.maillage.audit.Journal;
import fr.maillage.audit.JournalLine;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.Comparison;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.NotFound;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import fr.maillage.ui.DiffPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaillageTest
class NamedVersionsTest {

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
    private NamedVersions versions;

    @Autowired
    private VersionComparisons comparisons;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient db;

    private CommunityView community;
    private Dossier dossier;

    @BeforeEach
    void aProject() {
        community = made.create("CPTS des Essais");
        dossier = dossiers.begin(community.id(), DossierKind.HEALTH_PROJECT, community.actor());
        texts.save(dossier.id(), KEY, 0, "Deux cabinets ferment.", community.actor());
    }

    @Test
    void aNamedVersionStaysAsItWasAndIsComparedWithToday() {
        versions.keep(community, dossier, UUID.randomUUID(), "Avant l’assemblée");
        texts.save(dossier.id(), KEY, 1, "Trois cabinets ferment.", community.actor());

        var compared = comparisons.between(dossier, null, null);

        assertThat(compared.before().name()).isEqualTo("Avant l’assemblée");
        assertThat(compared.after().code()).isEqualTo(ProjectVersion.TODAY);
        assertThat(compared.comparison().changed()).singleElement().satisfies(section -> {
            assertThat(section.change()).isEqualTo(Comparison.Change.CHANGED);
            assertThat(section.parts())
                    .containsExactly(
                            new DiffPart(DiffPart.Kind.REMOVED, "Deux"),
                            new DiffPart(DiffPart.Kind.ADDED, "Trois"),
                            new DiffPart(DiffPart.Kind.SAME, " cabinets ferment."));
        });
    }

    @Test
    void theSameFormSentTwiceKeepsOneVersionAndTheJournalTellsIt() {
        var id = UUID.randomUUID();
        versions.keep(community, dossier, id, "Relecture");
        versions.keep(community, dossier, id, "Relecture");

        assertThat(versions.choices(dossier.id()))
                .extracting(ProjectVersion::name)
                .containsExactly("Aujourd’hui", "Relecture");
        assertThat(journal.ofCommunity(community.id().value(), Set.of(Audience.EVERYONE), 0, 50))
                .extracting(JournalLine::action)
                .containsOnlyOnce("dossier.version-named");
    }

    @Test
    void noVersionIsChangedOrReadThroughAnotherDossier() {
        var id = UUID.randomUUID();
        versions.keep(community, dossier, id, "Relecture");
        var other = dossiers.begin(community.id(), DossierKind.LETTER_OF_INTENT, community.actor());

        assertThatThrownBy(() -> comparisons.between(other, id.toString(), null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> db.sql("update dossier.named_version set name = 'Autre'")
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void theTeamKeepsAVersionAndReadsWhatChanged() throws Exception {
        var session = accounts.session(community.actor().account());
        var base = community.at("/projet-de-sante/versions");
        try (var browser = Browser.on(port)
                .signIn(community.actor().email(), TestAccounts.PASSWORD)
                .forgetConsoleErrors()) {
            browser.open(base).accessible().noSidewaysScroll();
            browser.page().fill("[name=nom]", "Avant l’assemblée");
            browser.page().locator("main button.button-primary").click();
            browser.settled().accessible();
            assertThat(browser.page().locator("main table").innerText()).contains("Avant l’assemblée");
            texts.save(dossier.id(), KEY, 1, "Trois cabinets ferment en 2027.", community.actor());
            browser.open(base + "/comparaison").accessible().noSidewaysScroll().screenshot("versions-comparees");
            assertThat(browser.page().locator("main ins").first().innerText()).contains("Trois");
        }
        try (var phone = Browser.on(port)
                .width(390)
                .signIn(community.actor().email(), TestAccounts.PASSWORD)
                .forgetConsoleErrors()) {
            phone.open(base).accessible().noSidewaysScroll();
            phone.open(base + "/comparaison").accessible().noSidewaysScroll();
        }
        var client = WebClient.signedIn(port, session);
        Files.createDirectories(Path.of("target/captures"));
        Files.write(Path.of("target/captures/comparaison.pdf"), client.download(base + "/comparaison.pdf"));
        Files.write(Path.of("target/captures/comparaison.docx"), client.download(base + "/comparaison.docx"));
        assertThat(client.post(base, Map.of("id", UUID.randomUUID().toString(), "nom", " "))
                        .body())
                .contains("Donnez un nom");
    }
}
