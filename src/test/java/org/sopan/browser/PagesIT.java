package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds of every page, and answers that meet another tab. */
class PagesIT {
    private static final String SAVED = "সংরক্ষিত";
    private static final String SINGLE = "fieldset.item:has(input[type=radio])";

    @RegisterExtension
    static final Site SITE = new Site();

    @Test
    void pagesForEveryoneSpeakOneLanguageAndFitThePhone() {
        try (Visitor visitor = SITE.visitor()) {
            expectGoodPages(
                    visitor, List.of("sign-in", "forgot", "invitation/a-link", "reset/a-link", "email-change/a-link"));
        }
    }

    @Test
    void pagesOfATrainerSpeakOneLanguageFitAnyScreenAndShutNobodyOut() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("trainer@sopan.example");
            String course = courseOf(trainer);
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("home", "");
            pages.put("course", course);
            pages.put("missing", course + "/missing");
            pages.put("lesson", course + "/lessons/what-counts");
            pages.put("quiz", course + "/quizzes/m1-ideas-rights-standards");
            pages.put("attempt", beginTheQuiz(trainer));
            pages.put("certificates", "certificates");
            pages.put("device", "device");
            pages.put("profile", "profile");
            pages.put("kits", "kits");
            pages.put("lost", "no-such-page");
            pages.forEach((name, path) -> expectPageForEverybody(trainer, name, path));
            expectGoodPages(trainer, List.of("transfers", "reminders", "reminders/a-link", "kits/foundations"));
        }
    }

    private static void expectPageForEverybody(Visitor trainer, String name, String path) {
        trainer.open(path);
        for (String language : List.of("bn", "en")) {
            if (language.equals("en")) {
                trainer.switchLanguage("en");
            }
            trainer.expectGoodPage(language);
            trainer.expectAccessiblePage();
            trainer.picture(name, language);
            trainer.expectRoomForEverybody();
        }
        trainer.switchLanguage("bn");
        trainer.expectGoodPage("bn");
    }

    @Test
    void pagesOfACoordinatorSpeakOneLanguageAndFitThePhone() throws IOException {
        try (Visitor coordinator = SITE.visitor()) {
            coordinator.signIn("coordinator@sopan.example");
            expectGoodPages(coordinator, List.of("", "holidays"));
            expectGoodPages(coordinator, ofInstitute("", "/people", "/progress", "/cohorts", "/roster"));
            expectGoodPages(coordinator, ofInstitute("/reminders", "/reminders/rules", "/reminders/sent"));
            expectGoodPages(
                    coordinator, ofInstitute("/more", "/roles", "/mail", "/audit", "/corrections", "/transfers"));
        }
    }

    @Test
    void pagesOfACohortAndOfAPersonSpeakOneLanguageAndFitThePhone() throws IOException {
        try (Visitor coordinator = SITE.visitor()) {
            coordinator.signIn("coordinator@sopan.example");
            String cohort = firstLink(coordinator, "institutes/bpatc/cohorts", ".steps a");
            String person = firstLink(coordinator, "institutes/bpatc/people", ".wide-table tbody a");
            expectGoodPages(
                    coordinator,
                    List.of(cohort, cohort + "/participants", cohort + "/announcements", cohort + "/settings", person));
        }
    }

    @Test
    void pagesOfAnAdministratorSpeakOneLanguageAndFitThePhone() throws IOException {
        try (Visitor administrator = SITE.visitor()) {
            administrator.signIn("administrator@sopan.example");
            expectGoodPages(administrator, List.of("", "institutes", "institutes/nilg", "outbox", "registry"));
            expectGoodPages(
                    administrator,
                    List.of(
                            "administration",
                            "administration/roles",
                            "administration/merges",
                            "comparison",
                            "holidays"));
            expectGoodPages(administrator, List.of("people", "audit", "corrections", "transfers/all"));
            String person = firstLink(administrator, "people", ".wide-table tbody a");
            expectGoodPages(
                    administrator,
                    List.of(person, "administration/erasure/" + person.substring(person.indexOf('/') + 1)));
        }
    }

    @Test
    void thePageThatVerifiesSaysSoOfAnUnknownSerialWithoutJavaScript() {
        try (Visitor employer = SITE.visitorWithoutJavaScript()) {
            employer.browse("/verify/?lang=bn");
            employer.page().locator("#serial").fill("ABCD-EFGH-JKMN9");
            employer.press("যাচাই করুন");
            assertThat(employer.page().locator(".status")).containsText("এই নম্বরের কোনো সনদ নেই");
        }
    }

    @Test
    void twoTabsThatAnswerDifferentlyAreToldAndDecide() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("tanvir.hasan@sopan.example");
            String attempt = beginTheQuiz(trainer);
            Page first = trainer.page();
            Page second = trainer.tab();
            second.navigate(first.url());
            Visitor.settle(second);
            choices(first).nth(0).check();
            assertThat(first.locator(".item .saving").filter(withText(SAVED))).hasCount(1);
            choices(second).nth(1).check();
            Locator conflict = second.locator(".item .notice.warn");
            assertThat(conflict).containsText("অন্য");
            assertThat(conflict.locator("b").first())
                    .hasText(choiceTexts(first).nth(0).innerText());
            conflict.getByText("এখানকার উত্তরটি নিন").click();
            assertThat(conflict).hasCount(0);
            trainer.open(attempt);
            assertThat(choices(trainer.page()).nth(1)).isChecked();
        }
    }

    @Test
    void theResultShowsWhatWasGivenWhatIsRightAndWhy() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("abdul.quddus@sopan.example");
            beginTheQuiz(trainer);
            String given = choiceTexts(trainer.page()).nth(0).innerText();
            String prompt =
                    trainer.page().locator(SINGLE).first().locator(".prompt").innerText();
            choices(trainer.page()).nth(0).check();
            trainer.press("জমা দিন");
            trainer.press("তবু জমা দিন");
            Locator item = trainer.page().locator("fieldset.item").filter(withText(prompt));
            assertThat(item.locator("li:has(.tag.given)")).containsText(given);
            assertThat(item.locator("li:has(.tag.right)")).hasClass("right");
            assertThat(trainer.page().locator(".item .feedback")).hasCount(10);
            Locator unanswered = trainer.page().locator(".item").filter(withText("উত্তর নেই"));
            assertThat(unanswered).hasCount(9);
            assertThat(trainer.main()).not().containsText("<p>");
            trainer.expectGoodPage("bn");
        }
    }

    private static void expectGoodPages(Visitor visitor, List<String> paths) {
        for (String path : paths) {
            visitor.open(path);
            visitor.expectGoodPage("bn");
            visitor.expectAccessiblePage();
            visitor.switchLanguage("en");
            visitor.expectGoodPage("en");
            visitor.switchLanguage("bn");
            visitor.expectGoodPage("bn");
        }
        visitor.expectNoComplaint();
    }

    private static List<String> ofInstitute(String... pages) {
        return Stream.of(pages).map("institutes/bpatc"::concat).toList();
    }

    /** Where the first such link of a page leads, without {@code #/}. */
    private static String firstLink(Visitor visitor, String page, String selector) {
        visitor.open(page);
        String href = visitor.main().locator(selector).first().getAttribute("href");
        assertThat(href).startsWith("#/");
        return href.substring("#/".length());
    }

    private static String courseOf(Visitor trainer) {
        String href = trainer.page().locator(".card h2 a").getAttribute("href");
        assertThat(href).startsWith("#/enrolments/");
        return href.substring("#/".length());
    }

    /** The path of the attempt that was begun, or taken up. */
    private static String beginTheQuiz(Visitor trainer) {
        trainer.open(courseOf(trainer) + "/quizzes/m1-ideas-rights-standards");
        trainer.expectGoodPage("bn");
        trainer.press("প্রশ্ন দেখুন");
        assertThat(trainer.page().locator("fieldset.item")).hasCount(10);
        String url = trainer.page().url();
        return url.substring(url.indexOf("#/") + 2);
    }

    /** The inputs of the first item with choices of which one is taken. */
    private static Locator choices(Page page) {
        return page.locator(SINGLE).first().locator("input[type=radio]");
    }

    private static Locator choiceTexts(Page page) {
        return page.locator(SINGLE).first().locator("label.choice");
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
