package org.sopan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.CertificateDesign;
import org.sopan.spi.certificate.Draft;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;

/** A finished PDF read back operator by operator, independently of how it was written. */
final class Printed {

    /** A glyph in the page's content stream, in points from the bottom left. */
    record Glyph(int id, double x, double y) {}

    /** A span in the page's content stream: its replacement text, its language, and its glyphs. */
    record Span(String actualText, String language, PDFont font, double size, List<Glyph> glyphs) {}

    static final AsPrinted DATA = new Draft(
                    "7KQ2-9M4T-XW3P-8R1B", "https://sopan.example.gov.bd/verify/7KQ2-9M4T-XW3P-8R1B")
            .name(LocalizedText.of("Shormistha Chakraborty", "শর্মিষ্ঠা চক্রবর্তী"))
            .designation(LocalizedText.of("Deputy Director (Training)", "উপপরিচালক (প্রশিক্ষণ)"))
            .institute(LocalizedText.of(
                    "Bangladesh Public Administration Training Centre", "বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র"))
            .award(LocalizedText.of(
                    "Certified Trainer in Social Protection", "সামাজিক সুরক্ষা বিষয়ে প্রত্যয়িত প্রশিক্ষক"))
            .course(LocalizedText.of("Foundations of Social Protection", "সামাজিক সুরক্ষার ভিত্তি"))
            .programme(LocalizedText.of(
                    "Training of Trainers on Social Protection", "সামাজিক সুরক্ষা বিষয়ক প্রশিক্ষক প্রশিক্ষণ"))
            .minutes(615)
            .issuedOn(LocalDate.of(2026, 11, 22))
            .specimen(true)
            .frozen();

    private Printed() {}

    static PDDocument sheet(Consumer<Sheet> drawing) {
        CertificateDesign design = new CertificateDesign() {
            @Override
            public String id() {
                return "trial";
            }

            @Override
            public void draw(AsPrinted data, Sheet sheet) {
                drawing.accept(sheet);
            }
        };
        return read(PdfDocument.render(design, DATA));
    }

    static PDDocument text(String words) {
        return sheet(sheet -> sheet.text(TextBox.at(20, 100, 250).size(20), Language.BN, words));
    }

    static PDDocument read(byte[] pdf) {
        try {
            return Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Span> spans(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        List<Span> spans = new ArrayList<>();
        List<COSBase> operands = new ArrayList<>();
        COSDictionary properties = new COSDictionary();
        double x = 0;
        double y = 0;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof COSBase operand) {
                operands.add(operand);
                continue;
            }
            switch (((Operator) token).getName()) {
                case "BDC" -> properties = operands.get(1) instanceof COSDictionary inline ? inline : properties;
                case "Tf" -> spans.add(span(properties, operands, page));
                case "Tm" -> {
                    x = number(operands.get(4));
                    y = number(operands.get(5));
                }
                case "Tj" -> {
                    byte[] code = ((COSString) operands.get(0)).getBytes();
                    int id = Byte.toUnsignedInt(code[0]) << 8 | Byte.toUnsignedInt(code[1]);
                    spans.get(spans.size() - 1).glyphs().add(new Glyph(id, x, y));
                }
                default -> {}
            }
            operands.clear();
        }
        return spans;
    }

    private static Span span(COSDictionary properties, List<COSBase> operands, PDPage page) throws IOException {
        return new Span(
                properties.getString(COSName.ACTUAL_TEXT, ""),
                properties.getString(COSName.LANG, ""),
                page.getResources().getFont((COSName) operands.get(0)),
                number(operands.get(1)),
                new ArrayList<>());
    }

    private static double number(COSBase operand) {
        return ((COSNumber) operand).floatValue();
    }

    static String xmp(PDDocument document) throws IOException {
        return new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }
}
