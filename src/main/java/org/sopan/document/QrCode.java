package org.sopan.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * A QR code as bars to be filled, without its white margin. Level M survives the loss of 15 % of the picture: a fold, a
 * stamp.
 *
 * @param modules modules along one side
 */
record QrCode(int modules, List<Bar> bars) {

    /** Dark modules side by side in one row, counted from the top left. */
    record Bar(int column, int row, int length) {}

    QrCode {
        bars = List.copyOf(bars);
    }

    static QrCode of(String content) {
        BitMatrix matrix = encode(content);
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < matrix.getHeight(); row++) {
            int column = 0;
            while (column < matrix.getWidth()) {
                int start = column;
                while (column < matrix.getWidth() && matrix.get(column, row)) {
                    column++;
                }
                if (column > start) {
                    bars.add(new Bar(start, row, column - start));
                } else {
                    column++;
                }
            }
        }
        return new QrCode(matrix.getWidth(), bars);
    }

    private static BitMatrix encode(String content) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, 0);
        // the digits after an address take a third of the room that they take as letters
        hints.put(EncodeHintType.QR_COMPACT, true);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(content)) {
            // not for plain addresses: the hint costs space, and some hand scanners print it
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw Invalid.refused("qr-code-too-long", new FieldError("content", "qr-code-too-long", e.getMessage()));
        }
    }
}
