package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Weight;

class FittedTextTest {
    private static final TextBox BOX = TextBox.at(30, 100, 237).size(28).weight(Weight.SEMIBOLD);
    private static final String LONG_NAME = "আবুল কালাম মোহাম্মদ শামসুজ্জামান চৌধুরী বিন আব্দুর রহমান খান";
    private static final String LONG_INSTITUTE =
            "জাতীয় জনসংখ্যা গবেষণা ও প্রশিক্ষণ ইনস্টিটিউট, স্বাস্থ্য ও পরিবার কল্যাণ মন্ত্রণালয়, গণপ্রজাতন্ত্রী বাংলাদেশ সরকার, ঢাকা";

    private static double widest(FittedText text) {
        return text.lines().stream().mapToDouble(ShapedText::advance).max().orElseThrow()
                / 1000
                * text.size()
                * 25.4
                / 72;
    }

    private static List<String> words(FittedText text) {
        return text.lines().stream().map(ShapedText::text).toList();
    }

    @Test
    void aShortNameKeepsTheWantedSize() {
        assertThat(FittedText.in(BOX, "রিনা").size()).isEqualTo(28);
    }

    @Test
    void aNameOfSixtyCharactersFitsOneLineAndStaysLarge() {
        assertThat(LONG_NAME).hasSizeGreaterThanOrEqualTo(60);
        FittedText name = FittedText.in(BOX, LONG_NAME);
        assertThat(words(name)).containsExactly(LONG_NAME);
        assertThat(widest(name)).isLessThanOrEqualTo(237);
        assertThat(name.size()).isGreaterThan(20);
    }

    @Test
    void aLongInstituteTakesTwoLinesOfNearlyEqualLength() {
        FittedText institute = FittedText.in(TextBox.at(30, 100, 200).size(16).lines(2), LONG_INSTITUTE);
        assertThat(institute.size()).isEqualTo(16);
        assertThat(String.join(" ", words(institute))).isEqualTo(LONG_INSTITUTE);
        assertThat(institute.lines()).hasSize(2);
        assertThat(widest(institute)).isLessThanOrEqualTo(200);
        assertThat(institute.lines().get(1).advance())
                .isGreaterThan(institute.lines().get(0).advance() * 0.7);
    }

    @Test
    void shrinksWhenTheLinesAllowedAreNotEnough() {
        FittedText institute = FittedText.in(TextBox.at(30, 100, 120).size(16).lines(2), LONG_INSTITUTE);
        assertThat(institute.size()).isBetween(6.0, 15.5);
        assertThat(institute.lines()).hasSize(2);
        assertThat(widest(institute)).isLessThanOrEqualTo(120);
    }

    @Test
    void aNoBreakSpaceDoesNotBreak() {
        FittedText text = FittedText.in(TextBox.at(0, 0, 22).size(11).lines(2), "Dhaka 10\u00A0hours");
        assertThat(words(text)).containsExactly("Dhaka", "10\u00A0hours");
    }

    @Test
    void refusesTypeTooSmallToRead() {
        assertThatThrownBy(() -> FittedText.in(TextBox.at(0, 0, 20), LONG_INSTITUTE))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("text-does-not-fit"));
    }
}
