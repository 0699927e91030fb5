package fr.maillage.dossier.annexes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.library.DocumentId;
import fr.maillage.library.Library;
import fr.maillage.library.TestFiles;
import fr.maillage.library.TestLibrary;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The annexes of a dossier, before the deposit, with it, and after it. */
@MaillageTest
class AnnexesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestLibrary made;

    @Autowired
    TestCommunities communities;

    @Autowired
    Library library;

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    CommunityView view;
    WebClient web;

    @BeforeEach
    void community() {
        view = world.communityReadyToDeposit("CPTS des Essais");
        web = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @Test
    void whatIsExpectedIsToldUntilADocumentAnswersIt() {
        assertThat(web.get(view.at("/annexes")).body())
                .contains("Statuts de la structure porteuse")
                .contains("Fiche de poste de la coordination")
                .contains("Produit par Maillage");
        var page = web.get(view.at("/annexes")).body();
        annex("Statuts signés", "STATUTS", "Article 1");
        var after = web.get(view.at("/annexes")).body();
        assertThat(count(after, ">Manque<")).isEqualTo(count(page, ">Manque<") - 1);
        assertThat(after).contains("Statuts signés");
    }

    @Test
    void annexesKeepTheirOrderAndTheDocumentOutlivesItsUse() {
        var first = annex("Premier", "AUTRE", "un");
        var second = annex("Second", "AUTRE", "deux");
        web.post(view.at("/annexes/" + second + "/rang"), Map.of());
        assertThat(web.get(view.at("/annexes")).body()).containsSubsequence(">Second</a>", ">Premier</a>");
        web.post(view.at("/annexes/" + first + "/retrait"), Map.of());
        assertThat(library.find(view, first).isArchived()).isFalse();
        assertThat(web.get(view.at("/documents/" + first)).body()).contains("ne sert encore nulle part");
        assertThat(web.get(view.at("/documents/" + second)).body()).contains("Annexe du dossier");
    }

    @Test
    void theArchiveOfTheDayHoldsEverythingWithItsHashes() {
        annex("Lettre d’engagement : Dʳ Exemple", "LETTRE_ENGAGEMENT", "Je m’engage");
        var archive = unzipped(web.download(view.at("/dossiers/projet-de-sante-national.zip")));
        assertThat(archive.keySet())
                .containsExactly(
                        "SOMMAIRE.pdf",
                        "01-projet-de-sante-national.docx",
                        "02-projet-de-sante-national.pdf",
                        "03-budget.xlsx",
                        "04-communes.xlsx",
                        "05-lettre-d-engagement-d-exemple.pdf",
                        "MANIFESTE.json");
        checkManifest(archive);
        assertThat(web.get(view.at("/communes.xlsx")).statusCode()).isEqualTo(200);
    }

    @Test
    void theDepositFreezesTheAnnexesAndInstitutionsReadExactlyThose() throws IOException {
        var id = annex("Statuts", "STATUTS", "Article premier");
        deposit(Map.of(
                "approuve", "true", "signataire", "Nina Exemple", "qualite", "Présidente", "signele", "2026-11-20"));
        var frozen = jdbc.sql("select id::text from dossier.annex")
                .query(String.class)
                .single();
        var own = view.at("/instruction/projet-de-sante/annexes/" + frozen);
        var before = web.download(own);

        library.replace(view, id, 0, made.kept(view, TestFiles.pdf("Article second"), "s2.pdf"));
        library.archive(view, id);
        assertThat(web.download(own)).isEqualTo(before);

        var ars = world.arsOfAveyron();
        var elsewhere = world.arsElsewhere();
        var number =
                dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
        var instructor = WebClient.signedIn(port, accounts.session(ars.actor().account()));
        var stranger =
                WebClient.signedIn(port, accounts.session(elsewhere.actor().account()));
        var page = "/institutions/" + ars.institution().slug() + "/dossiers/" + number;
        assertThat(instructor.get(page).body()).contains("Annexe 1. Statuts", "Lu et approuvé par Nina Exemple");
        assertThat(instructor.download(page + "/annexes/" + frozen)).isEqualTo(before);
        var other = "/institutions/" + elsewhere.institution().slug() + "/dossiers/" + number;
        assertThat(stranger.get(other + "/annexes/" + frozen).statusCode()).isEqualTo(404);
        assertThat(stranger.get(other + "/versions/1.zip").statusCode()).isEqualTo(404);

        var archive = instructor.download(page + "/versions/1.zip");
        assertThat(archive)
                .as("the same version, the same bytes")
                .isEqualTo(web.download(view.at("/instruction/projet-de-sante/versions/1.zip")));
        var files = unzipped(archive);
        checkManifest(files);
        var signature = json.readTree(files.get("MANIFESTE.json")).get("signature");
        assertThat(signature.get("nom").asString()).isEqualTo("Nina Exemple");
        assertThat(signature.get("mention").asString()).isEqualTo("Lu et approuvé");
        var pdf = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("02-"))
                .findFirst()
                .orElseThrow();
        assertThat(text(pdf.getValue())).contains("Nina Exemple", "Présidente", "Lu et approuvé");
        assertThat(text(Objects.requireNonNull(files.get("SOMMAIRE.pdf")))).contains("Statuts", "Nina Exemple");
        assertThat(instructor.get(page + "/versions/9.zip").statusCode()).isEqualTo(404);
    }

    @Test
    void aReservedAnnexStaysReservedOnceDeposited() throws IOException {
        annex("Statuts", "STATUTS", "Article premier");
        annex("Compte de Camille Exemple", "RIB", "FR76");
        deposit(Map.of());
        var frozen = jdbc.sql("select id::text from dossier.annex where type_label = 'RIB'")
                .query(String.class)
                .single();
        var member = communities.join(view, "Luc Fabre", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));
        var page = view.at("/instruction/projet-de-sante");

        assertThat(web.get(page).body()).contains("Annexe 2. Compte de Camille Exemple");
        assertThat(web.get(page + "/annexes/" + frozen).statusCode()).isEqualTo(200);
        assertThat(reader.get(page).body()).contains("Annexe 1. Statuts").doesNotContain("Camille Exemple");
        assertThat(reader.get(page + "/annexes/" + frozen).statusCode()).isEqualTo(404);
        var files = unzipped(reader.download(page + "/versions/1.zip"));
        checkManifest(files);
        assertThat(files.keySet()).noneMatch(name -> name.contains("camille"));
        assertThat(text(Objects.requireNonNull(files.get("SOMMAIRE.pdf")))).contains("sans les pièces réservées");
        assertThat(unzipped(web.download(page + "/versions/1.zip")).keySet())
                .anyMatch(name -> name.contains("camille"));
    }

    @Test
    void aSignatureNeedsItsWordsAndNothingTypedIsLost() {
        var page = web.post(
                        view.at("/projet-de-sante/depot"),
                        Map.of("approuve", "true", "signataire", "", "qualite", "Présidente", "signele", "2027-01-01"))
                .body();
        assertThat(page)
                .contains("Indiquez qui signe pour l’association.")
                .contains("ne peut pas être datée après aujourd’hui")
                .contains("value=\"Présidente\"");
        assertThat(web.post(
                                view.at("/projet-de-sante/depot"),
                                Map.of(
                                        "approuve",
                                        "true",
                                        "signataire",
                                        "N",
                                        "qualite",
                                        "Présidente",
                                        "signele",
                                        "2026-11-20"))
                        .body())
                .contains("Indiquez qui signe pour l’association.", "value=\"N\"");
        assertThat(jdbc.sql("select count(*) from dossier.deposit")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void otherAnnexesAreANewVersionThoughTheTextsAreTheSame() {
        deposit(Map.of());
        var ars = world.arsOfAveyron();
        var number =
                dossiers.of(view.id(), DossierKind.HEALTH_PROJECT).orElseThrow().number();
        var instructor = WebClient.signedIn(port, accounts.session(ars.actor().account()));
        var review = "/institutions/" + ars.institution().slug() + "/dossiers/" + number;
        instructor.post(review + "/prise-en-charge", Map.of());
        instructor.post(
                review + "/decision/completer", Map.of("etape", "notifier", "motif", "Joignez le procès-verbal."));
        assertThat(deposit(Map.of())).contains("Rien n’a changé depuis la version 1");
        annex("Procès-verbal", "PROCES_VERBAL", "Assemblée");
        assertThat(web.get(view.at("/projet-de-sante/depot")).body())
                .contains("Les annexes ont changé depuis la version 1");
        deposit(Map.of());
        assertThat(jdbc.sql("select count(*) from dossier.deposit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private String deposit(Map<String, String> fields) {
        return web.post(view.at("/projet-de-sante/depot"), fields).body();
    }

    private DocumentId annex(String title, String type, String text) {
        var id = made.add(view, title, type, TestFiles.pdf(text), "a.pdf");
        web.post(view.at("/annexes"), Map.of("document", id.toString()));
        return id;
    }

    /** Every piece of the manifest is there, with the bytes it says; nothing else is but the manifest and the summary. */
    private void checkManifest(Map<String, byte[]> archive) {
        var pieces = json.readTree(archive.get("MANIFESTE.json")).get("pieces");
        assertThat(pieces.size()).isEqualTo(archive.size() - 2);
        for (JsonNode piece : pieces) {
            var bytes = Objects.requireNonNull(archive.get(piece.get("fichier").asString()));
            assertThat(sha256(bytes)).isEqualTo(piece.get("sha256").asString());
            assertThat(bytes.length).isEqualTo(piece.get("taille").asInt());
            assertThat(piece.get("titre").asString()).isNotBlank();
            assertThat(piece.get("date").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replace('\u00A0', ' ');
        }
    }

    private static Map<String, byte[]> unzipped(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
