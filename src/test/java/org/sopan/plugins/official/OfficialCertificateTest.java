package org.sopan.plugins.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.CertificateDesign;
import org.sopan.spi.certificate.CertificateDesignContract;
import org.sopan.spi.certificate.Draft;
import org.sopan.spi.certificate.RecordedSheet;

class OfficialCertificateTest extends CertificateDesignContract {

    @Override
    protected CertificateDesign design() {
        return new OfficialCertificate();
    }

    @Nested
    class WhereTheNameIsKnownInBothLanguages {

        @Test
        void thePaperHasBothWithTheMainOneFirst() {
            assertThat(drawn(sample(Language.BN, NAME, false)).words())
                    .containsSubsequence(
                            "সনদপত্র",
                            "Certificate",
                            "শর্মিষ্ঠা চক্রবর্তী",
                            "Shormistha Chakraborty",
                            "কোর্স: সামাজিক সুরক্ষার ভিত্তি · শিখন-সময় ১০.৫ ঘণ্টা",
                            "Course: Foundations of Social Protection · 10.5 hours of learning");
            assertThat(drawn(sample(Language.EN, NAME, false)).words())
                    .containsSubsequence("Certificate", "সনদপত্র", "Shormistha Chakraborty", "শর্মিষ্ঠা চক্রবর্তী");
        }

        @Test
        void theTitleIsItsOnlyHeading() {
            assertThat(drawn(sample(Language.BN, NAME, false)).texts())
                    .filteredOn(text -> text.box().heading())
                    .extracting(RecordedSheet.Text::words)
                    .containsExactly("সনদপত্র");
        }
    }

    @Nested
    class WhereTheNameIsKnownInOneLanguage {

        @Test
        void aBanglaPaperHasNoEnglish() {
            RecordedSheet sheet = drawn(sample(Language.BN, new LocalizedText(null, "রিনা আক্তার"), true));
            assertThat(sheet.words())
                    .filteredOn(words -> !words.startsWith("https:") && !words.contains("7KQ2"))
                    .noneMatch(
                            words -> Pattern.compile("[A-Za-z]").matcher(words).find());
            assertThat(sheet.watermarks()).containsExactly("নমুনা");
        }

        @Test
        void anEnglishPaperHasNoBangla() {
            RecordedSheet sheet = drawn(sample(Language.EN, new LocalizedText("Rina Akter", null), true));
            assertThat(sheet.words())
                    .noneMatch(words ->
                            Pattern.compile("\\p{InBengali}").matcher(words).find());
            assertThat(sheet.watermarks()).containsExactly("SPECIMEN");
        }

        @Test
        void aNameInTheOtherLanguageIsPrintedAndMarkedAsSuch() {
            assertThat(drawn(sample(Language.BN, new LocalizedText("Rina Akter", null), false))
                            .texts())
                    .filteredOn(text -> text.words().equals("Rina Akter"))
                    .extracting(RecordedSheet.Text::language)
                    .containsExactly(Language.EN);
        }
    }

    @Test
    void leavesTwoLinesForSignatures() {
        assertThat(drawn(sample(Language.EN, new LocalizedText("Rina Akter", null), false))
                        .words())
                .contains("For the institute", "For the programme")
                .filteredOn("Signature, name and designation"::equals)
                .hasSize(2);
    }

    @Test
    void namesTheProgrammeAsTheDataDoAndAsEverWhereTheyDoNot() {
        AsPrinted data = sample(Language.EN, new LocalizedText("Rina Akter", null), false);
        assertThat(drawn(data).words()).contains("Training of Trainers on Social Protection");
        AsPrinted old = Draft.after(data, data.serial(), data.verifyUrl())
                .programme(null)
                .frozen();
        assertThat(drawn(old).words()).contains("Training of Trainers Programme on Social Protection");
    }

    @Test
    void writesTheMemoWithItsDate() {
        AsPrinted.Memo memo = new AsPrinted.Memo("০৫.০০.২১৩", LocalDate.of(2026, 11, 19));
        assertThat(Wording.memo(memo).bn()).isEqualTo("স্মারক নম্বর: ০৫.০০.২১৩, ১৯ নভেম্বর ২০২৬");
        assertThat(Wording.memo(new AsPrinted.Memo("05/213", null)).en()).isEqualTo("Memo no.: 05/213");
    }

    @Test
    void writesTheDateInTheReadersDigitsAndMonths() {
        LocalDate date = LocalDate.of(2026, 11, 22);
        assertThat(Wording.date(date)).isEqualTo(LocalizedText.of("22 November 2026", "২২ নভেম্বর ২০২৬"));
        assertThat(drawn(sample(Language.BN, NAME, false)).words()).contains("প্রদানের তারিখ: ২২ নভেম্বর ২০২৬");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5 hour of learning, শিখন-সময় ০.৫ ঘণ্টা",
        "44, 0.5 hour of learning, শিখন-সময় ০.৫ ঘণ্টা",
        "45, 1 hour of learning, শিখন-সময় ১ ঘণ্টা",
        "90, 1.5 hours of learning, শিখন-সময় ১.৫ ঘণ্টা",
        "600, 10 hours of learning, শিখন-সময় ১০ ঘণ্টা",
        "615, 10.5 hours of learning, শিখন-সময় ১০.৫ ঘণ্টা",
        "2100, 35 hours of learning, শিখন-সময় ৩৫ ঘণ্টা"
    })
    void roundsLearningTimeToHalfHours(int minutes, String en, String bn) {
        assertThat(Wording.learningTime(minutes)).isEqualTo(LocalizedText.of(en, bn));
    }
}
