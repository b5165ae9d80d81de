package org.sopan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Many papers as one file for the printer. The pages look as they are stored; what only a screen reader uses stays with
 * the single papers.
 */
public final class PdfBundle {
    private static final COSName STRUCTURE = COSName.getPDFName("StructParents");

    private PdfBundle() {}

    /** All pages of all papers in this order. */
    public static void write(String title, List<byte[]> papers, OutputStream out) throws IOException {
        List<PDDocument> opened = new ArrayList<>();
        try (PDDocument bundle = new PDDocument()) {
            bundle.setVersion(1.7f);
            bundle.getDocumentInformation().setTitle(title);
            for (byte[] paper : papers) {
                PDDocument document = Loader.loadPDF(paper);
                opened.add(document);
                for (PDPage page : document.getPages()) {
                    PDPage imported = bundle.importPage(page);
                    imported.setResources(page.getResources());
                    imported.getCOSObject().removeItem(STRUCTURE);
                }
            }
            bundle.save(out);
        } finally {
            for (PDDocument document : opened) {
                document.close();
            }
        }
    }
}
