package org.sopan.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What someone scans from a certificate. */
final class PaperCode {
    private static final int DPI = 300;

    private PaperCode() {}

    /** The signed statement, which follows the address in the code. */
    static String statement(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BinaryBitmap page = new BinaryBitmap(new HybridBinarizer(
                    new BufferedImageLuminanceSource(new PDFRenderer(document).renderImageWithDPI(0, DPI))));
            String address =
                    new QRCodeMultiReader().decodeMultiple(page, Map.of(DecodeHintType.TRY_HARDER, true))[0].getText();
            return URI.create(address).getFragment();
        } catch (NotFoundException e) {
            throw new AssertionError("no code on the paper", e);
        }
    }
}
