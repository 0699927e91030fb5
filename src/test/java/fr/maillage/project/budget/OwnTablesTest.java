package fr.maillage.project.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.community.TestCommunities;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.Projects;
import fr.maillage.project.budget.OwnTable.Refused;
import fr.maillage.project.budget.OwnTable.Row;
import fr.maillage.project.budget.OwnTable.Understood;
import fr.maillage.shared.Today;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team's own budget table: each line of it finds its line of the form, or is left aside with the reason. */
@MaillageTest
class OwnTablesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    OwnTables tables;

    @Autowired
    Projects projects;

    @Autowired
    Today today;

    CommunityView view;
    int year;
    String list;

    @BeforeEach
    void aTable() {
        view = made.create("CPTS des Tableaux");
        year = today.day().getYear() + 1;
        list = """
                Poste;%d;%d;Remarque
                64 Rémunération des personnels;36 000;37000;mi-temps
                Assurance;1 200 €;;
                Goûters;300;;
                Total des charges;37 500;37 000;
                Produits;;;
                Subvention;douze mille;;
                """.formatted(year, year + 1);
    }

    @Test
    void eachLineFindsItsPlaceOrIsLeftAsideWithTheReason() {
        var table = read(list);

        assertThat(table.rows())
                .extracting(Row::label, Row::account)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("64 Rémunération des personnels", "C64_REMUNERATION"),
                        org.assertj.core.groups.Tuple.tuple("Assurance", "C61_ASSURANCE"),
                        org.assertj.core.groups.Tuple.tuple("Goûters", ""));
        assertThat(table.rows().getFirst().amounts())
                .containsExactly(Map.entry(year, 36_000L), Map.entry(year + 1, 37_000L));
        assertThat(table.aside()).extracting(Line::number).containsExactly(5, 6, 7);
        assertThat(table.aside().getFirst().reason()).startsWith("Un total");
        assertThat(table.aside().get(1).reason()).startsWith("Sans montant");
        assertThat(table.aside().get(2).reason()).contains("montant");
    }

    @ParameterizedTest
    @CsvSource({
        "Charges sociales, C64_CHARGES",
        "62 Honoraires, C62_HONORAIRES",
        "Déplacements et missions, C62_DEPLACEMENTS",
        "66, C66",
        "Fleurs, ''",
    })
    void guessesTheLineOfTheForm(String label, String account) {
        assertThat(AccountGuess.of(label)).isEqualTo(account);
    }

    @Test
    void whatIsTakenIsTakenOnceAndChangesNothingElse() {
        var key = UUID.randomUUID();
        var said = Map.of("colonne-0", "libelle", "colonne-1", "annee-" + year, "ligne-4", "C60_AUTRES", "ligne-3", "");

        assertThat(tables.enter(view, key, list, said)).isEqualTo(2);
        tables.enter(view, key, list, said);
        tables.enter(view, UUID.randomUUID(), list, said);

        assertThat(projects.of(view.id()).budget(year).orElseThrow().lines())
                .extracting(Budget.Line::facts)
                .containsExactlyInAnyOrder(
                        new LineFacts("C64_REMUNERATION", "64 Rémunération des personnels", "FONC", 36_000),
                        new LineFacts("C60_AUTRES", "Goûters", "FONC", 300));
        assertThat(projects.of(view.id()).budget(year + 1)).isEmpty();
    }

    @Test
    void centsAndNegativeAmountsAreExplained() {
        var aside = read("Poste;%d\nAssurance;12,50\nLocations;-3\nEntretien;=1+1\n".formatted(year))
                .aside();

        assertThat(aside)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.reason()).endsWith("."));
    }

    @Test
    void refusesWhatIsNoTable() {
        for (var file : List.of(
                "",
                "Poste;2027\n",
                "\u0089PNG\r\n\u001a\n0000",
                "PK\u0003\u0004 not a workbook",
                "Poste\n" + "Assurance\n".repeat(OwnTables.MOST + 1))) {
            assertThat(tables.read(view, file.getBytes(StandardCharsets.ISO_8859_1), Map.of()))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromAFileInABrowser(int width) {
        try (var browser = Browser.on(port).width(width)) {
            browser.signIn(view.actor().email(), TestAccounts.PASSWORD).forgetConsoleErrors();
            browser.open(view.at("/budget/import")).accessible().noSidewaysScroll();
            browser.page()
                    .setInputFiles(
                            "#tableau",
                            new FilePayload("budget.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            click(browser, "Lire ce tableau");
            browser.settled().accessible().noSidewaysScroll();
            browser.screenshot("budget-tableau-" + width);
            browser.page().getByLabel("Goûters").selectOption("C60_AUTRES");
            click(browser, "Ajouter au budget");
            browser.settled().page().getByText("montants ajoutés").first().waitFor();
        }
        assertThat(projects.of(view.id()).budget(year).orElseThrow().lines()).hasSize(3);
    }

    private static void click(Browser browser, String name) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    @Test
    void thousandsWrittenWithAPointAreAskedAboutNotDividedByAThousand() {
        var read = read("Poste;%d\nLoyer;12.000\nAssurance;900,00\n".formatted(year));
        assertThat(read.rows()).extracting(OwnTable.Row::label).containsExactly("Assurance");
        assertThat(read.aside()).singleElement().asString().contains("unités ou milliers");
    }

    @Test
    void ofTwoColumnsOfAYearTheFirstAloneIsRead() {
        var two = (Understood) tables.read(
                view,
                "Charges;Montant;Produits;Montant\nSecrétariat;;Subvention;50000\nLoyer;900;;\n"
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("colonne-0", "libelle", "colonne-1", "annee-" + year, "colonne-3", "annee-" + year));
        assertThat(two.rows()).extracting(OwnTable.Row::label).doesNotContain("Secrétariat");
    }

    private Understood read(String csv) {
        return (Understood) tables.read(view, csv.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
