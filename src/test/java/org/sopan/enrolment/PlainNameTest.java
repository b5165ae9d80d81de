package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainNameTest {
    @Test
    void isTheSameHoweverTheHonorificIsTypedBeforeIt() {
        assertThat(Stream.of(
                                "মোঃ রহিম উদ্দিন",
                                "মোঃরহিম উদ্দিন",
                                "মো:রহিম উদ্দিন",
                                "মো. রহিম উদ্দিন",
                                "মো: রহিম উদ্দিন",
                                "জনাব রহিম উদ্দিন")
                        .map(PlainName::of))
                .containsOnly("রহিম উদ্দিন");
        assertThat(Stream.of("Md. Rahim Uddin", "Md.Rahim Uddin", "MD RAHIM UDDIN")
                        .map(PlainName::of))
                .containsOnly("rahim uddin");
    }

    @Test
    void isTheSameForANameWithAVisargaInside() {
        assertThat(PlainName.of("দুঃখী মিয়া"))
                .isEqualTo(PlainName.of(" দুঃখী  মিয়া "))
                .isNotEqualTo(PlainName.of("সুখী মিয়া"));
    }

    @Test
    void isWholeWhereItIsNothingButHonorifics() {
        assertThat(PlainName.of("বেগম")).isEqualTo("বেগম");
        assertThat(PlainName.of(" . ")).isNull();
        assertThat(PlainName.of(null)).isNull();
    }
}
