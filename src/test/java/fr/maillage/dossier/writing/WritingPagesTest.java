package fr.maillage.dossier.writing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Party;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the writing pages answer to hostile, late or unentitled requests. */
@MaillageTest
class WritingPagesTest {

    private static final String JSON = "application/json";

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
    private Remarks remarks;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MutableClock clock;

    private CommunityView community;
    private Dossier dossier;
    private String section;

    @BeforeEach
    void aDossier() {
        community = made.create("CPTS des Essais");
        dossier = dossiers.begin(community.id(), DossierKind.HEALTH_PROJECT, community.actor());
        section = "/cpts/" + community.slug() + "/projet-de-sante/sections/contexte-local";
    }

    @Test
    void hostileTextIsStoredAsTextAndShownEscaped() {
        var hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> [ici](javascript:alert(1)) </textarea>";
        var answer = client(community).post(section, Map.of("version", "0", "texte", hostile), "Accept", JSON);
        assertThat(answer.statusCode()).isEqualTo(200);

        var writer = client(community).get(section).body();
        assertThat(writer).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(writer).contains("&lt;script&gt;alert(1)&lt;/script&gt;");

        var reader = client(made.join(community, "Membre Exemple", Role.MEMBER))
                .get(section)
                .body();
        assertThat(reader)
                .doesNotContain("alert(1)")
                .doesNotContain("javascript:")
                .contains("ici");
    }

    @Test
    void anAnswerToTheScriptSaysTheVersionAndTheHour() {
        var answer = client(community).post(section, Map.of("version", "0", "texte", "Un."), "Accept", JSON);

        assertThat(answer.body())
                .contains("\"etat\":\"enregistre\"")
                .contains("\"version\":1")
                .contains("10\u00A0h\u00A000");
    }

    @Test
    void aCollisionIsToldToTheScriptAndWaitsOnThePage() {
        var other = made.join(community, "Odile Carrière", Role.PROJECT_TEAM);
        texts.save(dossier.id(), "contexte-local", 0, "Le sien.", other.actor());

        var answer = client(community).post(section, Map.of("version", "0", "texte", "Le mien."), "Accept", JSON);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("deux-textes").contains("Odile Carrière");
        assertThat(client(community).get(section).body())
                .contains("Garder le mien")
                .contains("Garder le sien");
        assertThat(client(other).get(section).body()).doesNotContain("Garder le mien");
    }

    @Test
    void aTooLongTextComesBackWholeWithItsReason() {
        var text = "mot ".repeat(30_000);
        var answer = client(community).post(section, Map.of("version", "0", "texte", text), "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Restez sous 100\u00A0000").contains("mot mot mot");
        assertThat(texts.of(dossier.id())).isEmpty();
    }

    @Test
    void afterTheDepositNothingIsWrittenAndThePageIsReadOnly() {
        texts.save(dossier.id(), "contexte-local", 0, "Déposé.", community.actor());
        db.sql("update dossier.dossier set step = 'SUBMITTED'").update();

        var answer = client(community).post(section, Map.of("version", "1", "texte", "Trop tard."), "Accept", JSON);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("clos");
        assertThat(client(community).get(section).body())
                .contains("Déposé.")
                .doesNotContain("<textarea class=\"writing\"");
    }

