package org.sopan.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.sopan.document.PageContent.Baseline;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.Ink;

/**
 * Pages of text and the tree a screen reader walks through, which goes on from page to page. Lengths are points, from
 * the top left of the current page.
 */
final class PdfBook {
    private final PDDocument document;
    private final Language language;
    private final double width;
    private final double height;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final COSArray parents = new COSArray();
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();

    /** A page while it is written, and which element each piece of its content belongs to. */
    private record Leaf(PDPage page, PDResources resources, PageContent content, COSArray owners) {}

    PdfBook(PDDocument document, Language language, double width, double height) {
        this.document = document;
        this.language = language;
        this.width = width;
        this.height = height;
        root.appendKid(whole);
        whole.setLanguage(language.locale().toLanguageTag());
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.setParentTree(new PDNumberTreeNode(tree, COSArray.class));
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }

    int pages() {
        return leaves.size();
    }

    void newPage() {
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        Leaf leaf = new Leaf(page, new PDResources(), new PageContent(), new COSArray());
        page.setResources(leaf.resources());
        page.setStructParents(leaves.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        parents.add(COSInteger.get(leaves.size()));
        parents.add(leaf.owners());
        document.addPage(page);
        leaves.add(leaf);
    }

    PDStructureElement element(String type) {
        return element(type, whole);
    }

    PDStructureElement element(String type, PDStructureNode parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** Writes words that belong to an element; what follows on the element's next line is another word. */
    void text(PDStructureElement element, TextLines.Line line, double size, double x, double baseline, Ink ink) {
        Leaf leaf = leaves.get(leaves.size() - 1);
        int mark = leaf.owners().size();
        leaf.owners().add(element);
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setMCID(mark);
        reference.setPage(leaf.page());
        element.appendKid(reference);
        leaf.content().begin(element.getStructureType(), mark);
        set(leaf, line, size, x, baseline, ink, " ");
        leaf.content().end();
    }

    /** Writes words that no reader of the text needs, such as a page's number. */
    void ornament(int page, TextLines.Line line, double size, double x, double baseline, Ink ink) {
        Leaf leaf = leaves.get(page);
        leaf.content().beginOrnament();
        set(leaf, line, size, x, baseline, ink, "");
        leaf.content().end();
    }

    private void set(Leaf leaf, TextLines.Line line, double size, double x, double baseline, Ink ink, String after) {
        leaf.content().fillInk(ink);
        double at = x;
        for (int i = 0; i < line.texts().size(); i++) {
            ShapedText text = line.texts().get(i);
            String actual = text.text() + (i == line.texts().size() - 1 ? after : "");
            EmbeddedFont font =
                    fonts.computeIfAbsent(text.typeface(), typeface -> new EmbeddedFont(document, typeface));
            leaf.content()
                    .glyphs(
                            leaf.resources().add(font.font()),
                            size,
                            text,
                            font.codes(text),
                            actual,
                            language,
                            Baseline.level(at, height - baseline));
            at += text.advance() / Typeface.UNITS_PER_EM * size;
        }
    }

    void rule(double x, double y, double length, double thickness, Ink ink) {
        PageContent content = leaves.get(leaves.size() - 1).content();
        content.beginOrnament();
        content.strokeInk(ink, thickness);
        content.line(x, height - y, x + length, height - y);
        content.end();
    }

    void fill(double x, double y, double wide, double high, Ink ink) {
        PageContent content = leaves.get(leaves.size() - 1).content();
        content.beginOrnament();
        content.fillInk(ink);
        content.rectangle(x, height - y - high, wide, high);
        content.fill();
        content.end();
    }

    /** Writes the pages; nothing may be set afterwards. What was written is given back, to name the file by it. */
    byte[] finish() throws IOException {
        for (EmbeddedFont font : fonts.values()) {
            font.finish();
        }
        root.setParentTreeNextKey(leaves.size());
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        for (Leaf leaf : leaves) {
            byte[] bytes = leaf.content().bytes();
            drawn.write(bytes);
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(bytes);
            }
            leaf.page().setContents(stream);
        }
        return drawn.toByteArray();
    }
}
