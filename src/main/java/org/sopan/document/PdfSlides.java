package org.sopan.document;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.sopan.document.Passage.Entries;
import org.sopan.document.Passage.Entry;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Passage.Run;
import org.sopan.document.Passage.Table;
import org.sopan.shared.BanglaDigits;
import org.sopan.spi.certificate.Ink;

/** Slides as pages that fill a screen, to be shown where there is no office program. */
final class PdfSlides {
    private static final Ink INK = new Ink(0x17211F);
    private static final Ink SOFT = new Ink(0x50605C);
    private static final Ink GREEN = new Ink(0x0C5A52);
    private static final Ink GOLD = new Ink(0xF0B429);
    private static final Ink PALE = new Ink(0xE2F0ED);
    private static final double WIDE = SlideFit.WIDTH - 2 * SlideFit.MARGIN;
    private static final double TITLE_BASELINE = 76;
    private static final double ASCENT = 1.05;

    private final Manuscript manuscript;
    private final PdfBook book;
    private double y;

    PdfSlides(Manuscript manuscript, PdfBook book) {
        this.manuscript = manuscript;
        this.book = book;
    }

    static PdfBook screen(PDDocument document, Manuscript manuscript) {
        return new PdfBook(document, manuscript.language(), SlideFit.WIDTH, SlideFit.HEIGHT);
    }

    void write() {
        for (Slide slide : Slide.of(manuscript)) {
            book.newPage();
            boolean first = book.pages() == 1;
            title(slide, first ? "H1" : "H2");
            y = SlideFit.TOP;
            int size = Math.max(slide.size(), 1);
            slide.shown().forEach(passage -> write(passage, size));
            number();
        }
    }

    private void title(Slide slide, String type) {
        double size = SlideFit.TITLE_SIZE;
        List<TextLines.Line> lines = TextLines.of(slide.title(), true, size, WIDE);
        PDStructureElement element = book.element(type);
        double baseline = TITLE_BASELINE - (lines.size() > 1 ? size * 0.55 : 0);
        for (TextLines.Line line : lines) {
            book.text(element, line, size, SlideFit.MARGIN, baseline, GREEN);
            baseline += size * 1.3;
        }
        book.fill(SlideFit.MARGIN, SlideFit.TOP - 24, 72, 4, GOLD);
    }

    private void write(Passage passage, int size) {
        if (passage instanceof Entries entries) {
            entries(entries, size);
        } else if (passage instanceof Table table) {
            table(table, SlideFit.tableSize(size));
        } else if (passage instanceof Paragraph paragraph) {
            lines(book.element("P"), paragraph.runs(), false, 0, size);
        } else if (passage instanceof Heading heading) {
            lines(book.element("H3"), heading.runs(), true, 0, size);
        }
        y += SlideFit.GAP * size;
    }

    private void entries(Entries entries, int size) {
        PDStructureElement list = book.element("L");
        for (Entry entry : entries.entries()) {
            double left = SlideFit.INDENT * (entry.depth() + 1);
            PDStructureElement item = book.element("LI", list);
            String sign = entry.number() == 0 ? "•" : BanglaDigits.in(manuscript.language(), entry.number() + ".");
            TextLines.Line set =
                    TextLines.of(List.of(Run.plain(sign)), false, size, WIDE).get(0);
            book.text(
                    book.element("Lbl", item),
                    set,
                    size,
                    SlideFit.MARGIN + left - SlideFit.INDENT,
                    y + size * ASCENT,
                    GREEN);
            lines(book.element("LBody", item), entry.runs(), false, left, size);
            y += SlideFit.GAP * size;
        }
    }

    private void lines(PDStructureElement element, List<Run> runs, boolean strong, double indent, double size) {
        for (TextLines.Line line : TextLines.of(runs, strong, size, WIDE - indent)) {
            book.text(element, line, size, SlideFit.MARGIN + indent, y + size * ASCENT, INK);
            y += size * SlideFit.LINE;
        }
    }

    private void table(Table table, double size) {
        TableLines set = TableLines.of(table, size, WIDE);
        PDStructureElement element = book.element("Table");
        for (int r = 0; r < set.rows().size(); r++) {
            TableLines.Row row = set.rows().get(r);
            double high = row.lines() * size * SlideFit.LINE + 2 * TableLines.PADDING;
            PDStructureElement tagged = book.element("TR", element);
            if (r == 0) {
                book.fill(SlideFit.MARGIN, y, WIDE, high, PALE);
            }
            for (int c = 0; c < row.cells().size(); c++) {
                PDStructureElement cell = book.element(r == 0 ? "TH" : "TD", tagged);
                if (r == 0) {
                    PdfManuscript.ofItsColumn(cell);
                }
                double baseline = y + TableLines.PADDING + size * ASCENT;
                for (TextLines.Line line : row.cells().get(c)) {
                    book.text(cell, line, size, SlideFit.MARGIN + set.x(c) + TableLines.PADDING, baseline, INK);
                    baseline += size * SlideFit.LINE;
                }
            }
            y += high;
            book.rule(SlideFit.MARGIN, y, WIDE, 0.75, SOFT);
        }
    }

    private void number() {
        String number = BanglaDigits.in(manuscript.language(), String.valueOf(book.pages()));
        TextLines.Line line =
                TextLines.of(List.of(Run.plain(number)), false, 12, WIDE).get(0);
        book.ornament(
                book.pages() - 1,
                line,
                12,
                SlideFit.WIDTH - SlideFit.MARGIN - line.width(),
                SlideFit.HEIGHT - 22,
                SOFT);
    }
}
