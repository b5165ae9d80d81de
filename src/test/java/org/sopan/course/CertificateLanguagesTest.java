package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

class CertificateLanguagesTest {
    private static final LocalizedText NAME = LocalizedText.of("Rina", "রিনা");

    @Test
    void bothKeepWhatThereIsAndLetTheReadersLead() {
        assertThat(CertificateLanguages.BOTH.of(NAME)).isEqualTo(NAME);
        assertThat(CertificateLanguages.BOTH.first(Language.EN)).isEqualTo(Language.EN);
    }

    @Test
    void oneLeavesTheOtherOut() {
        assertThat(CertificateLanguages.BN.of(NAME)).isEqualTo(new LocalizedText(null, "রিনা"));
        assertThat(CertificateLanguages.EN.of(NAME)).isEqualTo(new LocalizedText("Rina", null));
        assertThat(CertificateLanguages.EN.first(Language.BN)).isEqualTo(Language.EN);
    }

    @Test
    void oneKeepsANameThatIsKnownInTheOtherOnly() {
        LocalizedText bangla = new LocalizedText(null, "রিনা");
        assertThat(CertificateLanguages.EN.of(bangla)).isEqualTo(bangla);
    }
}
