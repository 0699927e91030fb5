package fr.maillage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's browser: its own cookies, one window, on the running program. Chromium is started once for all tests.
 *
 * <pre>
 * try (var browser = Browser.on(port).width(390).dark().open("/style")) {
 *     browser.accessible();
 *     browser.noSidewaysScroll();
 * }
 * </pre>
 *
 * The executable is that of {@code MAILLAGE_CHROMIUM}, else {@code /usr/bin/chromium}. A message of the console at level
 * error (a refused script, a missing file) fails {@link #close()}.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=fr-FR");

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final int port;
    private int width = 1440;
    private ColorScheme scheme = ColorScheme.LIGHT;
    private boolean scripts = true;
    private @Nullable BrowserContext context;
    private @Nullable Page page;
    private final List<String> consoleErrors = new ArrayList<>();

    private Browser(int port) {
        this.port = port;
    }

    /** A browser on {@code http://localhost:port}, 1440 pixels wide, light, with JavaScript. */
    public static Browser on(int port) {
        return new Browser(port);
    }

    public Browser width(int pixels) {
        width = pixels;
        return this;
    }

    public Browser dark() {
        scheme = ColorScheme.DARK;
        return this;
    }

    public Browser withoutScripts() {
        scripts = false;
        return this;
    }

    /** Goes to a page and waits until it is complete, scripts included. */
    public Browser open(String path) {
        page().navigate("http://localhost:" + port + path);
        return settled();
    }

    /** Waits after a click that leads elsewhere: a script may not have started before. */
    public Browser settled() {
        page().waitForLoadState();
        return this;
    }

    /** Signs in by the page {@code /connexion} and waits for the page that follows. */
    public Browser signIn(String email, String password) {
        open("/connexion");
        page().fill("[name=courriel]", email);
        page().fill("[name=motdepasse]", password);
        page().locator("main form button[type=submit]").first().click();
        return settled();
    }

    /** The window, opened at the first call. */
    public Page page() {
        if (page == null) {
            context = chromium()
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(width, width < 700 ? 844 : 900)
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setLocale("fr-FR")
                            .setTimezoneId("Europe/Paris")
                            .setJavaScriptEnabled(scripts));
            context.setDefaultTimeout(10_000);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    consoleErrors.add(message.text());
                }
            });
            page.onPageError(consoleErrors::add);
        }
        return page;
    }

    /** The title of the page: its one h1. */
    public String heading() {
        return page().locator("h1").innerText();
    }

    /** No violation found by axe; each is told with its places. */
    public Browser accessible() {
        // Our pages have no frames: axe needs no second window to join their results, which takes most of its time.
        var violations = new AxeBuilder(page())
                .setLegacyMode(true)
                .options(violationsOnly())
                .analyze()
                .getViolations();
        var told = violations.stream()
                .map(violation -> violation.getId() + ": " + violation.getHelp() + "\n    "
                        + violation.getNodes().stream()
                                .limit(5)
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n"));
        assertThat(told).as("axe on " + page().url()).isEmpty();
        return this;
    }

    /** Only what is told: axe takes a quarter of its time to describe, node by node, all that is right. */
    private static AxeRunOptions violationsOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** Nothing stands out at the right of the window. */
    public Browser noSidewaysScroll() {
        var excess =
                page().evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(excess).as("pixels beyond the window on " + page().url()).isEqualTo(0);
        return this;
    }

    /** The whole page as {@code target/captures/name.png}. */
    public Browser screenshot(String name) {
        page().screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/captures", name + ".png")));
        return this;
    }

    /** Forgets the errors of the console: for a page that answers 404 or 500 on purpose. */
    public Browser forgetConsoleErrors() {
        consoleErrors.clear();
        return this;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        assertThat(consoleErrors).as("errors in the console").isEmpty();
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var executable = Objects.requireNonNullElse(System.getenv("MAILLAGE_CHROMIUM"), "/usr/bin/chromium");
            chromium = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(Path.of(executable))
                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }
}
