package org.sopan.document;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;

/** Two readers of QR codes that share nothing but the standard; neither is asked to try harder than by default. */
final class Decoders {
    private Decoders() {}

    /** What each of the two finds on a whole page; the reason where it finds nothing. */
    static List<String> read(BufferedImage page) {
        return List.of(zxing(page), boofcv(page));
    }

    static String zxing(BufferedImage page) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))))
                    .getText();
        } catch (ReaderException e) {
            return "ZXing: " + e;
        }
    }

    static String boofcv(BufferedImage page) {
        GrayU8 grey = new GrayU8(page.getWidth(), page.getHeight());
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int rgb = page.getRGB(x, y);
                grey.set(x, y, ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3);
            }
        }
        QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
        detector.process(grey);
        return detector.getDetections().stream()
                .map(code -> code.message)
                .findFirst()
                .orElseGet(() -> "BoofCV: " + detector.getFailures());
    }
}
