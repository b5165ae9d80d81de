package org.sopan.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.sopan.document.PageContent.Baseline;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Align;

/** A sheet that becomes the one page of a PDF. */
final class PdfSheet implements ReportSheet {
    private static final double POINTS = 72 / 25.4;
    /** Of the size of type; Bangla reaches further up and down than Latin. */
    private static final double LINE_HEIGHT = 1.4;

    private static final int QUIET_MODULES = 4;
    /** Of a picture at 150 dots to the inch, and a whole number of those of finer ones. */
    private static final double DOT = 25.4 / 150;

    private static final double ROUNDING = 1e-9;
    private static final double WATERMARK_SPAN = 0.62;
    private static final double WATERMARK_LARGEST = 200;
    private final PDDocument document;
    private final PDPage page = new PDPage(new PDRectangle((float) (WIDTH * POINTS), (float) (HEIGHT * POINTS)));
    private final PDResources resources = new PDResources();
    private final PageContent content = new PageContent();
    private final StructureTree structure;
    // in the order of first use, so that the same drawing numbers them alike
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();

    private final Function<String, Picture> pictures;
    private final Map<Measure, FittedText> fitted = new HashMap<>();
    private final Map<String, COSName> embedded = new HashMap<>();

    /** A sheet that finds the operator's pictures by their keys. */
    PdfSheet(PDDocument document, Function<String, Picture> pictures) {
        this.document = document;
        this.pictures = pictures;
        page.setResources(resources);
        document.addPage(page);
        structure = new StructureTree(document, page);
    }

    @Override
    public double text(TextBox box, Language language, String words) {
        FittedText fitted = fitted(box, words);
        double baseline = box.baseline();
        content.begin(box.heading() ? "H1" : "P", structure.text(box.heading(), language));
        content.fillInk(box.ink());
        for (int i = 0; i < fitted.lines().size(); i++) {
            ShapedText line = fitted.lines().get(i);
            boolean last = i == fitted.lines().size() - 1;
            double free = box.width() - millimetres(line, fitted.size());
            double x = box.x() + free * share(box.align());
            baseline = box.baseline() + depth(fitted, i);
            // a reader that joins the lines must not join their words
            String actual = last ? line.text() : line.text() + " ";
            draw(line, actual, fitted.size(), language, Baseline.level(x(x), y(baseline)));
        }
        content.end();
        return baseline;
    }

    @Override
    public double depth(TextBox box, String words) {
        FittedText fitted = fitted(box, words);
        return depth(fitted, fitted.lines().size() - 1);
    }

    /** A design asks how deep a text is before it sets it. */
    private FittedText fitted(TextBox box, String words) {
        Measure measure = new Measure(box.width(), box.lines(), box.size(), box.weight(), words);
        return fitted.computeIfAbsent(measure, any -> FittedText.in(box, words));
    }

    /** What of a box decides how words are broken into lines. */
    private record Measure(double width, int lines, double size, TextBox.Weight weight, String words) {}

    private static double depth(FittedText fitted, int line) {
        return line * fitted.size() * LINE_HEIGHT / POINTS;
    }

    private static double share(Align align) {
        return switch (align) {
            case LEFT -> 0;
            case CENTRE -> 0.5;
            case RIGHT -> 1;
        };
    }

    @Override
    public void watermark(Language language, String words, Ink ink) {
        ShapedText text = ShapedText.shape(Typeface.SEMIBOLD, words.strip());
        double diagonal = Math.hypot(WIDTH, HEIGHT);
        double size = Math.min(WATERMARK_LARGEST, WATERMARK_SPAN * diagonal / millimetres(text, 1));
        double cos = WIDTH / diagonal;
        double sin = HEIGHT / diagonal;
        double along = -millimetres(text, size) / 2;
        // half the height of a letter below the diagonal, so that the words lie upon it
        double across = size * 0.3 / POINTS;
        double x = WIDTH / 2 + along * cos + across * sin;
        double y = HEIGHT / 2 - along * sin + across * cos;
        content.begin("P", structure.text(false, language));
        content.fillInk(ink);
        draw(text, text.text(), size, language, new Baseline(x(x), y(y), cos, sin));
        content.end();
    }

