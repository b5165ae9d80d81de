package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.Language;

class ReportWordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void standInBothLanguagesWithTheSamePlaces() {
        var bangla = ReportWords.bundleOf(Language.BN);
        var english = ReportWords.bundleOf(Language.EN);
        assertThat(bangla.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(PLACE.matcher(bangla.getString(key))
                            .results()
                            .map(found -> found.group())
                            .sorted())
                    .as(key)
                    .containsExactlyElementsOf(PLACE.matcher(english.getString(key))
                            .results()
                            .map(found -> found.group())
                            .sorted()
                            .toList());
            assertThat(bangla.getString(key)).as(key).doesNotContainPattern("[a-zA-Z]");
        }
    }

    @Test
    void knowEveryStateOfAnEnrolment() {
        for (Enrolment.State state : Enrolment.State.values()) {
            assertThat(ReportWords.of(Language.BN, "state." + state.word())).isNotBlank();
        }
    }

    @Test
    void writeNumbersInTheReadersDigits() {
        assertThat(ReportWords.of(Language.BN, "sheet.rate", 50, 20, 40)).isEqualTo("৫০% (৪০ জনে ২০)");
        assertThat(ReportWords.of(Language.EN, "sheet.rate", 50, 20, 40)).isEqualTo("50% (20 of 40)");
    }
}
