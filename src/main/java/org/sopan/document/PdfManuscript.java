package org.sopan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.sopan.document.Passage.Entries;
import org.sopan.document.Passage.Entry;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Note;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Passage.Run;
import org.sopan.document.Passage.Table;
import org.sopan.shared.BanglaDigits;
import org.sopan.spi.certificate.Ink;

/** A manuscript on upright A4 pages: headings, paragraphs, lists and tables, with the page's number below. */
final class PdfManuscript {
    private static final double WIDTH = 595.28;
    private static final double HEIGHT = 841.89;
    private static final double FOOT = 36;
    private static final double INDENT = 18;
    /** Where the first baseline lies below the top of its line. */
    private static final double ASCENT = 1.05;

    private static final Ink INK = new Ink(0x17211F);
    private static final Ink SOFT = new Ink(0x50605C);
    private static final Ink GREEN = new Ink(0x0C5A52);
    private static final Ink PALE = new Ink(0xE2F0ED);
    private static final Ink LINES = new Ink(0x84948F);
    private static final Map<Integer, Double> HEADINGS = Map.of(1, 20.0, 2, 14.0, 3, 12.0);
    private final Manuscript manuscript;
    private final PdfBook book;
    private final Type type;
    private final double measure;
    private final double bottom;
    private double y;

    /** How large the words are set and how wide the margins are, in points, and how far lines stand apart. */
    enum Type {
        ROOMY(11, 62, 1.5),
        CLOSE(10.5, 50, 1.45),
        CLOSER(10, 46, 1.4),
        CLOSEST(9.5, 44, 1.38);

        private final double size;
        private final double margin;
        private final double line;

        Type(double size, double margin, double line) {
            this.size = size;
            this.margin = margin;
            this.line = line;
        }

        private double small() {
            return size - 1.5;
        }

        /** In an office program, whose typefaces are larger than ours at the same size. */
        int office() {
            return (int) Math.floor(size) - 1;
        }

