package org.sopan.spi.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** What every certificate design must pass, ours and a third party's: extend it and name the design. */
public abstract class CertificateDesignContract {
    protected static final LocalizedText NAME = LocalizedText.of("Shormistha Chakraborty", "শর্মিষ্ঠা চক্রবর্তী");

    private static final List<AsPrinted.Signatory> SIGNATORIES = List.of(
            new AsPrinted.Signatory(
                    LocalizedText.of("Shahana Parvin", "শাহানা পারভীন"),
                    LocalizedText.of("Director General", "মহাপরিচালক"),
                    LocalizedText.of("Rural Academy", "পল্লী একাডেমি"),
                    "s1"),
            new AsPrinted.Signatory(
                    LocalizedText.of("Anisur Rahman", "আনিসুর রহমান"),
                    LocalizedText.of("Additional Secretary", "অতিরিক্ত সচিব"),
                    LocalizedText.of("Cabinet Division", "মন্ত্রিপরিষদ বিভাগ"),
                    null),
            new AsPrinted.Signatory(
                    new LocalizedText(null, "নুসরাত জাহান"),
                    LocalizedText.of("Course Director", "কোর্স পরিচালক"),
                    LocalizedText.of("Planning Academy", "পরিকল্পনা একাডেমি"),
                    "s3"));

    protected abstract CertificateDesign design();

    protected static AsPrinted sample(Language language, LocalizedText name, boolean specimen) {
        return new Draft("7KQ2-9M4T-XW3P-8R1B", "https://sopan.example.gov.bd/verify/7KQ2-9M4T-XW3P-8R1B")
                .name(name)
                .designation(LocalizedText.of("Deputy Director (Training)", "উপপরিচালক (প্রশিক্ষণ)"))
                .institute(LocalizedText.of(
                        "Bangladesh Public Administration Training Centre", "বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র"))
                .award(LocalizedText.of(
                        "Certified Trainer in Social Protection", "সামাজিক সুরক্ষা বিষয়ে প্রত্যয়িত প্রশিক্ষক"))
                .course(LocalizedText.of("Foundations of Social Protection", "সামাজিক সুরক্ষার ভিত্তি"))
                .programme(LocalizedText.of(
                        "Training of Trainers on Social Protection", "সামাজিক সুরক্ষা বিষয়ক প্রশিক্ষক প্রশিক্ষণ"))
                .minutes(615)
                .issuedOn(LocalDate.of(2026, 11, 22))
                .language(language)
                .specimen(specimen)
                .frozen();
    }

    protected RecordedSheet drawn(AsPrinted data) {
        RecordedSheet sheet = new RecordedSheet();
        design().draw(data, sheet);
        return sheet;
    }

