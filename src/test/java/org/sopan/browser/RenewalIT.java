package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sopan.platform.ServedClient;

/** The client's own releases: one on a device is whole, and the next one takes its place whole. */
class RenewalIT {
    private static final String OLD = "ধাপে ধাপে সামাজিক সুরক্ষা";
    private static final String NEW = "নতুন করে সামাজিক সুরক্ষা";
    private static final String RELEASES =
            """
            () => [...new Set(performance.getEntriesByType('resource')
              .map(({ name }) => /\\/app\\/([0-9a-f]{16})\\//.exec(name)?.[1]).filter(Boolean))]""";
    private static final String ONE_IS_HELD =
            "async () => (await caches.keys()).filter(name => name.startsWith('sopan-client-')).length === 1";

    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private ServedClient server;
    private BrowserContext phone;

    @BeforeEach
    void begin() throws IOException {
        server = ServedClient.start();
        phone = BROWSERS.phone();
    }

    @AfterEach
    void end() {
        phone.close();
        server.close();
    }

    @Test
    void theClientStartsWithoutALine() {
        Page tab = open();
        Visitor.awaitShell(tab);
        phone.setOffline(true);
        tab.reload();
        assertThat(tab.locator("h1")).hasText("সংযোগ নেই");
        assertThat(tab.locator("header .brand")).containsText("সোপান");
    }

    @Test
    void anOldTabStaysWholeWhileTheNewReleaseWaitsAndIsReplacedOnceItIsAlone() {
        Page first = open();
        Visitor.awaitShell(first);
        Page second = open();
        renew();
        second.reload();
        Visitor.await(second, "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)", null);
        for (Page tab : List.of(first, second)) {
            tab.evaluate("location.hash = '#/no-such-page'");
            assertThat(tab.locator("h1")).hasText("এমন কোনো পাতা নেই");
            tab.evaluate("location.hash = '#/sign-in'");
            assertThat(tab.locator("h1")).hasText(OLD);
            assertThat((List<?>) tab.evaluate(RELEASES)).hasSize(1);
        }
        second.close();
        first.reload();
        assertThat(first.locator("h1")).hasText(NEW);
        assertThat((List<?>) first.evaluate(RELEASES)).hasSize(1);
        Visitor.await(first, ONE_IS_HELD, null);
    }

    @Test
    void aPageThatOnlyTheOldReleaseHadIsNotFetchedFromTheNewOne() {
        Page tab = phone.newPage();
        tab.addInitScript("delete Navigator.prototype.serviceWorker");
        tab.navigate(server.address() + "/#/sign-in");
        Visitor.settle(tab);
        renew();
        tab.evaluate("location.hash = '#/forgot'");
        assertThat(tab.locator("main")).containsText("নতুন সংস্করণ এসেছে");
        tab.locator("main button").click();
        assertThat(tab.locator("h1")).hasText("নতুন পাসওয়ার্ড");
        assertThat((List<?>) tab.evaluate(RELEASES)).hasSize(1);
    }

    private void renew() {
        server.renew("/app/words/bn.json", OLD, NEW);
        server.renew("/app/pages/sign-in.js", "<div class=\"welcome\">", "<div class=\"welcome renewed\">");
    }

    private Page open() {
        Page tab = phone.newPage();
        tab.navigate(server.address() + "/#/sign-in");
        Visitor.settle(tab);
        return tab;
    }
}