    @Test
    void aMemberReadsAndDoesNotWrite() {
        var member = client(made.join(community, "Membre Exemple", Role.MEMBER));

        assertThat(member.get(section).statusCode()).isEqualTo(200);
        assertThat(member.post(section, Map.of("version", "0", "texte", "Non."), "Accept", JSON)
                        .statusCode())
                .isEqualTo(404);
        assertThat(texts.of(dossier.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/sections/contexte-local",
                "/sections/contexte-local/historique",
                "/sections/contexte-local/deux-textes",
                ".docx",
                ".pdf"
            })
    void anotherCptsSeesNothing(String page) {
        texts.save(dossier.id(), "contexte-local", 0, "Privé.", community.actor());
        var stranger = client(made.create("CPTS d’Ailleurs"));

        assertThat(stranger.get("/cpts/" + community.slug() + "/projet-de-sante" + page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(WebClient.visitor(port)
                        .get("/cpts/" + community.slug() + "/projet-de-sante" + page)
                        .statusCode())
                .isIn(302, 303);
    }

    @Test
    void aSectionThatTheTrameDoesNotHaveIs404() {
        assertThat(client(community).get(section + "-bis").statusCode()).isEqualTo(404);
        assertThat(client(community)
                        .get(section.replace("contexte-local", "introduction"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSectionIsEntrustedToSomebodyOfTheTeamOnly() {
        var yann = made.join(community, "Yann Modèle", Role.PROJECT_TEAM);
        var stranger = made.create("CPTS d’Ailleurs");
        var client = client(community);

        client.post(section + "/attribution", entrusted(yann, "2026-12-01"));
        assertThat(client.get(section).body())
                .contains("Section confiée à Yann Modèle, attendue le 1ᵉʳ\u00A0décembre 2026.");

        assertThat(client.post(section + "/attribution", entrusted(stranger, ""))
                        .statusCode())
                .isEqualTo(404);
        client.post(section + "/attribution", Map.of("personne", "", "echeance", ""));
        assertThat(client.get(section).body()).doesNotContain("Section confiée");
    }

    @Test
    void aDoubleClickWritesOneRemark() {
        var remark = Map.of("id", UUID.randomUUID().toString(), "remarque", "Il faut une source.");
        client(community).post(section + "/remarques", remark);
        client(community).post(section + "/remarques", remark);

        assertThat(remarks.of(dossier.id())).singleElement().satisfies(written -> {
            assertThat(written.text()).isEqualTo("Il faut une source.");
            assertThat(written.isOpen()).isTrue();
        });
    }

    @Test
    void anEmptyOrEndlessRemarkIsNotWritten() {
        client(community).post(section + "/remarques", remark("   "));
        client(community).post(section + "/remarques", remark("mot ".repeat(2_000)));

        assertThat(remarks.of(dossier.id())).isEmpty();
    }

    @Test
    void aRemarkOfAnInstitutionIsAnsweredByWhoMayWriteAndToldToIt() {
        var remark = askedByTheArs();
        var answers = section + "/remarques/" + remark + "/reponses";
        var answer = Map.of("id", UUID.randomUUID().toString(), "reponse", "C’est précisé.");

        var member = client(made.join(community, "Membre Exemple", Role.MEMBER));
        assertThat(member.post(answers, answer).statusCode()).isEqualTo(404);
        assertThat(member.get(section).body()).doesNotContain(answers);
        assertThat(remarks.find(dossier.id(), remark).answers()).isEmpty();

        client(community).post(answers, answer);
        client(community).post(answers, answer);
        assertThat(remarks.find(dossier.id(), remark).answers()).hasSize(1);
        assertThat(db.sql("select count(*) from audit.line where action = 'dossier.remark-answered'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theCptsDoesNotSettleTheRemarkOfAnInstitution() {
        var remark = askedByTheArs();

        assertThat(client(community).get(section).body()).doesNotContain(remark + "/reglee");
        client(community).post(section + "/remarques/" + remark + "/reglee", Map.of("reglee", "true"));

        assertThat(remarks.find(dossier.id(), remark).isOpen()).isTrue();
    }

    private UUID askedByTheArs() {
        var id = UUID.randomUUID();
        // A remark is answered while the dossier is in the hands of the institutions.
        db.sql("update dossier.dossier set step = 'TO_COMPLETE' where id = ?")
                .param(dossier.id().value())
                .update();
        remarks.write(dossier.id(), id, "contexte-local", "Précisez l’année.", community.actor(), Party.ARS);
        return id;
    }

    @Test
    void aSectionThatTheTrameDoesNotHaveTakesNoRemarkAndNobody() {
        var nowhere = section.replace("contexte-local", "nulle-part");

        assertThat(client(community)
                        .post(nowhere + "/remarques", remark("Ici ?"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client(community)
                        .post(nowhere + "/attribution", entrusted(community, ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client(community)
                        .post(section + "/attribution", Map.of("personne", "quelqu’un"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTextTakenOverFromTheOtherDossierDoesNotHideThatItMetAnother() {
        var letter = dossiers.begin(community.id(), DossierKind.LETTER_OF_INTENT, community.actor());
        texts.save(letter.id(), "contexte-local", 0, "Écrit pour la lettre.", community.actor());
        texts.save(dossier.id(), "contexte-local", 0, "Écrit entre-temps.", community.actor());

        var client = client(community);
        client.post(section + "/reprise", Map.of("version", "0"));

        var page = client.get(section).body();
        assertThat(page).contains("choisissez le texte à garder").doesNotContain("Le texte est repris");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- rien -->", "\u00a0", "&nbsp;", "\u202f\u200b", "  \n\n", "\ufeff"})
    void aTextThatPrintsNothingIsNotWritten(String text) {
        texts.save(dossier.id(), "contexte-local", 0, text, community.actor());

        assertThat(SectionText.written(texts.of(dossier.id()))).isEmpty();
    }

    @Test
    void aLongHistoryHasPages() {
        for (int version = 0; version < 23; version++) {
            texts.save(dossier.id(), "contexte-local", version, "Texte " + (version + 1) + ".", community.actor());
            clock.advance(Duration.ofHours(1));
        }
        var client = client(community);

        assertThat(client.get(section + "/historique").body()).contains("Page 1 sur 2", "historique?page=2");
        assertThat(client.get(section + "/historique?page=2").body()).contains("Page 2 sur 2", "Plus récentes");
        assertThat(client.get(section + "/historique?page=99").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> remark(String text) {
        return Map.of("id", UUID.randomUUID().toString(), "remarque", text);
    }

    private static Map<String, String> entrusted(CommunityView to, String due) {
        return Map.of("personne", to.actor().account().value().toString(), "echeance", due);
    }

    @Test
    void everySectionOfEveryUsualTrameOpens() {
        for (var kind : DossierKind.values()) {
            dossiers.begin(community.id(), kind, community.actor());
        }
        var client = client(community);
        for (String kind : DossierKind.paths()) {
            var base = "/cpts/" + community.slug() + "/" + kind;
            var outline = client.get(base).body();
            var links = Pattern.compile(base + "/sections/[a-z0-9-]+")
                    .matcher(outline)
                    .results()
                    .map(match -> match.group())
                    .distinct()
                    .toList();
            assertThat(links)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(link ->
                            assertThat(client.get(link).statusCode()).as(link).isEqualTo(200));
        }
    }

    private WebClient client(CommunityView who) {
        return WebClient.signedIn(port, accounts.session(who.actor().account()));
    }
}