        /** How many pages a text takes. */
        int pages(Manuscript manuscript) {
            try (PDDocument document = new PDDocument()) {
                PdfBook book = upright(document, manuscript);
                new PdfManuscript(manuscript, book, this).write();
                return book.pages();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private double heading(int level) {
            return HEADINGS.getOrDefault(level, 11.0) * size / ROOMY.size;
        }
    }

    PdfManuscript(Manuscript manuscript, PdfBook book, Type type) {
        this.manuscript = manuscript;
        this.book = book;
        this.type = type;
        this.measure = WIDTH - 2 * type.margin;
        this.bottom = HEIGHT - Math.max(type.margin, FOOT + 12);
    }

    /** The largest type in which a text takes one page, or the smallest. */
    static Type smallEnough(Manuscript manuscript) {
        for (Type type : Type.values()) {
            if (type.pages(manuscript) == 1) {
                return type;
            }
        }
        return Type.CLOSEST;
    }

    static PdfBook upright(PDDocument document, Manuscript manuscript) {
        return new PdfBook(document, manuscript.language(), WIDTH, HEIGHT);
    }

    void write() {
        turn();
        heading(new Heading(1, List.of(Run.plain(manuscript.title()))));
        manuscript.passages().forEach(this::write);
        numberPages();
    }

    private void write(Passage passage) {
        if (passage instanceof Heading heading) {
            heading(heading);
        } else if (passage instanceof Paragraph paragraph) {
            lines(book.element("P"), paragraph.runs(), 0, INK);
            y += type.size * 0.55;
        } else if (passage instanceof Entries entries) {
            entries(entries);
        } else if (passage instanceof Note note) {
            double from = y;
            int page = book.pages();
            lines(book.element("BlockQuote"), note.runs(), INDENT, SOFT);
            if (page == book.pages()) {
                book.fill(type.margin + 4, from + 2, 2, y - from - 2, LINES);
            }
            y += type.size * 0.55;
        } else if (passage instanceof Table table) {
            table(table);
        }
    }

    private void heading(Heading heading) {
        double size = type.heading(heading.level());
        List<TextLines.Line> lines = TextLines.of(addressed(heading.runs()), true, size, measure);
        boolean top = y <= type.margin;
        y += top || heading.level() == 1 ? 0 : size * 0.8;
        // a heading is not left alone at the foot of a page
        need(lines.size() * size * type.line + 2.5 * type.size * type.line);
        PDStructureElement element = book.element("H" + Math.min(heading.level(), 6));
        for (TextLines.Line line : lines) {
            book.text(element, line, size, type.margin, y + size * ASCENT, GREEN);
            y += size * type.line;
        }
        y += size * 0.2;
    }

    private void lines(PDStructureElement element, List<Run> runs, double indent, Ink ink) {
        for (TextLines.Line line : TextLines.of(addressed(runs), false, type.size, measure - indent)) {
            need(type.size * type.line);
            book.text(element, line, type.size, type.margin + indent, y + type.size * ASCENT, ink);
            y += type.size * type.line;
        }
    }

    private void entries(Entries entries) {
        PDStructureElement list = book.element("L");
        for (Entry entry : entries.entries()) {
            PDStructureElement item = book.element("LI", list);
            double left = INDENT * (entry.depth() + 1);
            need(type.size * type.line);
            TextLines.Line sign = TextLines.of(List.of(Run.plain(sign(entry))), false, type.size, measure)
                    .get(0);
            book.text(
                    book.element("Lbl", item),
                    sign,
                    type.size,
                    type.margin + left - sign.width() - 6,
                    y + type.size * ASCENT,
                    GREEN);
            lines(book.element("LBody", item), entry.runs(), left, INK);
            y += type.size * 0.25;
        }
        y += type.size * 0.4;
    }

    private String sign(Entry entry) {
        return entry.number() == 0
                ? (entry.depth() == 0 ? "•" : "–")
                : BanglaDigits.in(manuscript.language(), entry.number() + ".");
    }

    private void table(Table table) {
        TableLines set = TableLines.of(addressed(table), type.small(), measure);
        PDStructureElement element = book.element("Table");
        need(Math.min(height(set.rows().get(0)) + type.small() * type.line * 3, bottom - type.margin));
        for (int r = 0; r < set.rows().size(); r++) {
            TableLines.Row row = set.rows().get(r);
            if (y + height(row) > bottom && height(row) <= bottom - type.margin) {
                turn();
            }
            row(set, row, book.element("TR", element), r == 0);
        }
        y += type.size;
    }

    /** A row, line by line, so that one higher than what is left of a page goes on overleaf. */
    private void row(TableLines set, TableLines.Row row, PDStructureElement element, boolean head) {
        List<PDStructureElement> cells = row.cells().stream()
                .map(cell -> book.element(head ? "TH" : "TD", element))
                .toList();
        if (head) {
            cells.forEach(PdfManuscript::ofItsColumn);
            book.fill(type.margin, y, measure, Math.min(height(row), bottom - y), PALE);
        }
        y += TableLines.PADDING;
        for (int i = 0; i < row.lines(); i++) {
            need(type.small() * type.line);
            for (int c = 0; c < row.cells().size(); c++) {
                if (i < row.cells().get(c).size()) {
                    book.text(
                            cells.get(c),
                            row.cells().get(c).get(i),
                            type.small(),
                            type.margin + set.x(c) + TableLines.PADDING,
                            y + type.small() * ASCENT,
                            INK);
                }
            }
            y += type.small() * type.line;
        }
        y += TableLines.PADDING;
        book.rule(type.margin, y, measure, 0.5, LINES);
    }

    static void ofItsColumn(PDStructureElement heading) {
        PDTableAttributeObject scope = new PDTableAttributeObject();
        scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
        heading.addAttribute(scope);
    }

    private double height(TableLines.Row row) {
        return row.lines() * type.small() * type.line + 2 * TableLines.PADDING;
    }

    private void need(double height) {
        if (y + height > bottom) {
            turn();
        }
    }

    private void turn() {
        book.newPage();
        y = type.margin;
    }

    private void numberPages() {
        for (int page = 0; page < book.pages(); page++) {
            String number = BanglaDigits.in(manuscript.language(), (page + 1) + " / " + book.pages());
            TextLines.Line line = TextLines.of(List.of(Run.plain(number)), false, type.small(), measure)
                    .get(0);
            book.ornament(page, line, type.small(), WIDTH - type.margin - line.width(), HEIGHT - FOOT + 8, SOFT);
            List<TextLines.Line> title =
                    TextLines.of(List.of(Run.plain(manuscript.title())), false, type.small(), measure - 60);
            book.ornament(page, title.get(0), type.small(), type.margin, HEIGHT - FOOT + 8, SOFT);
        }
    }

    /** On paper nobody can follow a link: its address stands beside its words. */
    private static List<Run> addressed(List<Run> runs) {
        return runs.stream()
                .map(run -> run.address() == null || run.words().contains(run.address())
                        ? run
                        : new Run(run.words() + " (" + run.address() + ")", run.strong(), run.emphasised(), null))
                .toList();
    }

    private static Table addressed(Table table) {
        return new Table(table.rows().stream()
                .map(row -> row.stream().map(PdfManuscript::addressed).toList())
                .toList());
    }
}
