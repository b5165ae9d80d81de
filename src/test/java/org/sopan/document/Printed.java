package org.sopan.document;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.font.PDCIDFont;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.CertificateDesign;
import org.sopan.spi.certificate.Draft;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;

/** A finished PDF read back operator by operator, independently of how it was written. */
final class Printed {

    /**
     * A glyph in the page's content stream, in points from the bottom left.
     *
     * @param id its number in the whole font
     * @param code what it is shown by in this document
     */
    record Glyph(int id, int code, double x, double y) {}

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
        return read(bytes(drawing));
    }

    static byte[] bytes(Consumer<Sheet> drawing) {
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
        return PdfDocument.render(design, DATA, Specimens::picture);
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
        double rise = 0;
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
                case "Ts" -> rise = number(operands.get(0));
                case "TJ" -> x = shown(spans.get(spans.size() - 1), (COSArray) operands.get(0), x, y + rise);
                default -> {}
            }
            operands.clear();
        }
        return spans;
    }

    /** Adds the glyphs that a reader would show of this, upright, and tells where the pen then stands. */
    private static double shown(Span span, COSArray parts, double start, double y) throws IOException {
        double x = start;
        for (COSBase part : parts) {
            if (part instanceof COSNumber back) {
                x -= back.floatValue() / 1000 * span.size();
                continue;
            }
            byte[] codes = ((COSString) part).getBytes();
            for (int i = 0; i < codes.length; i += 2) {
                int code = Byte.toUnsignedInt(codes[i]) << 8 | Byte.toUnsignedInt(codes[i + 1]);
                span.glyphs().add(new Glyph(id(span.font(), code), code, x, y));
                x += span.font().getWidth(code) / 1000 * span.size();
            }
        }
        return x;
    }

    /** The glyph's number in the whole font: the first code of each glyph is that. */
    private static int id(PDFont font, int code) throws IOException {
        PDCIDFont descendant = ((PDType0Font) font).getDescendantFont();
        int glyph = descendant.codeToGID(code);
        for (int first = 0; first < code; first++) {
            if (descendant.codeToGID(first) == glyph) {
                return first;
            }
        }
        return code;
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

    /** What a screen reader walks through on the page, in its order. */
    static List<PDStructureElement> elements(PDDocument document) {
        PDStructureElement whole = (PDStructureElement)
                document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
        return whole.getKids().stream().map(PDStructureElement.class::cast).toList();
    }

    /** Where a figure lies, in points from the bottom left. */
    static Rectangle2D bounds(PDStructureElement figure) {
        PDRectangle box = ((PDLayoutAttributeObject) figure.getAttributes().getObject(0)).getBBox();
        return new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    }

    static String xmp(PDDocument document) throws IOException {
        return new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }
}
