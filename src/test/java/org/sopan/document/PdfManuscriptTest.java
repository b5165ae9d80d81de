package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Printed.Span;
import org.sopan.shared.Language;

class PdfManuscriptTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void tellsScreenReadersWhatIsHeadingListAndTable() throws Exception {
        try (PDDocument document = Printed.read(PdfDocument.render(Texts.plan(Language.BN), DAY))) {
            assertThat(types(document.getDocumentCatalog().getStructureTreeRoot()))
                    .containsExactly(
                            "Document",
                            "H1",
                            "H2",
                            "P",
                            "L",
                            "LI",
                            "Lbl",
                            "LBody",
                            "LI",
                            "Lbl",
                            "LBody",
                            "L",
                            "LI",
                            "Lbl",
                            "LBody",
                            "LI",
                            "Lbl",
                            "LBody",
                            "Table",
                            "TR",
                            "TH",
                            "TH",
                            "TH",
                            "TR",
                            "TD",
                            "TD",
                            "TD",
                            "TR",
                            "TD",
                            "TD",
                            "TD",
                            "BlockQuote");
            assertThat(elements(document.getDocumentCatalog().getStructureTreeRoot()))
                    .filteredOn(element -> element.getStructureType().equals("TH"))
                    .allSatisfy(
                            cell -> assertThat(cell.getAttributes().getObject(0).toString())
                                    .contains("Scope=Column"));
            assertThat(Printed.xmp(document)).contains("<pdfuaid:part>1<");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void copiesOutTheBanglaThatWasWritten() throws Exception {
        try (PDDocument document = Printed.read(PdfDocument.render(Texts.plan(Language.BN), DAY))) {
            String all = copied(document);
            assertThat(all)
                    .contains("পরিকল্পনা Plan", Texts.BANGLA, "জোর", "১.", "২.", "জিজ্ঞেস করেন, কেন এই কার্ড এখানে?")
                    .contains("source (https://example.org/a)");
            assertThat(Printed.spans(document)).extracting(Span::language).containsOnly("bn-BD");
        }
    }

    @Test
    void goesOnOverleafWithPiecesThatStillBelongToTheirParagraph() throws Exception {
        try (PDDocument document = Printed.read(PdfDocument.render(Texts.paragraphs(60), DAY))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            Set<Integer> pages = new HashSet<>();
            int pieces = 0;
            for (PDStructureElement element :
                    elements(document.getDocumentCatalog().getStructureTreeRoot())) {
                for (Object kid : element.getKids()) {
                    if (kid instanceof PDMarkedContentReference mark) {
                        int page = document.getPages().indexOf(mark.getPage());
                        pages.add(page);
                        COSArray numbers = (COSArray) document.getDocumentCatalog()
                                .getStructureTreeRoot()
                                .getParentTree()
                                .getCOSObject()
                                .getDictionaryObject(COSName.NUMS);
                        COSArray owners = (COSArray) numbers.getObject(2 * page + 1);
                        assertThat(owners.getObject(mark.getMCID())).isSameAs(element.getCOSObject());
                        pieces++;
                    }
                }
            }
            assertThat(pages).hasSize(document.getNumberOfPages());
            assertThat(pieces).isGreaterThan(100);
        }
    }

    @Test
    void putsARowThatDoesNotFitOnTheNextPage() throws Exception {
        Manuscript table = new Manuscript("Table", Language.BN, List.of(Texts.table(60)));
        try (PDDocument document = Printed.read(PdfDocument.render(table, DAY))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(lowest(document)).isGreaterThan(40);
        }
    }

    @Test
    void breaksARowThatIsHigherThanAPage() throws Exception {
        Manuscript table = new Manuscript(
                "Table",
                Language.EN,
                List.of(new Passage.Table(List.of(
                        List.of(Texts.plain("a"), Texts.plain("b")),
                        List.of(Texts.plain("one"), Texts.plain("many words ".repeat(700)))))));
        try (PDDocument document = Printed.read(PdfDocument.render(table, DAY))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(lowest(document)).isGreaterThan(40);
        }
    }

    @Test
    void breaksAWordThatIsWiderThanTheLine() throws Exception {
        String address = "https://example.org/" + "a-long-way/".repeat(20) + "x".repeat(200);
        Manuscript text = new Manuscript("Long", Language.EN, List.of(new Paragraph(Texts.plain(address))));
        try (PDDocument document = Printed.read(PdfDocument.render(text, DAY))) {
            assertThat(Printed.spans(document).stream()
                            .flatMap(span -> span.glyphs().stream())
                            .mapToDouble(Printed.Glyph::x)
                            .max()
                            .orElseThrow())
                    .isLessThan(595 - 55);
            assertThat(copied(document).replace(" ", "")).contains(address);
        }
    }

    @Test
    void setsALeafSmallEnoughForOnePage() {
        Manuscript text = Texts.paragraphs(20);
        assertThat(PdfManuscript.Type.ROOMY.pages(text)).isEqualTo(2);
        assertThat(PdfDocument.isLeaf(text)).isTrue();
        assertThat(PdfDocument.isLeaf(Texts.paragraphs(60))).isFalse();
    }

    @Test
    void printsSignsThatTheTypefaceLacksByOthers() throws Exception {
        assertThat(Printable.missing("a → b ☐ ✓")).isEmpty();
        assertThat(Printable.missing("a ♞ b"))
                .hasValueSatisfying(told -> assertThat(told).contains("U+265E"));
        Manuscript text = new Manuscript("Signs", Language.EN, List.of(new Paragraph(Texts.plain("a → b"))));
        try (PDDocument document = Printed.read(PdfDocument.render(text, DAY))) {
            assertThat(copied(document)).contains("a › b");
        }
    }

    @Test
    void fillsAScreenWithEachSlide() throws Exception {
        Manuscript slides = Texts.slides(Language.BN, Texts.bullets(3, Texts.BANGLA));
        try (PDDocument document = Printed.read(PdfDocument.slides(slides, DAY))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(960);
            assertThat(types(document.getDocumentCatalog().getStructureTreeRoot()))
                    .startsWith("Document", "H1", "L", "LI")
                    .endsWith("H2");
            assertThat(copied(document)).contains("শিরোনাম Title").doesNotContain("বক্তার কথা");
        }
    }

    private static String copied(PDDocument document) throws Exception {
        StringBuilder all = new StringBuilder();
        Printed.spans(document).forEach(span -> all.append(span.actualText()));
        return all.toString();
    }

    /** How near to the foot of the page the words of its text come; the page's number is lower. */
    private static double lowest(PDDocument document) throws Exception {
        return Printed.spans(document).stream()
                .filter(span -> span.actualText().endsWith(" "))
                .flatMap(span -> span.glyphs().stream())
                .mapToDouble(Printed.Glyph::y)
                .min()
                .orElseThrow();
    }

    private static List<String> types(PDStructureNode node) {
        return elements(node).stream().map(PDStructureElement::getStructureType).toList();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> all = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                all.add(element);
                all.addAll(elements(element));
            }
        }
        return all;
    }
}