    private void draw(ShapedText run, String actual, double size, Language language, Baseline baseline) {
        EmbeddedFont font = fonts.computeIfAbsent(run.typeface(), typeface -> new EmbeddedFont(document, typeface));
        content.glyphs(resources.add(font.font()), size, run, font.codes(run), actual, language, baseline);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, double thickness, Ink ink) {
        content.beginOrnament();
        content.strokeInk(ink, thickness * POINTS);
        content.line(x(fromX), y(fromY), x(toX), y(toY));
        content.end();
    }

    @Override
    public void frame(Area area, double thickness, Ink ink) {
        content.beginOrnament();
        content.strokeInk(ink, thickness * POINTS);
        rectangle(area);
        content.stroke();
        content.end();
    }

    @Override
    public void fill(Area area, Ink ink) {
        content.beginOrnament();
        content.fillInk(ink);
        rectangle(area);
        content.fill();
        content.end();
    }

    @Override
    public void image(Area area, byte[] png, Language language, String alternative) {
        place(resources.add(embeddedImage(png)), area, language, alternative);
    }

    @Override
    public void chart(Area bounds, List<Bar> bars, Language language, String alternative) {
        content.begin("Figure", structure.figure(bounds(bounds), language, alternative));
        for (Bar bar : bars) {
            content.fillInk(bar.ink());
            rectangle(bar.area());
            content.fill();
        }
        content.end();
    }

    private PDImageXObject embeddedImage(byte[] png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            if (picture == null) {
                throw new IllegalArgumentException("not a picture that can be read");
            }
            return LosslessFactory.createFromImage(document, picture);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a picture that can be read", e);
        }
    }

    @Override
    public void picture(Area area, String key, Language language, String alternative) {
        Picture picture = pictures.apply(key);
        double scale = Math.min(area.width() / picture.width(), area.height() / picture.height());
        double width = picture.width() * scale;
        double height = picture.height() * scale;
        Area drawn = new Area(area.x() + (area.width() - width) / 2, area.y() + area.height() - height, width, height);
        place(embedded.computeIfAbsent(key, each -> resources.add(picture.in(document))), drawn, language, alternative);
    }

    private void place(COSName image, Area area, Language language, String alternative) {
        content.begin("Figure", structure.figure(bounds(area), language, alternative));
        content.image(image, x(area.x()), y(area.y() + area.height()), area.width() * POINTS, area.height() * POINTS);
        content.end();
    }

    @Override
    public void qr(double x, double y, String address, Language language, String alternative) {
        QrCode code = QrCode.of(address);
        double module = Math.floor(QR / code.modules() / DOT + ROUNDING) * DOT;
        double size = module * code.modules();
        // on the grid of the dots, too: a module that begins between two of them is blurred on both sides
        Area area = new Area(onGrid(x + (QR - size) / 2), onGrid(y + (QR - size) / 2), size, size);
        Area margin = area.inset(-QUIET_MODULES * module);
        content.begin("Figure", structure.figure(bounds(margin), language, alternative));
        content.fillInk(Ink.WHITE);
        rectangle(margin);
        content.fill();
        content.fillInk(Ink.BLACK);
        code.bars()
                .forEach(bar -> rectangle(new Area(
                        area.x() + bar.column() * module,
                        area.y() + bar.row() * module,
                        bar.length() * module,
                        module)));
        content.fill();
        content.end();
    }

    private static double onGrid(double millimetres) {
        return Math.rint(millimetres / DOT) * DOT;
    }

    /** Writes the page; nothing may be drawn afterwards. */
    byte[] finish() throws IOException {
        for (EmbeddedFont font : fonts.values()) {
            font.finish();
        }
        byte[] drawn = content.bytes();
        PDStream stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(drawn);
        }
        page.setContents(stream);
        return drawn;
    }

    private void rectangle(Area area) {
        content.rectangle(x(area.x()), y(area.y() + area.height()), area.width() * POINTS, area.height() * POINTS);
    }

    private static PDRectangle bounds(Area area) {
        return new PDRectangle(
                (float) x(area.x()), (float) y(area.y() + area.height()), (float) (area.width() * POINTS), (float)
                        (area.height() * POINTS));
    }

    private static double millimetres(ShapedText text, double size) {
        return text.advance() / Typeface.UNITS_PER_EM * size / POINTS;
    }

    private static double x(double millimetres) {
        return millimetres * POINTS;
    }

    private static double y(double millimetres) {
        return (HEIGHT - millimetres) * POINTS;
    }
}