    @Test
    void isFoundByItsId() {
        assertThat(ServiceLoader.load(CertificateDesign.class))
                .extracting(CertificateDesign::id)
                .containsOnlyOnce(design().id());
        assertThat(design().id()).matches("[a-z][a-z0-9-]*");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void printsWhoseItIsAndWhatItIs(Language language) {
        AsPrinted data = sample(language, NAME, false);
        assertThat(drawn(data).words())
                .contains(data.name().in(language), data.award().in(language), data.verifyUrl())
                .anyMatch(words -> words.contains(data.institute().in(language)))
                .anyMatch(words -> words.contains(data.serial()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsToTheVerificationByACode(Language language) {
        AsPrinted data = sample(language, NAME, false);
        assertThat(drawn(data).qrs()).singleElement().satisfies(qr -> {
            assertThat(qr.content()).isEqualTo(data.qr());
            assertThat(qr.area().width()).isGreaterThanOrEqualTo(30);
            assertThat(qr.alternative()).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void marksEachTextWithTheLanguageItIsIn(Language language) {
        Pattern bangla = Pattern.compile("\\p{InBengali}");
        assertThat(drawn(sample(language, NAME, false)).texts())
                .allSatisfy(text -> assertThat(text.words()).isNotBlank())
                .filteredOn(text -> bangla.matcher(text.words()).find())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.language()).isEqualTo(Language.BN));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysSpecimenOnlyOnASpecimen(Language language) {
        assertThat(drawn(sample(language, NAME, true)).watermarks()).isNotEmpty();
        assertThat(drawn(sample(language, NAME, false)).watermarks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void staysOnTheSheet(Language language) {
        RecordedSheet sheet = drawn(sample(language, NAME, true));
        assertThat(sheet.areas()).allSatisfy(area -> {
            assertThat(area.x()).isNotNegative();
            assertThat(area.y()).isNotNegative();
            assertThat(area.x() + area.width()).isLessThanOrEqualTo(Sheet.WIDTH);
            assertThat(area.y() + area.height()).isLessThanOrEqualTo(Sheet.HEIGHT);
        });
        assertThat(sheet.texts()).allSatisfy(text -> {
            assertThat(text.box().x()).isNotNegative();
            assertThat(text.box().x() + text.box().width()).isLessThanOrEqualTo(Sheet.WIDTH);
            assertThat(text.box().baseline()).isBetween(0.0, Sheet.HEIGHT);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void printsWhoSignsWithTheirSignatures(int number) {
        List<AsPrinted.Signatory> signatories =
                SIGNATORIES.stream().limit(number).toList();
        AsPrinted data = Draft.after(sample(Language.EN, NAME, false), "7KQ2-9M4T-XW3P-8R1B", "https://example.org/v")
                .signatories(signatories)
                .frozen();
        RecordedSheet sheet = drawn(data);
        for (AsPrinted.Signatory signatory : signatories) {
            assertThat(sheet.words())
                    .contains(signatory.name().in(Language.EN))
                    .anyMatch(words -> words.contains(signatory.designation().in(Language.EN)))
                    .anyMatch(words -> words.contains(signatory.organization().in(Language.EN)));
        }
        assertThat(sheet.pictures())
                .extracting(RecordedSheet.Placed::key)
                .containsExactlyElementsOf(signatories.stream()
                        .map(AsPrinted.Signatory::signature)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(sheet.pictures())
                .allSatisfy(picture -> assertThat(picture.alternative()).isNotBlank());
    }

    @Test
    void drawsThePicturesOfTheSlotsAndTheMemoWhereTheyAreThere() {
        AsPrinted data = Draft.after(sample(Language.BN, NAME, false), "7KQ2-9M4T-XW3P-8R1B", "https://example.org/v")
                .pictures(Map.of("emblem", "e1", "logo", "l1"))
                .memo(new AsPrinted.Memo("05.00.0000.213", LocalDate.of(2026, 11, 19)))
                .frozen();
        RecordedSheet sheet = drawn(data);
        assertThat(sheet.pictures()).extracting(RecordedSheet.Placed::key).containsExactlyInAnyOrder("e1", "l1");
        assertThat(sheet.words()).anyMatch(words -> words.contains("05.00.0000.213"));
        assertThat(drawn(sample(Language.BN, NAME, false)).pictures()).isEmpty();
    }

    /** The address stays short enough to be typed; only the code carries the statement. */
    @Test
    void printsTheAddressWithoutTheStatement() {
        AsPrinted data = Draft.after(sample(Language.EN, NAME, false), "7KQ2-9M4T-XW3P-8R1B", "https://example.org/v")
                .statement("signed")
                .frozen();
        RecordedSheet sheet = drawn(data);
        assertThat(sheet.qrs()).extracting(RecordedSheet.Qr::content).containsExactly("https://example.org/v#signed");
        assertThat(sheet.words()).contains("https://example.org/v").noneMatch(words -> words.contains("signed"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void printsWhatIsThereWhenTheRestIsNot(Language language) {
        AsPrinted full = sample(language, NAME, false);
        AsPrinted bare = new Draft(full.serial(), full.verifyUrl())
                .name(new LocalizedText(null, "রিনা"))
                .institute(full.institute())
                .award(full.award())
                .issuedOn(full.issuedOn())
                .language(language)
                .frozen();
        assertThat(drawn(bare).words()).contains("রিনা").noneMatch(words -> words.contains("null"));
    }
}
