package org.sopan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the staff list to the revoked certificate, in Bangla on a phone. */
class MainJobIT {
    @RegisterExtension
    static final Site SITE = new Site();

    @Test
    void theWholeMainJobIsDoneThroughPages() throws IOException {
        coordinatorEnrolsHerStaff();
        Earned earned = trainerEarnsACertificate();
        String serial = earned.serial();
        coordinatorSeesWhoIsDone();
        whoeverChecksIsTold(serial, "সনদটি বৈধ", "This certificate is valid");
        whoeverScansIsTold(earned, "সনদে যা লেখা, নিবন্ধনেও তা-ই আছে");
        administratorRevokes(serial);
        whoeverChecksIsTold(serial, "সনদটি বাতিল করা হয়েছে", "This certificate has been revoked");
    }

    /** A certificate, and what its code says after the address. */
    private record Earned(String serial, String statement) {}

    private static void coordinatorEnrolsHerStaff() throws IOException {
        try (Visitor coordinator = SITE.visitor()) {
            coordinator.signIn("coordinator@sopan.example");
            coordinator.main().getByText("আমার প্রতিষ্ঠান").click();
            coordinator.main().getByText("কর্মীতালিকা", exactly()).click();
            coordinator.page().locator("#list").setInputFiles(Path.of("seeds/demo/roster-sample.csv"));
            coordinator.press("তালিকা যাচাই করুন");
            assertThat(coordinator.page().locator(".tiles .create dd")).hasText("৮");
            coordinator.expectGoodPage("bn");
            coordinator.press("ঠিক সারিগুলো প্রয়োগ করুন");
            assertThat(coordinator.page().locator(".tiles .enrolled dd")).hasText("৮");
            coordinator.expectGoodPage("bn");
            coordinator.main().locator(".doing a").click();
            assertThat(coordinator.page().locator(".matrix tbody tr")).hasCount(15);
            coordinator.expectNoComplaint();
        }
    }

    private static Earned trainerEarnsACertificate() throws IOException {
        try (Visitor trainer = SITE.visitor()) {
            trainer.signIn("trainer@sopan.example");
            trainer.main().getByText("শুরু করুন").click();
            while (!trainer.page().url().endsWith("#/certificates")) {
                if (trainer.page().url().contains("/lessons/")) {
                    readsTheLesson(trainer);
                } else {
                    passesTheQuiz(trainer);
                }
            }
            return downloadsTheCertificate(trainer);
        }
    }

    private static void readsTheLesson(Visitor trainer) {
        trainer.press("পড়েছি");
        assertThat(trainer.page().locator(".finish .saving")).containsText("সংরক্ষিত");
        trainer.expectGoodPage("bn");
        trainer.page().locator(".turn .on").click();
    }

    private static void passesTheQuiz(Visitor trainer) throws IOException {
        trainer.press("প্রশ্ন দেখুন");
        assertThat(trainer.page().locator("fieldset.item")).hasCount(10);
        trainer.expectGoodPage("bn");
        AnswerKey.of("foundations").answerAll(trainer.page());
        trainer.press("জমা দিন");
        assertThat(trainer.page().locator(".score")).hasText("১০০%");
        assertThat(trainer.page().locator(".review .wrongly")).hasCount(0);
        trainer.expectGoodPage("bn");
        trainer.page()
                .locator(".verdict .notice a, .verdict .doing .button:not(.quiet)")
                .click();
    }

    private static Earned downloadsTheCertificate(Visitor trainer) throws IOException {
        trainer.expectGoodPage("bn");
        trainer.open("");
        trainer.page().locator("header nav").getByText("সনদ").click();
        String serial = trainer.page().locator(".certificate .serial").first().textContent();
        Download paper = trainer.page()
                .waitForDownload(
                        () -> trainer.main().getByText("পিডিএফ ডাউনলোড").first().click());
        byte[] bytes = Files.readAllBytes(paper.path());
        assertThat(paper.suggestedFilename()).isEqualTo(serial + ".pdf");
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        trainer.switchLanguage("en");
        trainer.expectGoodPage("en");
        Download badge = trainer.page()
                .waitForDownload(
                        () -> trainer.main().getByText("Digital badge").first().click());
        assertThat(Files.readString(badge.path())).contains("OpenBadgeCredential", serial);
        trainer.expectNoComplaint();
        return new Earned(serial, PaperCode.statement(bytes));
    }

    private static void coordinatorSeesWhoIsDone() throws IOException {
        try (Visitor coordinator = SITE.visitor()) {
            coordinator.signIn("coordinator@sopan.example");
            coordinator.open("institutes/bpatc/progress");
            Locator row = coordinator
                    .page()
                    .locator(".matrix tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("ফারজানা ইসলাম"));
            assertThat(row.locator(".whole")).hasText("১০০%");
            assertThat(row.locator(".cell.open, .cell.tried")).hasCount(0);
            assertThat(row.locator(".cell.done").first()).isVisible();
        }
    }

    private static void administratorRevokes(String serial) throws IOException {
        try (Visitor administrator = SITE.visitor()) {
            administrator.signIn("administrator@sopan.example");
            administrator.open("outbox");
            assertThat(administrator
                            .page()
                            .locator(".message")
                            .filter(new Locator.FilterOptions().setHasText("trainer@sopan.example"))
                            .first())
                    .containsText("সনদ");
            assertThat(administrator.page().locator(".message")).hasCount(10);
            administrator.expectGoodPage("bn");
            administrator.open("registry");
            administrator.page().locator("#serial").fill(serial);
            administrator.press("খুঁজুন");
            administrator.page().locator("summary").getByText("বাতিল করা").click();
            administrator
                    .page()
                    .locator("#revoke-reason")
                    .selectOption(new SelectOption().setLabel("ভুলক্রমে দেওয়া হয়েছে"));
            administrator.expectGoodPage("bn");
            administrator.press("সনদটি বাতিল করুন");
            assertThat(administrator.page().locator(".certificate .above")).hasText("বাতিল");
            assertThat(administrator.main()).containsText("ভুলক্রমে প্রদত্ত");
            administrator.switchLanguage("en");
            administrator.expectGoodPage("en");
            administrator.expectNoComplaint();
        }
    }

    private static void whoeverChecksIsTold(String serial, String inBangla, String inEnglish) {
        try (Visitor employer = SITE.visitorWithoutJavaScript()) {
            employer.browse("/verify/" + serial + "?lang=bn");
            assertThat(employer.page().locator(".status")).containsText(inBangla);
            assertThat(employer.main()).containsText("ফারজানা ইসলাম");
            employer.expectGoodPage("bn");
            employer.main().getByText("English", exactly()).click();
            assertThat(employer.page().locator(".status")).containsText(inEnglish);
            employer.expectGoodPage("en");
            employer.expectNoComplaint();
        }
    }

    private static void whoeverScansIsTold(Earned earned, String inBangla) {
        try (Visitor employer = SITE.visitor()) {
            employer.browse("/verify/" + earned.serial() + "?lang=bn#" + earned.statement());
            assertThat(employer.page().locator("#statement")).containsText(inBangla);
            employer.expectGoodPage("bn");
            employer.expectAccessiblePage();
            employer.expectNoComplaint();
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
