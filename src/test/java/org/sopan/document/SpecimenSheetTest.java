package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sopan.document.Printed.Glyph;
import org.sopan.document.Printed.Span;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.AsPrinted;

/**
 * The certificate at its fullest, in each language and with none to three signatories: laid into
 * {@code target/specimens} to be looked at, and read by two decoders from a good picture and from a poor grey copy.
 */
class SpecimenSheetTest {
    private static final Path FOLDER = Path.of("target", "specimens");
    private static final double MILLIMETRE = 72 / 25.4;
    private static final double BORDER = 10.5 * MILLIMETRE;
    private static final double PAGE_WIDTH = 297 * MILLIMETRE;
    private static final double PAGE_HEIGHT = 210 * MILLIMETRE;

    static Stream<Arguments> specimens() {
        return Stream.of(Language.values()).flatMap(language -> IntStream.rangeClosed(0, 3)
                .boxed()
                .flatMap(number -> Stream.of(
                        specimen("full", Specimens.full(language, number), number),
                        specimen("one-language", Specimens.single(language, number), number),
                        specimen("wordy", Specimens.wordy(language, number), number),
                        specimen("plain", Specimens.plain(language, number), number))));
    }

    private static Arguments specimen(String kind, AsPrinted data, int signatories) {
        return Arguments.of(kind + "-" + data.language().code() + "-" + signatories, data);
    }

    static Stream<Arguments> looked() {
        return specimens().filter(each -> {
            String name = (String) each.get()[0];
            return name.startsWith("full") || name.startsWith("plain-bn") && !name.endsWith("3");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looked")
    void isReadByTwoDecodersAlsoFromAPoorGreyCopy(String name, AsPrinted data) throws Exception {
        Files.createDirectories(FOLDER);
        byte[] pdf = Specimens.pdf(data);
        Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Printed.read(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage good = renderer.renderImageWithDPI(0, 300, ImageType.RGB);
            BufferedImage poor = renderer.renderImageWithDPI(0, 150, ImageType.GRAY);
            ImageIO.write(good, "png", file(name + "-300"));
            ImageIO.write(poor, "png", file(name + "-150-grey"));
            assertThat(Decoders.read(poor)).as("150 dots to the inch, grey").containsOnly(data.qr());
            assertThat(Decoders.read(good)).as("300 dots to the inch").containsOnly(data.qr());
        }
    }

    private static File file(String name) {
        return FOLDER.resolve(name + ".png").toFile();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specimens")
    void noTextTouchesAnotherTheCodeOrTheBorder(String name, AsPrinted data) throws Exception {
        try (PDDocument document = Printed.read(Specimens.pdf(data))) {
            List<Span> spans = Printed.spans(document);
            List<Span> texts = data.specimen() ? spans.subList(1, spans.size()) : spans;
            List<Rectangle2D> taken = new ArrayList<>();
            for (Span text : texts) {
                Rectangle2D box = box(text);
                assertThat(box.getMinX()).as(text.actualText()).isGreaterThan(BORDER);
                assertThat(box.getMaxX()).as(text.actualText()).isLessThan(PAGE_WIDTH - BORDER);
                assertThat(box.getMinY()).as(text.actualText()).isGreaterThan(BORDER);
                assertThat(box.getMaxY()).as(text.actualText()).isLessThan(PAGE_HEIGHT - BORDER);
                assertThat(taken).as(text.actualText()).noneMatch(box::intersects);
                assertThat(figures(document)).as(text.actualText()).noneMatch(box::intersects);
                taken.add(box);
            }
        }
    }

    /** From below the baseline to above the letters' headline, tall vowel signs left out. */
    private static Rectangle2D box(Span span) {
        List<Glyph> glyphs = span.glyphs();
        double left = glyphs.stream().mapToDouble(Glyph::x).min().orElseThrow();
        double right = glyphs.stream().mapToDouble(Glyph::x).max().orElseThrow() + span.size() * 0.5;
        double baseline = glyphs.get(0).y();
        return new Rectangle2D.Double(left, baseline - span.size() * 0.18, right - left, span.size() * 0.75);
    }

    /** Where pictures and the code lie, the code with its white margin. */
    private static List<Rectangle2D> figures(PDDocument document) {
        return Printed.elements(document).stream()
                .filter(element -> "Figure".equals(element.getStructureType()))
                .map(element -> Printed.bounds(element))
                .toList();
    }
}
