package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.encoder.ByteMatrix;
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
    void takesTheStrongerCorrectionWhereItFitsAndTheWeakerForMore() throws Exception {
        assertThat(read(QrCode.of("x".repeat(412))).getECLevel()).isEqualTo("M");
        QrCode longer = QrCode.of("x".repeat(413));
        assertThat(read(longer).getECLevel()).isEqualTo("L");
        QrCode longest = QrCode.of("x".repeat(520));
        assertThat(longest.modules()).isEqualTo(QrCode.MOST_MODULES);
        assertThat(read(longest).getText()).hasSize(520);
    }

    /** By the standard's own choice of mask, one code in three would have such places. */
    @Test
    void hasNoPlaceInItsDataThatPassesForACorner() {
        for (int i = 0; i < 60; i++) {
            QrCode code =
                    QrCode.of("https://sopan.example.gov.bd/verify/7KQ2-9M4T-XW3P-8R1B#" + Specimens.statement(i));
            ByteMatrix matrix = new ByteMatrix(code.modules(), code.modules());
            code.bars().forEach(bar -> {
                for (int column = bar.column(); column < bar.column() + bar.length(); column++) {
                    matrix.set(column, bar.row(), 1);
                }
            });
            assertThat(FalseFinders.in(matrix)).as("code %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {521, 5000})
    void refusesMoreThanAPoorCopyCouldShow(int length) {
        String content = "x".repeat(length);
        assertThatThrownBy(() -> QrCode.of(content))
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
