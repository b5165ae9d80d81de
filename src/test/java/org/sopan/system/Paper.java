package org.sopan.system;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;

/** A certificate in the hand of its holder: the texts that can be copied out, and where its code leads. */
record Paper(List<String> texts, String code) {
    private static final int DPI = 150;

    static Paper read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(document.getPage(0));
            List<String> texts = new ArrayList<>();
            collect(extractor.getMarkedContents(), texts);
            return new Paper(texts, decode(new PDFRenderer(document).renderImageWithDPI(0, DPI)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(List<?> contents, List<String> texts) {
        for (Object each : contents) {
            if (each instanceof PDMarkedContent marked) {
                String text = marked.getActualText();
                if (text != null) {
                    texts.add(text);
                }
                collect(marked.getContents(), texts);
            }
        }
    }

    private static String decode(BufferedImage page) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code on the page", e);
        } catch (ReaderException e) {
            throw new AssertionError("the code cannot be read", e);
        }
    }
}
