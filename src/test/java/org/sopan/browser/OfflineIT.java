package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A trainer on a bad line: what she takes along, does without it, and what becomes of that. */
class OfflineIT {
    private static final String TAKEN = "মডিউল ২";
    private static final String KEPT = "এই ফোনে রাখা, এখনো পাঠানো হয়নি";
    private static final String SENT = "পাঠানো হয়েছে, সংরক্ষিত";
    private static final String SINGLE = "fieldset.item:has(input[type=radio])";

    @RegisterExtension
    static final Site SITE = Site.withALimitedQuiz();

    @Test
    void aModuleTakenAlongIsReadAndItsQuizAnsweredWithoutALineAndTheResultComesAfterwards() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("trainer@sopan.example");
            String course = takeAlong(trainer);
            trainer.offline(true);
            trainer.open("");
            assertThat(trainer.page().locator("#line")).containsText("সংযোগ নেই");
            readALesson(trainer, course);
            String attempt = beginTheQuiz(trainer, course);
            AnswerKey.of("foundations").answerAll(trainer.page());
            assertThat(trainer.page().locator(".item .saving").filter(withText(KEPT)))
                    .hasCount(10);
            trainer.press("জমা দিন");
            assertThat(trainer.page().locator(".foot .notice")).containsText("সংযোগ এলে নিজেই জমা হবে");
            trainer.expectGoodPage("bn");
            trainer.expectAccessiblePage();

