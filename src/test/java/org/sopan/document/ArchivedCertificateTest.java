package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sopan.shared.Language;
import org.sopan.testing.Archive;

/** Certificates are kept for as long as anyone asks for them, and read by those who do not see them. */
class ArchivedCertificateTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFullOneWithTransparentPicturesIsFitForArchivesAndScreenReaders(Language language) {
        assertThat(Archive.complaints(Specimens.pdf(Specimens.full(language, 3))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void soIsOneInOneLanguage(Language language) {
        assertThat(Archive.complaints(Specimens.pdf(Specimens.single(language, 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void soIsAnEverydayOne(Language language) {
        assertThat(Archive.complaints(Specimens.pdf(Specimens.plain(language, 2))))
                .isEmpty();
    }

    @Test
    void theArchiveDoesComplain() {
        byte[] pdf = Specimens.pdf(Specimens.plain(Language.EN, 0));
        String spoilt = new String(pdf, StandardCharsets.ISO_8859_1).replace("/MarkInfo", "/MarkLess");
        assertThat(Archive.complaints(spoilt.getBytes(StandardCharsets.ISO_8859_1)))
                .anyMatch(complaint -> complaint.startsWith("2a 6.7.2.2"));
    }
}
