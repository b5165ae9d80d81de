package org.sopan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * This machine's Chromium, {@code /usr/bin/chromium} or what the variable CHROMIUM names. Where there is none the tests
 * say so and are skipped; where CI is true they fail.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Path require() {
        String named = System.getenv("CHROMIUM");
        Path chromium = Path.of(named == null ? "/usr/bin/chromium" : named);
        if (!Files.isExecutable(chromium)) {
            String missing = "There is no Chromium at " + chromium + "; name one with CHROMIUM. Pages are not tested.";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return chromium;
    }

    static Chromium start() {
        Playwright playwright = Playwright.create();
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(require()).setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A phone 360 px wide on which nothing is kept yet. */
    BrowserContext phone(boolean javaScript) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(360, 760).setJavaScriptEnabled(javaScript));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
