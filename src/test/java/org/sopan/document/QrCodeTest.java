package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.DomainException.Invalid;

class QrCodeTest {

    private static DecoderResult read(QrCode code) throws Exception {
        BitMatrix matrix = new BitMatrix(code.modules());
        code.bars().forEach(bar -> matrix.setRegion(bar.column(), bar.row(), bar.length(), 1));
        return new Decoder().decode(matrix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sopan.example.gov.bd/verify/7KQ2-9M4T-XW3P-8R1B", "A", "সনদ যাচাই"})
    void itsBarsAreTheCode(String content) throws Exception {
        DecoderResult read = read(QrCode.of(content));
        assertThat(read.getText()).isEqualTo(content);
        assertThat(read.getECLevel()).isEqualTo("M");
    }

    @Test
    void refusesWhatNoCodeCanHold() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5000)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("qr-code-too-long"));
    }

    /** As a signed statement is written: as letters they would take a code that no certificate has room for. */
    @Test
    void takesLittleRoomForDigitsAfterAnAddress() {
        String content = "https://sopan.example.gov.bd/verify/7KQ2-9M4T-XW3P1#" + "0123456789".repeat(90);
        assertThat(QrCode.of(content).modules()).isLessThanOrEqualTo(81);
    }
}
