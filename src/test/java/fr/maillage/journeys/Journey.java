package fr.maillage.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What people do on every journey: look at a page, press its button, reach it by keyboard, take a file home. */
final class Journey {

    private Journey() {}

    /** Goes to a page and looks at it as everybody must be able to. */
    static void met(Browser browser, String path) {
        looked(browser.open(path));
    }

    /** Looks at the page that an act led to. */
    static Browser looked(Browser browser) {
        return browser.accessible().noSidewaysScroll();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Clicks the button of the page itself, not one of the frame around it. */
    static void submit(Browser browser, String label) {
        button(browser, label).click();
        browser.settled();
    }

    /** Follows a link of the page and looks at what comes. */
    static void follow(Browser browser, String label) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(label))
                .first()
                .click();
        looked(browser.settled());
    }

    /** As {@link #submit}, by Tab and Enter alone. */
    static void press(Browser browser, String label) {
        tabTo(browser.page(), button(browser, label));
        browser.page()
                .waitForNavigation(
                        new Page.WaitForNavigationOptions().setTimeout(60_000),
                        () -> browser.page().keyboard().press("Enter"));
        browser.settled();
    }

    /** Presses a button that only asks a question, by keyboard. */
    static void ask(Browser browser, String label) {
        tabTo(browser.page(), button(browser, label));
        browser.page().keyboard().press("Enter");
    }

    /** Writes at the end of the text of a section, by keyboard, until it is saved. */
    static void write(Browser browser, String words) {
        var page = browser.page();
        tabTo(page, page.locator("main [role=textbox]").first());
        page.keyboard().press("Control+End");
        page.keyboard().type(words);
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-etat]")).containsText("Enregistré à");
    }

    /** Reaches something with the Tab key alone, from wherever the focus is. */
    static void tabTo(Page page, Locator target) {
        target.waitFor();
        for (int i = 0; i < 120; i++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the Tab key: " + target);
    }

    static void choose(Page page, String name, String value) {
        var radio = page.locator("input[type=radio][name=" + name + "][value='" + value + "']");
        if (radio.count() > 0) {
            radio.check();
        } else {
            page.selectOption("[name=" + name + "]", value);
        }
    }

    /** Takes the latest letter of the dossier home: it is a PDF, whole. */
    static void takeLetter(Browser browser) {
        var link = browser.page().locator(".file-letters a[download]");
        var download = browser.page().waitForDownload(link.first()::click);
        try {
            var start = new String(Files.readAllBytes(download.path()), StandardCharsets.ISO_8859_1);
            org.assertj.core.api.Assertions.assertThat(start)
                    .startsWith("%PDF-")
                    .contains("%%EOF");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator button(Browser browser, String label) {
        return browser.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
    }
}
