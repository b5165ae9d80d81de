package org.sopan.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * A QR code as bars to be filled, without its white margin. Level M survives the loss of 15 % of the picture: a fold, a
 * stamp. Where that would take more than {@link #MOST_MODULES}, level L survives 7 %.
 *
 * @param modules modules along one side
 */
record QrCode(int modules, List<Bar> bars) {
    /** Of version 15. More would be too fine for a poor copy at the size that a certificate has room for. */
    static final int MOST_MODULES = 77;

    /** No mask of ours. */
    private static final int STANDARD = -1;

    /** Dark modules side by side in one row, counted from the top left. */
    record Bar(int column, int row, int length) {}

    QrCode {
        bars = List.copyOf(bars);
    }

    /**
     * The code of this text.
     *
     * @throws Invalid {@code qr-code-too-long}
     */
    static QrCode of(String content) {
        ByteMatrix matrix = readable(content, fitsWithM(content) ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.L);
        if (matrix.getWidth() > MOST_MODULES) {
            throw tooLong(content);
        }
        return new QrCode(matrix.getWidth(), bars(matrix));
    }

    private static List<Bar> bars(ByteMatrix matrix) {
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < matrix.getHeight(); row++) {
            int column = 0;
            while (column < matrix.getWidth()) {
                int start = column;
                while (column < matrix.getWidth() && matrix.get(column, row) == 1) {
                    column++;
                }
                if (column > start) {
                    bars.add(new Bar(start, row, column - start));
                } else {
                    column++;
                }
            }
        }
        return bars;
    }

    /** As the standard would have it, unless that misleads readers and another mask does not. */
    private static ByteMatrix readable(String content, ErrorCorrectionLevel level) {
        ByteMatrix standard = encoded(content, level, STANDARD);
        ByteMatrix matrix = standard;
        for (int mask = 0; mask < QRCode.NUM_MASK_PATTERNS && FalseFinders.in(matrix); mask++) {
            matrix = encoded(content, level, mask);
        }
        return FalseFinders.in(matrix) ? standard : matrix;
    }

    /** A given mask spares the choice of one, which takes most of the time. */
    private static boolean fitsWithM(String content) {
        return encoded(content, ErrorCorrectionLevel.M, 0).getWidth() <= MOST_MODULES;
    }

    private static ByteMatrix encoded(String content, ErrorCorrectionLevel level, int mask) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        // the digits after an address take a third of the room that they take as letters
        hints.put(EncodeHintType.QR_COMPACT, true);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(content)) {
            // not for plain addresses: the hint costs space, and some hand scanners print it
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            return Encoder.encode(content, level, hints).getMatrix();
        } catch (WriterException e) {
            throw tooLong(content);
        }
    }

    private static Invalid tooLong(String content) {
        String message = content.length() + " characters";
        return Invalid.refused("qr-code-too-long", new FieldError("content", "qr-code-too-long", message));
    }
}
