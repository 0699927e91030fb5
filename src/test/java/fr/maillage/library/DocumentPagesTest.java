package fr.maillage.library;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.library.reading.TextQueue;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the documents, without a browser. */
@MaillageTest
class DocumentPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities communities;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestLibrary made;

    @Autowired
    TextQueue texts;

    CommunityView view;
    WebClient web;

    @BeforeEach
    void community() {
        view = communities.create("CPTS des Essais");
        web = WebClient.signedIn(port, accounts.session(view.actor().account()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "prévention des chutes | Convention avec l’hôpital",
                "prevention            | Convention avec l’hôpital",
                "PRÉVENTIONS           | Convention avec l’hôpital",
                "préven                | Convention avec l’hôpital",
                "assembl               | Assemblée du 12 mai",
                "« chute à domicile »  | Convention avec l’hôpital",
                "l’hôpital             | Convention avec l’hôpital",
                "procès-verbal         | Assemblée du 12 mai",
                "trésorière            | Assemblée du 12 mai",
                "assemblée             | Assemblée du 12 mai"
            })
    void foundByAWordInsideWhateverItsAccentsAndItsForm(String words, String first) {
        twoDocuments();
        assertThat(titles(words)).startsWith(first);
    }

    @ParameterizedTest
    @CsvSource({"girafe", "prévention -chutes", "« domicile chute »", "';drop table", "& | ! ( :*"})
    void nothingIsFoundAndNothingBreaks(String words) {
        twoDocuments();
        assertThat(titles(words)).isEmpty();
    }

    @Test
    void aTitleCountsMoreThanAText() {
        made.add(view, "Dans le texte", "AUTRE", TestFiles.docx("budget ".repeat(50)), "a.docx");
        made.add(view, "Budget", "BUDGET", TestFiles.docx("autre chose"), "b.docx");
        texts.readWaiting();
        assertThat(titles("budget")).containsExactly("Budget", "Dans le texte");
    }

    @Test
    void anExcerptShowsTheWordsAndNothingOfTheDocumentRuns() {
        made.add(view, "Piège", "AUTRE", TestFiles.docx("avant <script>alert(1)</script> castor après"), "p.docx");
        made.add(view, "Loin", "AUTRE", TestFiles.docx("mot ".repeat(20_000) + " castors"), "l.docx");
        texts.readWaiting();
        var page =
                web.get("/cpts/" + view.slug() + "/documents?recherche=castor").body();
        assertThat(page)
                .contains("<mark>castor</mark>")
                .contains("<mark>castors</mark>")
                .doesNotContain("<script>alert");
    }

    @Test
    void filteredSortedAndExported() {
        twoDocuments();
        var list = "/cpts/" + view.slug() + "/documents";
        assertThat(titlesOf(web.get(list + "?type=CONVENTION").body())).containsExactly("Convention avec l’hôpital");
        assertThat(titlesOf(web.get(list + "?annee=2025").body())).containsExactly("Convention avec l’hôpital");
        assertThat(titlesOf(web.get(list + "?usage=aucun&tri=titre").body()))
                .containsExactly("Assemblée du 12 mai", "Convention avec l’hôpital");
        assertThat(titlesOf(web.get(list + "?usage=ANNEX").body())).isEmpty();
        assertThat(web.get(list + ".csv?recherche=prevention").body())
                .contains("Convention avec l’hôpital", "SHA-256")
                .doesNotContain("Assemblée");
    }

    @Test
    void aFileIsSavedNeverShown() {
        var id = made.add(view, "Statuts", "STATUTS", TestFiles.pdf("Article 1"), "statuts.pdf");
        var answer = web.get("/cpts/" + view.slug() + "/documents/" + id + "/versions/1");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(web.get("/cpts/" + view.slug() + "/documents/" + id + "/versions/2")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMemberReadsWithoutReservedDocumentsAndWritesNothing() {
        var id = made.add(view, "Relevé d’identité", "RIB", TestFiles.pdf("FR76"), "rib.pdf");
        made.add(view, "Statuts", "STATUTS", TestFiles.pdf("Article 1"), "statuts.pdf");
        var member = communities.join(view, "Luc Fabre", Role.MEMBER);
        var reader = WebClient.signedIn(port, accounts.session(member.actor().account()));
        var list = "/cpts/" + view.slug() + "/documents";
        assertThat(titlesOf(reader.get(list).body())).containsExactly("Statuts");
        assertThat(titlesOf(reader.get(list + "?recherche=releve").body())).isEmpty();
        assertThat(reader.get(list + "/" + id).statusCode()).isEqualTo(404);
        assertThat(reader.get(list + "/nouveau").statusCode()).isEqualTo(404);
        assertThat(reader.post(list + "/" + id + "/archive", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRefusedFileIsToldBesideItsFieldAndNothingTypedIsLost() {
        var page = web.postFile("/cpts/" + view.slug() + "/documents/nouveau", "fichier", "a.html", "<html>x</html>")
                .body();
        assertThat(page).contains("id=\"fichier-erreur\"").contains("page web ou un dessin SVG");
    }

    private void twoDocuments() {
        made.add(
                view,
                "Convention avec l’hôpital",
                "CONVENTION",
                LocalDate.of(2025, 3, 1),
                TestFiles.docx("La prévention des chutes à domicile est confiée au service de gériatrie."),
                "c.docx");
        made.add(
                view,
                "Assemblée du 12 mai",
                "PROCES_VERBAL",
                TestFiles.pdf("La trésorière présente les comptes. Domicile à Millau."),
                "pv.pdf");
        texts.readWaiting();
    }

    private java.util.List<String> titles(String words) {
        return titlesOf(web.get("/cpts/" + view.slug() + "/documents?recherche="
                        + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body());
    }

    private java.util.List<String> titlesOf(String page) {
        return Pattern.compile("<th scope=\"row\"><a href=\"[^\"]*\">([^<]*)</a>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
