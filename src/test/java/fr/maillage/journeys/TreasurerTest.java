package fr.maillage.journeys;

import static fr.maillage.journeys.Journey.follow;
import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.submit;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.project.Projects;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A treasurer takes over what the ACI pays, types a year by the keyboard alone, copies it into the next one, goes on in a
 * spreadsheet, corrects the cell that is refused, and finds both years balanced.
 */
@MaillageTest
class TreasurerTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Projects projects;

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromAnEmptyYearToTwoBalancedOnes(int width) throws IOException {
        var view = made.create("CPTS Grands Causses et Raspes");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145"), List.of());
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            met(browser, view.at("/budget?annee=2027"));
            // the certain part, size 1: 50 000 + 60 000 + 25 000 + 10 000
            submit(browser, "Reprendre 145 000 € : ACI, part certaine");
            looked(browser);
            assertThat(total(view, 2027, Side.PRODUITS)).isEqualTo(145_000);

            typeTheYear(browser, view);
            met(browser, view.at("/budget?annee=2028"));
            submit(browser, "Reprendre les lignes de 2027");
            assertThat(total(view, 2028, Side.CHARGES)).isEqualTo(145_000);

            goOnInASpreadsheet(browser, view);
            met(browser, view.at("/budget/comparaison"));
            assertThat(browser.page().locator("#equilibre").innerText())
                    .contains("2027", "2028")
                    .doesNotContain("dépassent");
        }
    }

    /** Tab from amount to amount, arrows, Enter: never the mouse. */
    private void typeTheYear(Browser browser, CommunityView view) {
        met(browser, view.at("/budget/2027/saisie"));
        var page = browser.page();
        var amounts = Map.of(
                "Locations",
                "9600",
                "Assurance",
                "1 400",
                "Rémunération des personnels",
                "90000",
                "Charges sociales",
                "40000");
        amounts.forEach((label, amount) -> {
            page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).focus();
            page.keyboard().type(amount);
        });
        page.getByLabel("Charges sociales", new Page.GetByLabelOptions().setExact(true))
                .focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().type("12,5");
        assertThat(page.locator("[data-balance]").innerText()).contains("Produits plus hauts de 4\u00A0000\u00A0€");
        enter(browser);

        // cents are refused beside the field, and nothing typed is lost
        looked(browser);
        var other = page.getByLabel("Autres charges de personnel", new Page.GetByLabelOptions().setExact(true));
        assertThat(other.inputValue()).isEqualTo("12,5");
        assertThat(page.getByLabel("Locations", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("9600");
        other.fill("4000");
        assertThat(page.locator("[data-balance]").innerText()).contains("Équilibré");
        enter(browser);
        looked(browser);
        assertThat(projects.of(view.id()).budget(2027).orElseThrow().balanced()).isTrue();
    }

    private static void enter(Browser browser) {
        browser.page().waitForNavigation(() -> browser.page().keyboard().press("Enter"));
        browser.settled();
    }

    private void goOnInASpreadsheet(Browser browser, CommunityView view) throws IOException {
        met(browser, view.at("/budget/comparaison"));
        var page = browser.page();
        var download =
                page.waitForDownload(() -> page.getByText("Tableur (XLSX)").click());
        var file = Files.readAllBytes(download.path());
        follow(browser, "Reprendre un tableur");
        send(browser, changed(file, "C61_LOCATIONS", 9_600.5));
        looked(browser);
        assertThat(page.locator("#refus").innerText()).contains("2028, H", "9600,5", "centimes");
        assertThat(total(view, 2028, Side.CHARGES)).isEqualTo(145_000);

        follow(browser, "envoyez le fichier de nouveau");
        send(browser, changed(changed(file, "C61_LOCATIONS", 10_600), "C64_AUTRES", 3_000));
        looked(browser);
        assertThat(page.locator("#annee-2028").innerText()).contains("était 9\u00A0600\u00A0€", "équilibré");
        assertThat(total(view, 2028, Side.CHARGES))
                .as("nothing before the button")
                .isEqualTo(145_000);
        submit(browser, "Prendre ce budget");
        looked(browser);
        assertThat(projects.of(view.id()).budget(2028).orElseThrow().total("C61_LOCATIONS"))
                .isEqualTo(10_600);
        assertThat(projects.of(view.id()).budgets()).allMatch(Budget::balanced);
    }

    private static void send(Browser browser, byte[] file) {
        browser.page().setInputFiles("#fichier", new FilePayload("budget.xlsx", Spreadsheet.XLSX, file));
        submit(browser, "Lire le tableur");
    }

    /** The amount of a line of 2028, as a spreadsheet saves it. */
    private static byte[] changed(byte[] file, String code, double amount) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var row : workbook.getSheet("2028")) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals(code)) {
                    row.getCell(7).setCellValue(amount);
                }
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private long total(CommunityView view, int year, Side side) {
        return projects.of(view.id()).budget(year).orElseThrow().total(side);
    }
}