            Page afterPowerCut = trainer.tab();
            trainer.page().close();
            afterPowerCut.navigate(attempt);
            Visitor.settle(afterPowerCut);
            assertThat(afterPowerCut.locator(".item .saving").filter(withText(KEPT)))
                    .hasCount(10);
            trainer.offline(false);
            assertThat(afterPowerCut.locator(".score")).hasText("১০০%");
            assertThat(afterPowerCut.locator("#line .notice")).hasCount(0);
            trainer.expectNoComplaint();
        }
    }

    @Test
    void whatTheServerSavedButCouldNotSayIsSentAgainAndCountsOnce() throws IOException {
        try (Wire wire = SITE.wire();
                Visitor trainer = SITE.visitorBy(wire)) {
            trainer.signIn("sumitra.roy@sopan.example");
            beginTheQuiz(trainer, courseOf(trainer));
            wire.loseAnswersTo(path -> path.contains("/answers"));
            choices(trainer.page()).nth(0).check();
            choices(trainer.page()).nth(1).check();
            choices(trainer.page(), 1).nth(0).check();
            Locator saving = trainer.page().locator(".item .saving");
            assertThat(saving.filter(withText(KEPT))).hasCount(2);
            wire.loseAnswersTo(path -> false);
            trainer.page().evaluate("dispatchEvent(new Event('online'))");
            assertThat(saving.filter(withText(SENT))).hasCount(2);
            trainer.page().reload();
            Visitor.settle(trainer.page());
            assertThat(choices(trainer.page()).nth(1)).isChecked();
            assertThat(choices(trainer.page(), 1).nth(0)).isChecked();
        }
    }

    @Test
    void anAnswerThatASecondDeviceOvertookIsShownAndTheHandInWaitsForADecision() throws IOException {
        try (Visitor trainer = SITE.visitor();
                Visitor onAnotherDevice = SITE.visitor()) {
            trainer.signIn("nasreen.akter@sopan.example");
            String attempt = beginTheQuiz(trainer, courseOf(trainer));
            trainer.offline(true);
            choices(trainer.page()).nth(0).check();
            trainer.press("জমা দিন");
            trainer.press("তবু জমা দিন");
            onAnotherDevice.signIn("nasreen.akter@sopan.example");
            onAnotherDevice.page().navigate(attempt);
            Visitor.settle(onAnotherDevice.page());
            choices(onAnotherDevice.page()).nth(1).check();
            assertThat(onAnotherDevice.page().locator(".item .saving").filter(withText(SENT)))
                    .hasCount(1);
            trainer.offline(false);
            Locator conflict = trainer.page().locator(".item .notice.warn");
            assertThat(conflict).containsText("আপনার উত্তর");
            assertThat(trainer.page().locator("#line")).containsText("আপনার সিদ্ধান্ত দরকার");
            assertThat(trainer.page().locator(".score")).hasCount(0);
            trainer.expectAccessiblePage();
            conflict.getByText("এখানকার উত্তরটি নিন").click();
            assertThat(trainer.page().locator(".score")).isVisible();
            assertThat(trainer.page().locator("#line .notice")).hasCount(0);
        }
    }

    @Test
    void twoTabsWithoutALineDoNotOverwriteEachOther() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("tanvir.hasan@sopan.example");
            String attempt = beginTheQuiz(trainer, courseOf(trainer));
            Page second = trainer.tab();
            second.navigate(attempt);
            Visitor.settle(second);
            trainer.offline(true);
            choices(trainer.page()).nth(0).check();
            assertThat(trainer.page().locator(".item .saving").filter(withText(KEPT)))
                    .hasCount(1);
            choices(second).nth(1).check();
            Locator conflict = second.locator(".item .notice.warn");
            conflict.getByText("ওই উত্তরটিই থাকুক").click();
            assertThat(choices(second).nth(0)).isChecked();
            trainer.offline(false);
            assertThat(trainer.page().locator(".item .saving").filter(withText(SENT)))
                    .hasCount(1);
        }
    }

    @Test
    void whoSignsOutIsAskedAboutUnsentAnswersAndLeavesNothingBehind() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("abdul.quddus@sopan.example");
            String course = takeAlong(trainer);
            beginTheQuiz(trainer, course);
            trainer.offline(true);
            choices(trainer.page()).nth(0).check();
            signOut(trainer);
            Locator dialog = trainer.page().locator("dialog");
            assertThat(dialog).containsText("১টি উত্তর");
            trainer.expectAccessiblePage();
            trainer.press("পাঠিয়ে সাইন-আউট");
            assertThat(trainer.page().locator("dialog [role=alert]")).containsText("সংযোগ নেই");
            trainer.press("থাকি");
            assertThat(choices(trainer.page()).nth(0)).isChecked();
            signOut(trainer);
            trainer.press("না পাঠিয়ে মুছে ফেলুন");
            assertThat(trainer.page().locator("#password")).isVisible();
            assertThat(Kept.on(trainer.page()))
                    .doesNotContain("quddus", "কুদ্দুস", "/attempts/", "/enrolments/", "\"response\"");

            trainer.page().reload();
            assertThat(trainer.page().locator("#password")).isVisible();
            trainer.offline(false);
            trainer.page().reload();
            assertThat(trainer.page().locator("#password")).isVisible();
            assertThat(trainer.main()).not().containsText("অপেক্ষায়");
        }
    }

    @Test
    void answersWaitForTheirOwnerWhoeverElseSignsIn() throws IOException {
        try (Visitor phone = SITE.visitor()) {
            phone.signIn("dipali.debnath@sopan.example");
            String attempt = beginTheQuiz(phone, takeAlong(phone));
            assertThat(Kept.on(phone.page())).contains("দীপালি");
            phone.offline(true);
            choices(phone.page()).nth(1).check();
            assertThat(phone.page().locator(".item .saving").filter(withText(KEPT)))
                    .hasCount(1);
            phone.losesHerSession();
            phone.offline(false);
            assertThat(phone.main()).containsText("অপেক্ষায় আছে");

            signInHere(phone, "tanvir.hasan@sopan.example");
            phone.open("device");
            assertThat(phone.main()).containsText("কিছুই বাকি নেই");
            assertThat(Kept.on(phone.page())).contains("\"response\"").doesNotContain("দীপালি");
            signOut(phone);
            assertThat(phone.main()).containsText("অপেক্ষায় আছে");

            signInHere(phone, "dipali.debnath@sopan.example");
            phone.page().navigate(attempt);
            phone.page().reload();
            Visitor.settle(phone.page());
            assertThat(phone.page().locator(".item .saving").filter(withText(SENT)))
                    .hasCount(1);
            assertThat(choices(phone.page()).nth(1)).isChecked();
        }
    }

    @Test
    void aNewReleaseOfTheCourseLeavesWhatWasTakenAlongAsItIsAndSaysSo() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("jahangir.sarker@sopan.example");
            String course = takeAlong(trainer);
            String lesson = firstLessonOf(trainer, course);
            trainer.offline(true);
            trainer.open(lesson);
            String before = trainer.page().locator("article.text").innerText();
            trainer.offline(false);
            Path file = SITE.courses().resolve("foundations/m2-nsss-and-who-runs-it");
            rewriteALesson(trainer, file);
            trainer.open(course);
            assertThat(trainer.page().locator(".keep .kept")).containsText("নতুন সংস্করণ এসেছে");
            trainer.offline(true);
            trainer.open(lesson);
            assertThat(trainer.main()).containsText("এই ফোনে রাখা পাঠ");
            assertThat(trainer.page().locator("article.text").innerText()).isEqualTo(before);
        }
    }

    /** An author writes a paragraph more, and the course goes live. */
    private static void rewriteALesson(Visitor anyone, Path module) throws IOException {
        String release = "async () => (await (await fetch('/api/courses/foundations')).json()).release";
        Object before = anyone.page().evaluate(release);
        try (Stream<Path> files = Files.list(module)) {
            for (Path lesson : files.filter(
                            file -> file.getFileName().toString().matches("01-.*\\.md"))
                    .toList()) {
                boolean bangla = lesson.toString().endsWith(".bn.md");
                Files.writeString(
                        lesson,
                        Files.readString(lesson)
                                .replaceFirst("(?m)^## ", (bangla ? "নতুন কথা।" : "More.") + "\n\n## "));
            }
        }
        anyone.await("before => (" + release + ")().then(now => now !== before)", before);
    }

    /** Takes the second module along from the course's page, and gives that page's path. */
    private static String takeAlong(Visitor trainer) {
        String course = courseOf(trainer);
        trainer.open(course);
        Locator module = trainer.page().locator("section.module").filter(withText(TAKEN));
        assertThat(module.locator(".keep")).containsText("নামাতে");
        module.getByText("এই ফোনে রাখুন").click();
        assertThat(module.locator(".kept")).containsText("জায়গা নিয়েছে");
        trainer.awaitShell();
        return course;
    }

    private static void readALesson(Visitor trainer, String course) {
        trainer.open(firstLessonOf(trainer, course));
        assertThat(trainer.main()).containsText("এই ফোনে রাখা পাঠ");
        trainer.press("পড়েছি");
        assertThat(trainer.page().locator(".finish .saving")).containsText(KEPT);
        trainer.open(course);
        assertThat(trainer.page().locator(".steps .done").first()).containsText("ফোনে রাখা");
    }

    private static String firstLessonOf(Visitor trainer, String course) {
        trainer.open(course);
        String href = trainer.page()
                .locator("section.module")
                .filter(withText(TAKEN))
                .locator("a[href*='/lessons/']")
                .first()
                .getAttribute("href");
        return href.substring("#/".length());
    }

    /** Begins the quiz of the module that can be taken along, or goes on with it; gives the page's address. */
    private static String beginTheQuiz(Visitor trainer, String course) {
        trainer.open(course + "/quizzes/m2-nsss-and-who-runs-it");
        trainer.press("প্রশ্ন দেখুন");
        assertThat(trainer.page().locator("fieldset.item")).hasCount(10);
        return trainer.page().url();
    }

    private static void signOut(Visitor visitor) {
        visitor.page().locator(".account summary").click();
        visitor.press("সাইন-আউট");
    }

    private static void signInHere(Visitor visitor, String email) throws IOException {
        visitor.page().locator("#email").fill(email);
        visitor.page().locator("#password").fill(visitor.password());
        visitor.page().locator("form.card button.wide").click();
        visitor.page().locator("header nav").waitFor();
        Visitor.settle(visitor.page());
    }

    private static String courseOf(Visitor trainer) {
        return List.of(trainer.page().locator(".card h2 a").getAttribute("href"))
                .get(0)
                .substring("#/".length());
    }

    private static Locator choices(Page page) {
        return choices(page, 0);
    }

    private static Locator choices(Page page, int item) {
        return page.locator(SINGLE).nth(item).locator("input[type=radio]");
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
