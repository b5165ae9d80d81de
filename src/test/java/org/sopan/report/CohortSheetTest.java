package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sopan.document.PdfDocument;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Archive;

class CohortSheetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Pattern ACTUAL = Pattern.compile("/ActualText <FEFF([0-9A-F]*)>");
    private static final Path PICTURES = Path.of("target", "cohort-report");

    @Test
    void saysInBanglaWithBanglaDigitsWhatTheDashboardSays() throws IOException {
        String text = text(pdf(dashboard(3, "প্রথম ব্যাচ"), Language.BN));
        assertThat(text)
                .contains("ব্যাচ প্রতিবেদন", "২২ নভেম্বর ২০২৬", "প্রথম ব্যাচ", "১ নভেম্বর ২০২৬ থেকে ৩১ ডিসেম্বর ২০২৬")
                .contains(
                        "মোট নিবন্ধন",
                        "১২০",
                        "সনদপ্রাপ্ত",
                        "প্রতিষ্ঠান ১",
                        "৫০% (৪০ জনে ২০)",
                        "দিনে কোর্স শেষ (মধ্যমা)");
        assertThat(text).doesNotContainPattern("[0-9]");
    }

    @Test
    void saysTheSameInEnglish() throws IOException {
        assertThat(text(pdf(dashboard(3, "x"), Language.EN)))
                .contains("Cohort report", "22 November 2026", "First batch", "120", "50% (20 of 40)", "Institute 1")
                .contains("Counts the people of all institutes");
    }

    @Test
    void isOnePageWhoseChartsAreToldToThoseWhoDoNotSeeThem() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(dashboard(3, "প্রথম ব্যাচ"), Language.EN))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("First batch · Cohort report");
            List<PDStructureElement> elements =
                    elements(document.getDocumentCatalog().getStructureTreeRoot());
            assertThat(elements)
                    .filteredOn(element -> "Figure".equals(element.getStructureType()))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .containsExactly(
                            "How far they came (enrolments). Enrolled: 120; Not begun: 30; In progress: 22;"
                                    + " Completed: 60; Certified: 58; Withdrawn: 5; Lapsed: 3",
                            "Completed, by institute. Institute 1: 50% (20 of 40); Institute 2: 50% (20 of 40);"
                                    + " Institute 3: 50% (20 of 40)");
            assertThat(elements)
                    .filteredOn(element -> "H1".equals(element.getStructureType()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isFitForArchivesAndScreenReaders(Language language) {
        assertThat(Archive.complaints(pdf(dashboard(9, "প্রথম ব্যাচ"), language)))
                .isEmpty();
    }

    @Test
    void addsUpInstitutesThatFindNoPlace() throws IOException {
        assertThat(text(pdf(dashboard(12, "x"), Language.EN)))
                .contains("Institute 9", "3 other institutes", "50% (60 of 120)")
                .doesNotContain("Institute 10");
    }

    @Test
    void isPrintedForAnEmptyCohortAndWhateverTheTitle() throws IOException {
        assertThat(text(pdf(dashboard(0, "ব্যাচ 😀 שלום").withNothing(), Language.BN)))
                .contains("ব্যাচ", "–")
                .doesNotContain("😀");
        String endless = "ব্যবস্থাপনা" + "অ".repeat(290);
        assertThat(text(pdf(dashboard(3, endless), Language.BN))).contains("ব্যবস্থাপনা", "…");
    }

    /** Leaves pictures to look at. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void showsBarsAsLongAsTheirNumbers(Language language) throws IOException {
        Files.createDirectories(PICTURES);
        try (PDDocument document = Loader.loadPDF(pdf(dashboard(9, "প্রথম ব্যাচ"), language))) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 110);
            ImageIO.write(
                    page, "png", PICTURES.resolve(language.code() + ".png").toFile());
            int enrolled = bar(page, 0);
            int completed = bar(page, 3);
            assertThat((double) completed / enrolled).isBetween(0.48, 0.52);
        }
    }

    /** How many green pixels stand in the row of this bar of the first chart. */
    private static int bar(java.awt.image.BufferedImage page, int number) {
        double millimetre = page.getHeight() / 210.0;
        int y = (int) ((66 + 5 + number * 11 + 3) * millimetre);
        int green = 0;
        for (int x = 0; x < page.getWidth() / 2; x++) {
            green += (page.getRGB(x, y) & 0xFFFFFF) == 0x0B5345 ? 1 : 0;
        }
        return green;
    }

    /** A dashboard of so many institutes. */
    private record Example(CohortDashboard dashboard) {
        Example withNothing() {
            return new Example(new CohortDashboard(
                    dashboard.cohort(),
                    false,
                    new CohortDashboard.Funnel(0, 0, 0, 0, 0, 0, 0),
                    new CohortDashboard.AtRisk(List.of(), 0, Map.of()),
                    null,
                    List.of(),
                    List.of()));
        }
    }

    private static Example dashboard(int institutes, String bangla) {
        List<CohortDashboard.InstituteDone> done = new ArrayList<>();
        for (int i = 1; i <= institutes; i++) {
            done.add(new CohortDashboard.InstituteDone(
                    "i" + i, LocalizedText.of("Institute " + i, "প্রতিষ্ঠান " + bangla(i)), 20, 40));
        }
        if (institutes == 9) {
            done.set(
                    4,
                    new CohortDashboard.InstituteDone(
                            "long",
                            LocalizedText.of(
                                    "Bangladesh Institute of Administration and Management Foundation",
                                    "বাংলাদেশ ইনস্টিটিউট অব অ্যাডমিনিস্ট্রেশন অ্যান্ড ম্যানেজমেন্ট ফাউন্ডেশন"),
                            7,
                            8));
        }
        return new Example(new CohortDashboard(
                new CohortDashboard.CohortRef(
                        "id",
                        LocalizedText.of("First batch", bangla),
                        "bpatc",
                        LocalizedText.of(
                                "Bangladesh Public Administration Training Centre",
                                "বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র"),
                        null,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 12, 31)),
                true,
                new CohortDashboard.Funnel(120, 30, 22, 60, 5, 3, 58),
                new CohortDashboard.AtRisk(List.of(), 14, Map.of("no-activity", 9, "due-soon", 4, "failing-quiz", 2)),
                12,
                List.of(),
                done));
    }

    private static String bangla(int number) {
        return org.sopan.shared.BanglaDigits.in(Language.BN, Integer.toString(number));
    }

    private static byte[] pdf(Example example, Language language) {
        CohortSheet sheet =
                new CohortSheet(example.dashboard(), ReportWords.of(language, "sheet.programme"), language, DAY);
        return PdfDocument.render(sheet.title(), language, DAY, sheet::draw);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String drawn = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.US_ASCII);
            return ACTUAL.matcher(drawn).results().map(CohortSheetTest::decoded).collect(Collectors.joining());
        }
    }

    private static String decoded(java.util.regex.MatchResult hex) {
        return new String(HexFormat.of().parseHex(hex.group(1)), StandardCharsets.UTF_16BE) + "\n";
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> elements = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                elements.addAll(elements(element));
            }
        }
        return elements;
    }
}
