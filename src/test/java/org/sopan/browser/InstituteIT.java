package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a coordinator does about her people and her own work, in Bangla on a phone, each through the pages alone. */
class InstituteIT {
    private static final String PASSWORD = "a sentence as password";

    @RegisterExtension
    static final Site SITE = Site.withALimitedQuiz();

    @Test
    void aCoordinatorHelpsMovesAndReplacesHerPeople() throws IOException {
        try (Visitor coordinator = SITE.visitor()) {
            coordinator.signIn("coordinator@sopan.example");
            String first = firstCohort(coordinator);
            String second = opensACohort(coordinator);
            givesTimeAndAttempts(coordinator, first);
            withdrawsAndReinstates(coordinator);
            movesToAnother(coordinator, second);
            String link = replacesTheNominee(coordinator, second);
            coordinator.expectNoComplaint();
            theNewNomineeComesIn(link);
        }
    }

    @Test
    void aPersonIsReachedAtANewAddressOnceBothHaveConfirmed()
            throws IOException, InterruptedException, MessagingException {
        String old = "abdul.quddus@sopan.example";
        String anew = "quddus.mollah@sopan.example";
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn(old);
            trainer.open("profile");
            Locator change = trainer.main().locator("details").filter(withText("ই-মেইল ঠিকানা বদলান"));
            change.locator("summary").click();
            change.locator("#email").fill(anew);
            change.locator("#password").fill(trainer.password());
            trainer.press("চিঠি পাঠান");
            assertThat(change.locator(".notice.good")).containsText("দুই ঠিকানাতেই");
            trainer.expectGoodPage("bn");
            confirms(trainer, SITE.letters().linkIn("email-change-old", old), "এবার অন্য ঠিকানার চিঠির");
            confirms(trainer, SITE.letters().linkIn("email-change-new", anew), "ঠিকানা বদলেছে");
            trainer.expectNoComplaint();
        }
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn(anew);
            assertThat(trainer.page().locator("h1")).containsText("আব্দুল কুদ্দুস");
        }
    }

    @Test
    void aCoordinatorHandsOverAndIsToldThatItIsDone() throws IOException {
        try (Visitor leaving = SITE.visitor();
                Visitor coming = SITE.visitor()) {
            leaving.signIn("nilg.coordinator@sopan.example");
            leaving.open("institutes/nilg/roles");
            leaving.press("সহকর্মীকে দায়িত্ব দিন");
            dialog(leaving).locator("#to").fill("dipali.debnath@sopan.example");
            does(leaving, "দায়িত্ব দিন");
            assertThat(leaving.page().locator(".notice.good")).containsText("দীপালি দেবনাথ");
            assertThat(leaving.main()).containsText("দায়িত্ব এখন আর আপনার নয়");
            assertThat(leaving.page().locator("header nav")).not().containsText("আমার প্রতিষ্ঠান");
            leaving.expectGoodPage("bn");
            leaving.expectNoComplaint();
            coming.signIn("dipali.debnath@sopan.example");
            coming.open("institutes/nilg/roles");
            assertThat(coming.page().locator(".wide-table tbody")).containsText("dipali.debnath@sopan.example");
            assertThat(coming.page().locator(".wide-table tbody")).not().containsText("nilg.coordinator");
        }
    }

    @Test
    void theMatrixIsSortedByItsHeadingsFromTheKeyboardAndStaysNarrowed() throws IOException {
        try (Visitor coordinator = SITE.visitor()) {
            coordinator.signIn("coordinator@sopan.example");
            coordinator.open("institutes/bpatc/progress?q=sopan.example&state=invited");
            Locator name = coordinator.page().locator("th[aria-sort] button").first();
            assertThat(heading(coordinator, 0)).hasAttribute("aria-sort", "ascending");
            List<String> rising = names(coordinator);
            assertThat(rising).hasSizeGreaterThan(2);
            name.focus();
            coordinator.page().keyboard().press("Enter");
            assertThat(heading(coordinator, 0)).hasAttribute("aria-sort", "descending");
            coordinator.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(name).isFocused();
            List<String> falling = new ArrayList<>(names(coordinator));
            Collections.reverse(falling);
            assertThat(falling).isEqualTo(rising);
            coordinator.page().keyboard().press("Tab");
            coordinator.page().keyboard().press("Space");
            assertThat(heading(coordinator, 1)).hasAttribute("aria-sort", "ascending");
            assertThat(heading(coordinator, 0)).hasAttribute("aria-sort", "none");
            assertThat(coordinator.page().url()).contains("q=sopan.example", "state=invited", "sort=percent");
            coordinator.expectGoodPage("bn");
            coordinator.page().reload();
            Visitor.settle(coordinator.page());
            assertThat(heading(coordinator, 1)).hasAttribute("aria-sort", "ascending");
            coordinator.expectNoComplaint();
        }
    }

    private static String firstCohort(Visitor coordinator) {
        coordinator.open("institutes/bpatc/cohorts");
        return href(coordinator.main().locator(".steps a").first());
    }

    /** The path of a cohort that begins in a month. */
    private static String opensACohort(Visitor coordinator) {
        coordinator.main().getByText("নতুন ব্যাচ খুলুন").click();
        coordinator.page().locator("#titleBn").fill("দ্বিতীয় ব্যাচ");
        coordinator.page().locator("#titleEn").fill("Second cohort");
        coordinator.page().locator("#starts").fill(LocalDate.now().plusDays(30).toString());
        coordinator.page().locator("#ends").fill(LocalDate.now().plusDays(300).toString());
        coordinator.press("ব্যাচ খুলুন");
        coordinator.page().waitForURL("**/roster?cohort=*");
        String url = coordinator.page().url();
        return "institutes/bpatc/cohorts/" + url.substring(url.indexOf("cohort=") + "cohort=".length());
    }

    private static void givesTimeAndAttempts(Visitor coordinator, String cohort) {
        coordinator.open(cohort + "/participants");
        String until = LocalDate.now().plusDays(400).toString();
        begins(coordinator, "তানভীর হাসান", "শেষ তারিখ পেছান");
        dialog(coordinator).locator("#act-due").fill(until);
        givesAReason(coordinator, "শেষ তারিখ পেছান");
        assertThat(row(coordinator, "তানভীর হাসান")).containsText(bangla(until.substring(0, 4)));

        begins(coordinator, "তানভীর হাসান", "বাড়তি চেষ্টা বা সময়");
        Locator quiz = dialog(coordinator).locator("#allow-quiz");
        quiz.selectOption("m2-nsss-and-who-runs-it");
        assertThat(dialog(coordinator)).containsText("যতবার খুশি দেওয়া যায়");
        assertThat(dialog(coordinator).locator("input#allow-attempts")).hasCount(0);
        quiz.selectOption("m1-ideas-rights-standards");
        assertThat(dialog(coordinator)).containsText("এমনিতে ২টি");
        dialog(coordinator).locator("#allow-attempts").fill("1");
        dialog(coordinator).locator("#allow-minutes").fill("15");
        givesAReason(coordinator, "বাড়তি চেষ্টা বা সময়");

        row(coordinator, "তানভীর হাসান").locator("th a").click();
        assertThat(coordinator.main()).containsText("আরও ১টি চেষ্টা, ১৫ মিনিট");
        coordinator.main().getByText("যা যা হয়েছে").click();
        assertThat(coordinator.page().locator(".past").last()).containsText("শেষ তারিখ বদল");
        coordinator.expectGoodPage("bn");
        coordinator.open(cohort + "/participants");
    }

    private static void withdrawsAndReinstates(Visitor coordinator) {
        begins(coordinator, "সুমিত্রা রায়", "প্রত্যাহার করুন");
        givesAReason(coordinator, "প্রত্যাহার করুন");
        assertThat(row(coordinator, "সুমিত্রা রায়").locator(".state")).hasText("প্রত্যাহৃত");
        begins(coordinator, "সুমিত্রা রায়", "আবার চালু করুন");
        givesAReason(coordinator, "আবার চালু করুন");
        assertThat(row(coordinator, "সুমিত্রা রায়").locator(".state")).hasText("শুরু হয়নি");
        coordinator.expectGoodPage("bn");
    }

    private static void movesToAnother(Visitor coordinator, String second) {
        begins(coordinator, "তানভীর হাসান", "অন্য ব্যাচে নিন");
        dialog(coordinator).locator("#act-cohort").selectOption(second.substring(second.lastIndexOf('/') + 1));
        givesAReason(coordinator, "অন্য ব্যাচে নিন");
        assertThat(row(coordinator, "তানভীর হাসান")).hasCount(0);
    }

    /** The link that is made for the new nominee, to be handed over. */
    private static String replacesTheNominee(Visitor coordinator, String second) {
        coordinator.open(second + "/participants");
        begins(coordinator, "তানভীর হাসান", "অন্যজনকে মনোনয়ন দিন");
        dialog(coordinator).locator("#new-email").fill("nominee@sopan.example");
        dialog(coordinator).locator("details summary").click();
        dialog(coordinator).locator("#new-nameBn").fill("নতুন মনোনীত");
        givesAReason(coordinator, "অন্যজনকে মনোনয়ন দিন");
        assertThat(row(coordinator, "তানভীর হাসান").locator(".state")).hasText("প্রত্যাহৃত");
        row(coordinator, "নতুন মনোনীত").locator("th a").click();
        coordinator.press("হাতে দেওয়ার লিংক");
        does(coordinator, "লিংক তৈরি করুন");
        assertThat(coordinator.page().locator(".copy")).containsText("/#/invitation/");
        coordinator.press("কপি করুন");
        coordinator.expectGoodPage("bn");
        String link = coordinator.page().locator(".copy").innerText().strip();
        return link.substring(link.indexOf("#/") + 2);
    }

    private static void theNewNomineeComesIn(String link) {
        try (Visitor nominee = SITE.visitor()) {
            nominee.open(link);
            nominee.page().locator("#password").fill(PASSWORD);
            nominee.page().locator("#repeat").fill(PASSWORD);
            nominee.press("শুরু করুন");
            assertThat(nominee.page().locator("h1")).containsText("নতুন মনোনীত");
            assertThat(nominee.page().locator(".card h2 a")).hasCount(1);
            nominee.expectNoComplaint();
        }
    }

    private static void confirms(Visitor trainer, String page, String said) {
        trainer.open(page);
        trainer.press("নিশ্চিত করুন");
        assertThat(trainer.page().locator(".notice.good")).containsText(said);
        trainer.expectGoodPage("bn");
    }

    /** Chooses an act from a person's menu. */
    private static void begins(Visitor visitor, String person, String act) {
        row(visitor, person).locator("summary").click();
        row(visitor, person)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act))
                .click();
        dialog(visitor).waitFor();
        visitor.expectGoodPage("bn");
        visitor.expectAccessiblePage();
    }

    private static void givesAReason(Visitor visitor, String act) {
        dialog(visitor).locator("#reason").fill("জরুরি কারণ");
        does(visitor, act);
        assertThat(visitor.page().locator("main .notice.good")).containsText("হয়েছে");
    }

    private static void does(Visitor visitor, String act) {
        dialog(visitor)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(act).setExact(true))
                .click();
        assertThat(dialog(visitor)).hasCount(0);
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().locator("dialog");
    }

    private static Locator row(Visitor visitor, String person) {
        return visitor.page().locator(".wide-table tbody tr").filter(withText(person));
    }

    private static Locator heading(Visitor visitor, int column) {
        return visitor.page().locator("th[aria-sort]").nth(column);
    }

    private static List<String> names(Visitor visitor) {
        return visitor.page().locator(".matrix tbody th a").allInnerTexts();
    }

    private static String href(Locator link) {
        return String.valueOf(link.getAttribute("href")).substring("#/".length());
    }

    private static String bangla(String digits) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(digit -> text.append((char) ('০' + digit - '0')));
        return text.toString();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
