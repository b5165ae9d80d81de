package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sopan.document.Passage.Paragraph;
import org.sopan.shared.Language;

/** Office files, read back as an office program reads them. */
class OfficeFilesTest {

    @Nested
    class AWordFile {
        @Test
        void hasHeadingsListsAndTablesThatWordKnows() throws IOException {
            try (XWPFDocument document = word(Language.EN)) {
                assertThat(document.getParagraphs())
                        .filteredOn(paragraph -> !paragraph.getText().isEmpty())
                        .extracting(XWPFParagraph::getStyle)
                        .containsExactly(
                                "Title",
                                "Heading1",
                                "Normal",
                                "ListParagraph",
                                "ListParagraph",
                                "ListParagraph",
                                "ListParagraph",
                                "Quote");
                assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
                assertThat(document.getStyles()
                                .getStyle("Heading1")
                                .getCTStyle()
                                .getPPr()
                                .getOutlineLvl()
                                .getVal())
                        .isEqualTo(BigInteger.ZERO);
                assertThat(document.getParagraphs())
                        .filteredOn(paragraph -> paragraph.getText().matches("first|inner|one|two"))
                        .extracting(paragraph -> paragraph.getNumFmt() + paragraph.getNumIlvl())
                        .containsExactly("bullet0", "bullet1", "decimal0", "decimal0");
                assertThat(document.getTables().get(0).getRow(0).isRepeatHeader())
                        .isTrue();
                assertThat(document.getTables().get(0).getRow(2).getCell(2).getText())
                        .isEqualTo("জিজ্ঞেস করেন, কেন এই কার্ড এখানে?");
            }
        }

        @Test
        void saysToWordThatBanglaIsBanglaAndInWhichTypeface() throws IOException {
            try (XWPFDocument document = word(Language.BN)) {
                var standard = document.getStyles()
                        .getCtStyles()
                        .getDocDefaults()
                        .getRPrDefault()
                        .getRPr();
                assertThat(standard.getRFontsArray(0).getCs()).isEqualTo("Nirmala UI");
                assertThat(standard.getLangArray(0).getBidi()).isEqualTo("bn-BD");
                assertThat(standard.getSzCsArray(0).getVal())
                        .isEqualTo(standard.getSzArray(0).getVal());
                XWPFParagraph paragraph = document.getParagraphs().stream()
                        .filter(each -> each.getText().contains(Texts.BANGLA))
                        .findFirst()
                        .orElseThrow();
                assertThat(paragraph.getRuns().get(1).getCTR().getRPr().sizeOfBCsArray())
                        .isEqualTo(1);
                assertThat(paragraph.getRuns().get(3))
                        .isInstanceOfSatisfying(XWPFHyperlinkRun.class, link -> assertThat(
                                        link.getHyperlink(document).getURL())
                                .isEqualTo("https://example.org/a"));
            }
        }

        /** Word counts in no Bangla digits. */
        @Test
        void hasTheNumbersOfABanglaListTyped() throws IOException {
            try (XWPFDocument document = word(Language.BN)) {
                assertThat(document.getParagraphs())
                        .extracting(XWPFParagraph::getText)
                        .contains("১.\tone", "২.\ttwo");
            }
        }

        @Test
        void isSmallerAsALeaf() throws IOException {
            Manuscript text = Texts.paragraphs(30);
            try (XWPFDocument document = read(DocxWriter.write(text, true));
                    XWPFDocument roomy = read(DocxWriter.write(text, false))) {
                assertThat(size(document)).isLessThan(size(roomy));
            }
        }

        private static BigInteger size(XWPFDocument document) {
            return (BigInteger) document.getStyles()
                    .getCtStyles()
                    .getDocDefaults()
                    .getRPrDefault()
                    .getRPr()
                    .getSzArray(0)
                    .getVal();
        }

        private static XWPFDocument word(Language language) throws IOException {
            return read(DocxWriter.write(Texts.plan(language), false));
        }

