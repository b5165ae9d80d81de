package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BijoyTextTest {

    @Test
    void makesUnicodeOfNamesPostsAndPlaces() throws IOException {
        List<String[]> pairs = pairs();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(120);
        assertThat(pairs.stream().map(pair -> BijoyText.toUnicode(pair[0])))
                .containsExactlyElementsOf(pairs.stream()
                        .map(pair -> Normalizer.normalize(pair[1], Normalizer.Form.NFC))
                        .toList());
    }

    @Test
    void tellsBijoyFromEnglishByWholeColumns() throws IOException {
        List<String> bijoy = pairs().stream().map(pair -> pair[0]).toList();
        for (int from = 0; from + 5 <= bijoy.size(); from += 5) {
            assertThat(column(bijoy.subList(from, from + 5)))
                    .as(bijoy.subList(from, from + 5).toString())
                    .isTrue();
        }
        List<String> english = List.of(
                "Md. Abdur Rahim",
                "Rahima Khatun",
                "Deputy Director",
                "Assistant Director (Training)",
                "Senior Assistant Secretary",
                "Programme Officer",
                "Vivek Dev Verma",
                "Librarian",
                "Research Officer",
                "Nasrin Akter",
                "Joy Sylvester");
        assertThat(column(english)).isFalse();
        assertThat(english.stream().filter(name -> column(List.of(name)))).hasSizeLessThan(2);
        assertThat(column(List.of("New", "Karim"))).isFalse();
    }

    private static boolean column(List<String> cells) {
        return cells.stream()
                .map(BijoyText::looks)
                .reduce(BijoyText.Looks.NONE, BijoyText.Looks::and)
                .isLikely();
    }

    @ParameterizedTest
    @ValueSource(strings = {"রহিমা", "rahima@sopan.example", "", "4711", "রহিমা (Rahima)"})
    void takesNothingElseForBijoy(String text) {
        assertThat(BijoyText.looks(text).isLikely()).isFalse();
    }

    @Test
    void leavesTextThatIsUnicodeAlready() {
        assertThat(BijoyText.toUnicode("রহিমা Khatun")).isEqualTo("রহিমা Khatun");
    }

    @ParameterizedTest
    @CsvSource({
        "SutonnyMJ,true",
        "sutonnymj,true",
        "SutonnyCMJ,true",
        "BorakMJ,true",
        "SutonnyMJ Bold,true",
        "SutonnyOMJ,false",
        "Nikosh,false",
        "NikoshOMJ,false",
        "Kalpurush,false",
        "SolaimanLipi,false",
        "Calibri,false",
        "Times New Roman,false",
        ",false"
    })
    void knowsItsFontsByTheirNames(String font, boolean bijoy) {
        assertThat(BijoyText.isFont(font)).isEqualTo(bijoy);
    }

    private static List<String[]> pairs() throws IOException {
        try (InputStream in = Objects.requireNonNull(BijoyTextTest.class.getResourceAsStream("bijoy.txt"))) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(line -> line.split("\\|"))
                    .toList();
        }
    }
}
