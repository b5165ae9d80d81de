package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a visit asks of a trainer: bytes on the line, with headers and what the service worker fetches beside the page;
 * taps of a thumb; and that keys alone will do.
 */
class VisitIT {
    private static final int FIRST_VISIT = 100_000;
    private static final int SCRIPTS = 60_000;
    private static final int REPEAT = 5_000;
    private static final long PAGE = 60_000;
    private static final long PAGE_AGAIN = 16_000;
    private static final int TAPS_FOR_TEN_QUESTIONS = 22;
    private static final int FARTHEST = 300;

    @RegisterExtension
    static final Site SITE = Site.withALimitedQuiz();

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
            assertThat(trainer.page().evaluate("document.fonts.size")).isEqualTo(0);

            wire.forget();
            trainer.page().reload();
            awaitLesson(trainer);
            assertThat(wire.bytes(path -> true)).as("%s", wire.exchanges()).isBetween(1L, (long) REPEAT);
            trainer.expectNoComplaint();
        }
    }

    /** Each opened for itself, without a worker: what it costs on a device that has nothing yet, and the next time. */
    @Test
    void everyPageOfATrainerIsLight() throws IOException {
        try (Wire wire = SITE.wire();
                Visitor trainer = SITE.visitorBy(wire)) {
            trainer.signIn("jahangir.sarker@sopan.example");
            String course = courseOf(trainer);
            trainer.open(course + "/quizzes/m2-nsss-and-who-runs-it");
            trainer.press("প্রশ্ন দেখুন");
            trainer.page().locator("fieldset.item").first().waitFor();
            String attempt = trainer.page().url().replaceAll(".*#/", "");
            List<String> lines = new ArrayList<>(
                    List.of("| page | requests | bytes | again: requests | bytes |", "|---|---|---|---|---|"));
            for (String path : List.of(
                    "",
                    course,
                    course + "/missing",
                    course + "/lessons/what-counts",
                    course + "/quizzes/m2-nsss-and-who-runs-it",
                    attempt,
                    "certificates",
                    "kits",
                    "profile",
                    "device")) {
                lines.add(cost(wire, trainer, path));
            }
            Files.write(Path.of("target/pages.md"), lines);
        }
    }

    private static String cost(Wire wire, Visitor trainer, String path) {
        try (Visitor anew = trainer.onAnotherDevice()) {
            anew.page().addInitScript("delete Navigator.prototype.serviceWorker");
            wire.forget();
            anew.open(path);
            int requests = wire.exchanges().size();
            long first = wire.bytes(each -> true);
            wire.forget();
            anew.open(path);
            long again = wire.bytes(each -> true);
            assertThat(first).as(path).isLessThan(PAGE);
            assertThat(again).as(path).isLessThan(PAGE_AGAIN);
            return "| %s | %d | %,d | %d | %,d |"
                    .formatted(
                            path.replaceAll("[0-9a-f-]{36}", "…"),
                            requests,
                            first,
                            wire.exchanges().size(),
                            again);
        }
    }

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

    @Test
    void oneTapGoesOnWithALessonAndOneShowsWhatIsMissing() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("sumitra.roy@sopan.example");
            trainer.main().getByText("আর যা বাকি").click();
            assertThat(trainer.page().locator("h1")).hasText("আর যা বাকি");
            assertThat(trainer.page().locator(".steps .open").first()).isVisible();

            trainer.open("");
            trainer.main().locator(".first .button").click();
            awaitLesson(trainer);
        }
    }

    @Test
    void aLessonIsFoundAgainAsItWasLeftAndPrintsAsTextAlone() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("dipali.debnath@sopan.example");
            Page page = trainer.page();
            trainer.open(courseOf(trainer) + "/lessons/what-counts");
            page.locator(".tool").nth(1).click();
            page.locator(".tool").nth(1).click();
            assertThat(page.locator("article.text")).hasClass("text large");
            page.evaluate("document.querySelectorAll('article.text > *')[12].scrollIntoView()");
            trainer.await("() => Object.keys(localStorage).some(key => key.includes('.place.'))", null);
            page.reload();
            awaitLesson(trainer);
            assertThat(page.locator("article.text")).hasClass("text large");
            assertThat((Boolean) page.evaluate("Math.abs(document.querySelectorAll('article.text > *')[12]"
                            + ".getBoundingClientRect().top) < innerHeight"))
                    .isTrue();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("article.text")).isVisible();
            for (String frame : List.of("header .bar", "footer .help", ".tools", ".finish")) {
                assertThat(page.locator(frame)).isHidden();
            }
        }
    }

    @Test
    void tenQuestionsTakeTwentyTwoTaps() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("nasreen.akter@sopan.example");
            trainer.open(courseOf(trainer) + "/quizzes/m4-reading-the-money");
            trainer.page()
                    .evaluate(
                            "addEventListener('click', ({ detail }) => { if (detail) window.taps = (window.taps ?? 0) + 1; })");
            trainer.press("প্রশ্ন দেখুন");
            assertThat(trainer.page().locator("fieldset.item")).hasCount(10);
            AnswerKey.of("foundations").answerAll(trainer.page());
            trainer.press("জমা দিন");
            assertThat(trainer.page().locator(".score")).hasText("১০০%");
            assertThat(((Number) trainer.page().evaluate("window.taps")).intValue())
                    .isBetween(12, TAPS_FOR_TEN_QUESTIONS);
        }
    }

    @Test
    void fromSignInToTheResultKeysAreEnough() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            Page page = trainer.page();
            trainer.open("sign-in");
            tabTo(page, "#email");
            page.keyboard().type("tanvir.hasan@sopan.example");
            tabTo(page, "#password");
            page.keyboard().type(trainer.password());
            page.keyboard().press("Enter");
            page.locator("header nav").waitFor();
            Visitor.settle(page);
            press(page, ".first .button");
            awaitLesson(trainer);

            press(page, "dfn.term");
            assertThat(page.locator(".meaning")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".meaning")).isHidden();
            assertThat(page.locator("dfn.term").first()).isFocused();
            press(page, ".finish .button");
            assertThat(page.locator(".finish")).containsText("পড়া হয়েছে");

            trainer.open("");
            trainer.open(courseOf(trainer) + "/quizzes/m2-nsss-and-who-runs-it");
            press(page, "main .button.wide");
            assertThat(page.locator("fieldset.item")).hasCount(10);
            for (int at = 0; at < 10; at++) {
                answer(page, at);
            }
            press(page, ".foot .button");
            assertThat(page.locator(".score")).isVisible();
            assertThat(page.locator("h1")).isFocused();
            trainer.expectNoComplaint();
        }
    }

    @Test
    void theTimeThatIsLeftIsSaidFiveMinutesAndOneMinuteBeforeTheEnd() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.page().clock().install();
            trainer.signIn("abdul.quddus@sopan.example");
            trainer.open(courseOf(trainer) + "/quizzes/m1-ideas-rights-standards");
            trainer.press("প্রশ্ন দেখুন");
            Locator warning = trainer.page().locator(".foot p[role=status]").first();
            assertThat(trainer.page().locator(".left")).containsText("বাকি ৪৪");
            assertThat(warning).hasText("");
            trainer.page().clock().fastForward("41:00");
            assertThat(warning).hasText("আর ৫ মিনিটের কম সময় আছে।");
            trainer.page().clock().fastForward("03:00");
            assertThat(warning).hasText("আর ১ মিনিটের কম সময় আছে।");
            trainer.expectAccessiblePage();
            trainer.page().clock().fastForward("02:00");
            assertThat(trainer.page().locator(".foot [role=alert]")).containsText("সময় শেষ");
        }
    }

    /** Answers one question with what comes first, by keys. */
    private static void answer(Page page, int at) {
        Locator item = page.locator("fieldset.item").nth(at);
        String here = "fieldset.item[aria-labelledby='" + item.getAttribute("aria-labelledby") + "'] ";
        if (item.locator(".pair").count() > 0) {
            tabTo(page, here + ".rights button");
            for (int pairs = item.locator(".pair").count(); pairs > 0; pairs--) {
                page.keyboard().press("Enter");
            }
            assertThat(item.locator(".rights")).hasCount(0);
        } else if (item.locator(".number").count() > 0) {
            tabTo(page, here + ".number input");
            page.keyboard().type("5");
        } else {
            tabTo(page, here + "input");
            page.keyboard().press("Space");
        }
        assertThat(item.locator(".saving")).containsText("সংরক্ষিত");
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    /** Goes on by the tabulator alone. */
    private static void tabTo(Page page, String selector) {
        for (int steps = 0; steps < FARTHEST; steps++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + selector + " on " + page.url());
    }

    private static void awaitLesson(Visitor trainer) {
        trainer.page().locator("article.text p").first().waitFor();
        Visitor.settle(trainer.page());
    }

    private static String courseOf(Visitor trainer) {
        String href = trainer.page().locator(".card h2 a").getAttribute("href");
        assertThat(href).startsWith("#/enrolments/");
        return href.substring("#/".length());
    }
}