        private static XWPFDocument read(byte[] file) throws IOException {
            return new XWPFDocument(new ByteArrayInputStream(file));
        }
    }

    @Nested
    class SlidesInPowerPoint {
        @Test
        void standInTheirPlaceholdersWithWhatTheSpeakerSaysAsNotes() throws IOException {
            try (XMLSlideShow show = show(Texts.slides(Language.BN, Texts.bullets(3, Texts.BANGLA)))) {
                assertThat(show.getPageSize().width).isEqualTo(960);
                XSLFSlide slide = show.getSlides().get(0);
                assertThat(slide.getTitle()).isEqualTo("শিরোনাম Title");
                XSLFTextShape body = slide.getPlaceholder(1);
                assertThat(body.getTextParagraphs()).hasSize(3).allMatch(paragraph -> paragraph.isBullet());
                assertThat(slide.getNotes().getPlaceholders())
                        .filteredOn(shape -> shape.getTextType() == Placeholder.BODY)
                        .extracting(XSLFTextShape::getText)
                        .containsExactly("বক্তার কথা");
                assertThat(show.getSlides()).hasSize(2);
            }
        }

        @Test
        void sayThatBanglaIsBanglaAndInWhichTypeface() throws IOException {
            try (XMLSlideShow show = show(Texts.slides(Language.BN, Texts.bullets(1, Texts.BANGLA)))) {
                XSLFTextRun run = show.getSlides()
                        .get(0)
                        .getPlaceholder(1)
                        .getTextParagraphs()
                        .get(0)
                        .getTextRuns()
                        .get(0);
                assertThat(run.getFontFamily(FontGroup.COMPLEX_SCRIPT)).isEqualTo("Nirmala UI");
                assertThat(run.getXmlObject().xmlText()).contains("lang=\"bn-BD\"", "<a:cs typeface=\"Nirmala UI\"");
                assertThat(show.getSlideMasters().get(0).getTheme().getMinorFont())
                        .isEqualTo("Nirmala UI");
            }
        }

        @Test
        void putATableBelowWordsAndInsideTheSlide() throws IOException {
            Manuscript both = Texts.slides(Language.BN, new Paragraph(Texts.plain(Texts.BANGLA)), Texts.table(4));
            try (XMLSlideShow show = show(both)) {
                XSLFSlide slide = show.getSlides().get(0);
                XSLFTable table = (XSLFTable) slide.getShapes().stream()
                        .filter(XSLFTable.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                assertThat(table.getAnchor().getMinY())
                        .isGreaterThanOrEqualTo(
                                slide.getPlaceholder(1).getAnchor().getMaxY());
                assertThat(table.getAnchor().getMaxY()).isLessThan(540);
                assertThat(table.getAnchor().getMaxX()).isLessThan(960);
            }
        }

        private static XMLSlideShow show(Manuscript manuscript) throws IOException {
            return new XMLSlideShow(new ByteArrayInputStream(PptxWriter.write(manuscript)));
        }
    }

    @Nested
    class ASlide {
        @Test
        void isSetAsLargeAsItFits() {
            assertThat(size(Texts.bullets(3, "Short"))).isEqualTo(32);
            assertThat(size(Texts.bullets(5, "A bullet that takes more than one line of the slide. ".repeat(2))))
                    .isBetween(18, 28);
        }

        @Test
        void doesNotFitWhenItHoldsMoreThanTheLastRowCanRead() {
            assertThat(size(Texts.bullets(5, "A bullet that goes on and on. ".repeat(9))))
                    .isZero();
            assertThat(size(Texts.table(14))).isZero();
        }

        @Test
        void hasATitleOfTwoLinesAtMost() {
            assertThat(new Slide(Texts.plain("A title of many words ".repeat(8)), List.of(), List.of()).size())
                    .isZero();
        }

        private static int size(Passage shown) {
            return new Slide(Texts.plain("Title"), List.of(shown), List.of()).size();
        }
    }
}
