package org.sopan.document;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.sopan.shared.Language;

/** What a screen reader walks through: one document, its page's texts and pictures in the order they were drawn. */
final class StructureTree {
    private final PDPage page;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final COSArray byMarkedContent = new COSArray();

    StructureTree(PDDocument document, PDPage page) {
        this.page = page;
        root.appendKid(whole);
        root.setParentTree(parentTree());
        root.setParentTreeNextKey(1);
        page.setStructParents(0);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }

    private PDNumberTreeNode parentTree() {
        COSArray numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(byMarkedContent);
        COSDictionary node = new COSDictionary();
        node.setItem(COSName.NUMS, numbers);
        return new PDNumberTreeNode(node, COSArray.class);
    }

    /** The marked content that the text is to carry. */
    int text(boolean heading, Language language) {
        return add(
                new PDStructureElement(heading ? StandardStructureTypes.H1 : StandardStructureTypes.P, whole),
                language);
    }

    int figure(PDRectangle bounds, Language language, String alternative) {
        PDStructureElement figure = new PDStructureElement(StandardStructureTypes.Figure, whole);
        figure.setAlternateDescription(alternative);
        PDLayoutAttributeObject layout = new PDLayoutAttributeObject();
        layout.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
        layout.setBBox(bounds);
        figure.addAttribute(layout);
        return add(figure, language);
    }

    private int add(PDStructureElement element, Language language) {
        int markedContent = byMarkedContent.size();
        element.setLanguage(language.locale().toLanguageTag());
        element.setPage(page);
        element.appendKid(markedContent);
        whole.appendKid(element);
        byMarkedContent.add(element);
        return markedContent;
    }
}
