package org.sopan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a visit costs on the line in bytes: everything that comes back, with headers, and what the service worker
 * fetches beside the page.
 */
class BytesIT {
    private static final int FIRST_VISIT = 100_000;
    private static final int SCRIPTS = 60_000;
    private static final int REPEAT = 5_000;

    @RegisterExtension
    static final Site SITE = new Site();

    @Test
    void aFirstVisitToAReadableLessonIsLightAndARepeatNextToNothing() throws IOException {
        try (Wire wire = SITE.wire();
                Visitor trainer = SITE.visitorBy(wire)) {
            trainer.signIn("trainer@sopan.example");
            trainer.main().getByText("শুরু করুন").click();
            awaitLesson(trainer);
            trainer.awaitShell();
            assertThat(wire.bytes(path -> true)).as("%s", wire.exchanges()).isBetween(1L, (long) FIRST_VISIT);
            assertThat(wire.bytes(path -> path.endsWith(".js"))).isBetween(1L, (long) SCRIPTS);
            assertThat(wire.exchanges()).extracting(Wire.Exchange::path).noneMatch(path -> path.contains("staff"));
            assertThat(fonts(trainer.page())).isEqualTo(0);

            wire.forget();
            trainer.page().reload();
            awaitLesson(trainer);
            assertThat(wire.bytes(path -> true)).as("%s", wire.exchanges()).isBetween(1L, (long) REPEAT);
            trainer.expectNoComplaint();
        }
    }

    /** Without a worker, too, a script is never asked for twice. */
    @Test
    void aRepeatWithoutAServiceWorkerAsksForNoScript() throws IOException {
        try (Wire wire = SITE.wire();
                Visitor visitor = SITE.visitorBy(wire)) {
            visitor.page().addInitScript("delete Navigator.prototype.serviceWorker");
            visitor.open("sign-in");
            wire.forget();
            visitor.open("sign-in");
            assertThat(wire.exchanges())
                    .extracting(exchange -> exchange.path().replaceAll("\\?.*", ""))
                    .containsExactlyInAnyOrder("/", "/api/me");
            visitor.expectNoComplaint();
        }
    }

    private static void awaitLesson(Visitor trainer) {
        trainer.page().locator("article.text h2, article.text p").first().waitFor();
        Visitor.settle(trainer.page());
    }

    private static Object fonts(Page page) {
        return page.evaluate("document.fonts.size");
    }
}
