package fr.maillage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.demo.ProjectMaker;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.ui.CheckItem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The home of a CPTS: what each part holds or lacks, and that the lines add up. */
@MaillageTest
class ParcoursPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities communities;

    @Autowired
    ProjectMaker maker;

    @Autowired
    TestContours contours;

    @Autowired
    Completeness completeness;

    @Autowired
    ParcoursPages pages;

    @Test
    void theLinesOfThePartsAddUpToTheNotice() {
        for (var view : List.of(empty(), halfWritten())) {
            var page = pages.of(view);
            var report = completeness.of(view.id(), DossierKind.HEALTH_PROJECT);

            assertThat(count(page.parts(), "manque")).isEqualTo(page.project().blocking());
            assertThat(count(page.parts(), "conseil")).isEqualTo(page.project().advised());
            assertThat(page.project().blocking() + page.project().advised())
                    .isEqualTo(report.total() - report.satisfied());
        }
    }

    @Test
    void aDonePartSaysWhatItHoldsAndAnOpenOneWhatItLacks() {
        var parts = pages.of(empty()).parts();
        assertThat(detail(parts, "Objectifs")).startsWith("Ajoutez un objectif général.");
        assertThat(detail(parts, "Textes du projet")).startsWith("À écrire : sections ");

        var view = communities.create("CPTS Vallée Fictive");
        maker.fill(view, TestDossiers.MILLAU, ProjectMaker.Progress.READY);
        parts = pages.of(view).parts();
        assertThat(parts)
                .filteredOn(part -> part.status() == CheckItem.Status.DONE)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.detail()).isNotBlank());
        assertThat(detail(parts, "Objectifs")).endsWith("objectifs généraux");
    }

    @Test
    void theContractStepLeadsToTheFundingOfThisPopulation() {
        var steps = pages.of(halfWritten()).steps();
        assertThat(steps)
                .filteredOn(step -> step.name().equals("Contrat"))
                .singleElement()
                .satisfies(step -> assertThat(step.href())
                        .matches("/simulateur\\?base=population&population=\\d+&retour=/cpts/cpts-a-moitie"));
    }

    /** The phone's only way to most headings. */
    @Test
    void theMenuOfThePhoneOpensUpwardsAndLeads() {
        var view = halfWritten();
        try (var browser = Browser.on(port).width(390).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            browser.open("/cpts/" + view.slug());
            browser.page().locator(".phone-menu summary").click();
            var link =
                    browser.page().locator(".phone-menu .menu-list a", new Page.LocatorOptions().setHasText("Budget"));
            PlaywrightAssertions.assertThat(link).isInViewport();
            browser.accessible();
            link.click();
            PlaywrightAssertions.assertThat(browser.page()).hasURL(Pattern.compile(".*/budget$"));
        }
    }

    @ParameterizedTest
    @CsvSource({"390, false", "768, true", "1440, false", "1440, true"})
    void itReadsWellAtEveryWidth(int width, boolean dark) {
        contours.squares();
        var view = halfWritten();
        try (var browser = Browser.on(port).width(width)) {
            if (dark) {
                browser.dark();
            }
            browser.signIn(view.actor().email(), TestAccounts.PASSWORD).forgetConsoleErrors();
            browser.open("/cpts/" + view.slug()).accessible().noSidewaysScroll();
            assertThat(browser.page().locator(".page-mesh path").count()).isEqualTo(1);
            assertThat(browser.page()
                            .locator("main .button-primary, main .btn-primary")
                            .count())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void withoutContoursTheHeadHasNoMesh() {
        assertThat(pages.of(halfWritten()).mesh()).isNull();
    }

    private CommunityView empty() {
        return communities.create("CPTS Vide");
    }

    private CommunityView halfWritten() {
        var view = communities.create("CPTS À moitié");
        maker.fill(view, List.of("12145", "12084"), ProjectMaker.Progress.HALF_WRITTEN);
        return view;
    }

    private static String detail(List<CheckItem> parts, String title) {
        return Objects.requireNonNull(parts.stream()
                .filter(part -> part.title().equals(title))
                .findFirst()
                .orElseThrow()
                .detail());
    }

    /** The sum of « 2 manques » over the lines. */
    private static int count(List<CheckItem> parts, String word) {
        var pattern = Pattern.compile("(\\d+)\\h" + word);
        return parts.stream()
                .map(part -> pattern.matcher(Objects.requireNonNullElse(part.word(), "")))
                .mapToInt(found -> found.find() ? Integer.parseInt(found.group(1)) : 0)
                .sum();
    }
}
