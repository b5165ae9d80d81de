package org.sopan.document;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.sopan.document.Printed.Span;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.Draft;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.TextBox;

class PdfDocumentTest {

    private static byte[] certificate() {
        return Specimens.pdf(Printed.DATA);
    }

    @Test
    void givesTheSameBytesForTheSameDataFromManyThreads() {
        byte[] first = certificate();
        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> certificate()))
                .allSatisfy(again -> assertThat(again).isEqualTo(first));
    }

    @Test
    void copiesOutAllThatIsPrinted() throws Exception {
        try (PDDocument document = Printed.read(certificate())) {
            assertThat(Printed.spans(document))
                    .extracting(Span::actualText)
                    .contains("নমুনা", "শর্মিষ্ঠা চক্রবর্তী", "Shormistha Chakraborty", Printed.DATA.verifyUrl());
        }
    }

    @Test
    void isOnePageOfA4AcrossWithSubsettedFonts() throws Exception {
        byte[] pdf = certificate();
        try (PDDocument document = Printed.read(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 842.5f);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(594.5f, 596f);
        }
        assertThat(pdf.length).isLessThan(60_000);
    }

    @Test
    void declaresItselfForArchivesAndScreenReaders() throws Exception {
        try (PDDocument document = Printed.read(certificate())) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(Printed.xmp(document))
                    .contains("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<")
                    .contains("2026-11-22T00:00:00+06:00")
                    .contains("সামাজিক সুরক্ষা বিষয়ে প্রত্যয়িত প্রশিক্ষক · শর্মিষ্ঠা চক্রবর্তী");
            assertThat(catalog.getLanguage()).isEqualTo("bn-BD");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void tellsADesignHowDeepATextWillBe() throws Exception {
        TextBox box = TextBox.at(20, 100, 40).lines(3);
        String words = "Bangladesh Public Administration Training Centre";
        try (PDDocument document = Printed.sheet(sheet -> {
            double depth = sheet.depth(box, words);
            assertThat(depth).isPositive();
            assertThat(sheet.text(box, Language.EN, words)).isCloseTo(100 + depth, within(1e-9));
            assertThat(sheet.depth(box, "Dhaka")).isZero();
        })) {
            assertThat(Printed.spans(document).stream().map(Span::actualText).collect(joining()))
                    .isEqualTo(words);
        }
    }

    @Test
    void refusesAPictureThatIsNone() {
        assertThatThrownBy(() -> Printed.sheet(
                        sheet -> sheet.image(new Area(0, 0, 9, 9), new byte[] {1, 2, 3}, Language.EN, "nothing")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void escapesATitleInTheMetadata() throws Exception {
        AsPrinted data = Printed.DATA;
        AsPrinted marked = Draft.after(data, data.serial(), data.verifyUrl())
                .name(new LocalizedText("Rahim & <Karim>", null))
                .designation(null)
                .course(null)
                .minutes(0)
                .language(Language.EN)
                .specimen(false)
                .frozen();
        try (PDDocument document = Printed.read(Specimens.pdf(marked))) {
            assertThat(Printed.xmp(document)).contains("Rahim &amp; &lt;Karim&gt;");
        }
    }

    @Test
    void tagsTextsAndPicturesInTheOrderDrawn() throws Exception {
        byte[] png = png();
        try (PDDocument document = Printed.sheet(sheet -> {
            sheet.text(TextBox.at(20, 30, 200).heading(true), Language.EN, "Certificate");
            sheet.frame(new Area(10, 10, 277, 190), 1, Ink.BLACK);
            sheet.text(TextBox.at(20, 50, 200), Language.BN, "সনদপত্র");
            sheet.qr(20, 60, "https://example.org", Language.EN, "the code");
            sheet.image(new Area(60, 60, 30, 30), png, Language.EN, "the picture");
        })) {
            List<PDStructureElement> elements = Printed.elements(document);
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .containsExactly("H1", "P", "Figure", "Figure");
            assertThat(elements)
                    .extracting(PDStructureElement::getLanguage)
                    .containsExactly("en-GB", "bn-BD", "en-GB", "en-GB");
            assertThat(elements)
                    .extracting(PDStructureElement::getAlternateDescription)
                    .containsExactly(null, null, "the code", "the picture");
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }
}
