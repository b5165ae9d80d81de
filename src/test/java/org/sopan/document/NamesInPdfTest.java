package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sopan.document.Printed.Glyph;
import org.sopan.document.Printed.Span;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.TextBox;

/**
 * Four hundred invented names and real terms: every conjunct of the courses, reph, ya-phala and ra-phala, joiners,
 * composed and decomposed letters, digits, Latin in between.
 */
class NamesInPdfTest {
    private static final int LINES = 20;
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final List<String> NAMES = names();

    private static List<String> names() {
        try (InputStream in = NamesInPdfTest.class.getResourceAsStream("names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> pages() {
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < NAMES.size(); from += LINES) {
            pages.add(NAMES.subList(from, Math.min(NAMES.size(), from + LINES)));
        }
        return pages;
    }

    private static byte[] page(List<String> names) {
        return Printed.bytes(sheet -> {
            double y = 12;
            for (String name : names) {
                y = sheet.text(TextBox.at(20, y, 250).size(14), Language.BN, name) + 9;
            }
        });
    }

    @Test
    void areMoreThanThreeHundred() {
        assertThat(NAMES).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    @Test
    void areSetAsTheShaperOfTheJdkSetsThem() throws Exception {
        for (List<String> names : pages()) {
            try (PDDocument document = Printed.read(page(names))) {
                List<Span> spans = Printed.spans(document);
                assertThat(spans).extracting(Span::actualText).isEqualTo(names);
                for (Span span : spans) {
                    assertSame(span, BanglaInPdfTest.shaped(span.actualText()));
                }
            }
        }
    }

    /** Those in one script: hb-shape takes a line as one run, which the JDK parts where the script changes. */
    @Test
    void areSetAsHarfBuzzItselfSetsThem() throws Exception {
        Path program = Installed.find("hb-shape").orElse(null);
        if (program == null) {
            return;
        }
        Path font = Files.createTempFile("sopan-test", ".ttf");
        try {
            Files.write(font, Typeface.REGULAR.open().readAllBytes());
            List<List<Glyph>> shaped = Installed.output(
                            program,
                            String.join("\n", NAMES).getBytes(StandardCharsets.UTF_8),
                            "--no-glyph-names",
                            "--output-format=json",
                            "--font-file=" + font,
                            "--text-file",
                            "@")
                    .lines()
                    .map(NamesInPdfTest::harfBuzz)
                    .toList();
            assertThat(shaped).hasSameSizeAs(NAMES);
            for (List<String> names : pages()) {
                try (PDDocument document = Printed.read(page(names))) {
                    for (Span span : Printed.spans(document)) {
                        if (!LATIN.matcher(span.actualText()).find()) {
                            assertSame(span, shaped.get(NAMES.indexOf(span.actualText())));
                        }
                    }
                }
            }
        } finally {
            Files.delete(font);
        }
    }

    /** The glyphs of a line of hb-shape, without the joiners that it has used and left as spaces of no width. */
    private static List<Glyph> harfBuzz(String line) {
        JsonArray all;
        try (var reader = Json.createReader(new StringReader(line))) {
            all = reader.readArray();
        }
        List<Glyph> glyphs = new ArrayList<>();
        double pen = 0;
        for (JsonObject each : all.getValuesAs(JsonObject.class)) {
            if (each.getInt("g") != Typeface.REGULAR.space() || each.getInt("ax") != 0) {
                glyphs.add(new Glyph(each.getInt("g"), 0, pen + each.getInt("dx", 0), each.getInt("dy", 0)));
            }
            pen += each.getInt("ax");
        }
        return glyphs;
    }

    private static void assertSame(Span span, List<Glyph> expected) {
        assertThat(span.glyphs())
                .as(span.actualText())
                .extracting(Glyph::id)
                .isEqualTo(expected.stream().map(Glyph::id).toList());
        Glyph origin = span.glyphs().get(0);
        double thousandth = span.size() / 1000;
        for (int i = 0; i < expected.size(); i++) {
            Glyph drawn = span.glyphs().get(i);
            Glyph wanted = expected.get(i);
            double x = (wanted.x() - expected.get(0).x()) * thousandth;
            double y = (wanted.y() - expected.get(0).y()) * thousandth;
            assertThat(drawn.x() - origin.x()).as(span.actualText()).isCloseTo(x, within(0.01));
            assertThat(drawn.y() - origin.y()).as(span.actualText()).isCloseTo(y, within(0.01));
        }
    }

    /**
     * PDFBox and Poppler go by {@code ActualText}, OpenPDF and MuPDF by the meanings of the glyphs. The latter have a
     * vowel sign of two parts as its two parts, which is the same text by the Unicode standard. They guess spaces from
     * gaps, and a mark that stands far left below its letter leaves one; so theirs are not compared.
     */
    @Test
    void copyOutAsTheyWereTypedInIndependentReaders() throws Exception {
        Map<String, Function<byte[], String>> readers = new TreeMap<>();
        readers.put("PDFBox", NamesInPdfTest::pdfBox);
        readers.put("OpenPDF", NamesInPdfTest::openPdf);
        Installed.find("pdftotext")
                .ifPresent(program -> readers.put("Poppler", pdf -> Installed.output(program, pdf, "@", "-")));
        Installed.find("mutool")
                .ifPresent(program ->
                        readers.put("MuPDF", pdf -> Installed.output(program, pdf, "draw", "-q", "-F", "text", "@")));
        System.out.println("copied out by " + readers.keySet());
        for (List<String> names : pages()) {
            byte[] pdf = page(names);
            readers.forEach((reader, copy) -> {
                String spaces = reader.equals("MuPDF") || reader.equals("OpenPDF") ? "" : " ";
                assertThat(same(copy.apply(pdf)).replace(" ", spaces))
                        .as(reader)
                        .isEqualTo(same(String.join(" ", names)).replace(" ", spaces));
            });
            assertThat(pdfBox(pdf).lines().map(String::strip))
                    .as("by PDFBox to the letter")
                    .isEqualTo(names);
        }
    }

    private static String same(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\f]+", " ")
                .strip();
    }

    private static String pdfBox(byte[] pdf) {
        try (PDDocument document = Printed.read(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String openPdf(byte[] pdf) {
        try (PdfReader reader = new PdfReader(new ByteArrayInputStream(pdf))) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
