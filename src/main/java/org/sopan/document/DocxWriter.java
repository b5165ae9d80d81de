package org.sopan.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.sopan.document.Passage.Entries;
import org.sopan.document.Passage.Entry;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Note;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Passage.Run;
import org.sopan.document.Passage.Table;
import org.sopan.shared.Language;

/** A manuscript as a Word file that is edited like one typed there: real headings, lists and tables. */
public final class DocxWriter {
    private static final long A4_WIDE = 11906;
    private static final long A4_HIGH = 16838;
    private static final long MARGIN = 1134;
    private static final long SMALL_MARGIN = 850;

    private final Manuscript manuscript;
    private final XWPFDocument document;
    private final DocxStyles styles;
    private final int size;
    private final long margin;
    private final long measure;

    private DocxWriter(Manuscript manuscript, XWPFDocument document, boolean leaf) {
        this.manuscript = manuscript;
        this.document = document;
        this.size = leaf ? PdfManuscript.smallEnough(manuscript).office() : PdfManuscript.Type.ROOMY.office();
        this.margin = leaf ? SMALL_MARGIN : MARGIN;
        this.measure = A4_WIDE - 2 * margin;
        this.styles = new DocxStyles(document, manuscript.language(), size);
    }

    /** A text on as many pages as it takes, or, as a leaf, in type and margins small enough for one. */
    public static byte[] write(Manuscript manuscript, boolean leaf) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new DocxWriter(manuscript, document, leaf).write();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        styles.write();
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDE));
        section.getPgSz().setH(BigInteger.valueOf(A4_HIGH));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(margin));
        margins.setRight(BigInteger.valueOf(margin));
        margins.setTop(BigInteger.valueOf(margin));
        margins.setBottom(BigInteger.valueOf(margin));
        document.getProperties().getCoreProperties().setTitle(manuscript.title());
        document.getProperties().getCoreProperties().setCreator("Sopan");
        paragraph(DocxStyles.TITLE, List.of(Run.plain(manuscript.title())));
        manuscript.passages().forEach(this::write);
        numberPages();
    }

    private void write(Passage passage) {
        if (passage instanceof Heading heading) {
            paragraph(DocxStyles.heading(Math.min(Math.max(heading.level() - 1, 1), 3)), heading.runs());
        } else if (passage instanceof Paragraph paragraph) {
            paragraph("Normal", paragraph.runs());
        } else if (passage instanceof Note note) {
            paragraph(DocxStyles.QUOTE, note.runs());
        } else if (passage instanceof Entries entries) {
            entries(entries);
        } else if (passage instanceof Table table) {
            table(table);
        }
    }

    private void paragraph(String style, List<Run> runs) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        fill(paragraph, runs);
    }

    private void entries(Entries entries) {
        BigInteger list = styles.list(entries.entries().get(0).number() > 0);
        for (Entry entry : entries.entries()) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle(DocxStyles.LIST);
            String typed = OfficeLook.typedNumber(entry, manuscript.language());
            if (typed.isEmpty()) {
                paragraph.setNumID(list);
                paragraph.setNumILvl(BigInteger.valueOf(Math.min(entry.depth(), 2)));
            } else {
                DocxStyles.hang(paragraph.getCTP().getPPr().addNewInd(), entry.depth());
                fill(paragraph, List.of(Run.plain(typed)));
                paragraph.createRun().addTab();
            }
            fill(paragraph, entry.runs());
        }
    }

    private void table(Table table) {
        XWPFTable made = document.createTable(table.rows().size(), table.columns());
        made.setWidth((int) measure);
        made.setWidthType(TableWidthType.DXA);
        List<Double> columns =
                TableLines.of(table, size * OfficeLook.WIDER, measure / 20.0).columns();
        for (int r = 0; r < table.rows().size(); r++) {
            XWPFTableRow row = made.getRow(r);
            row.setCantSplitRow(true);
            row.setRepeatHeader(r == 0);
            for (int c = 0; c < table.columns(); c++) {
                XWPFTableCell cell = row.getCell(c);
                cell.getCTTc().addNewTcPr().addNewTcW().setW(BigInteger.valueOf(Math.round(columns.get(c) * 20)));
                cell.getCTTc().getTcPr().getTcW().setType(STTblWidth.DXA);
                if (r == 0) {
                    cell.setColor(OfficeLook.PALE);
                }
                fill(cell.getParagraphs().get(0), strong(table.rows().get(r).get(c), r == 0));
            }
        }
        borders(made);
        // Word wants a paragraph between a table and whatever comes next
        document.createParagraph();
    }

    private static void borders(XWPFTable table) {
        XWPFTable.XWPFBorderType line = XWPFTable.XWPFBorderType.SINGLE;
        table.setTopBorder(line, 4, 0, OfficeLook.LINES);
        table.setBottomBorder(line, 4, 0, OfficeLook.LINES);
        table.setInsideHBorder(line, 4, 0, OfficeLook.LINES);
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, OfficeLook.LINES);
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, OfficeLook.LINES);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, OfficeLook.LINES);
        table.setCellMargins(60, 100, 60, 100);
    }

    private static List<Run> strong(List<Run> runs, boolean strong) {
        return strong ? runs.stream().map(Run::strengthened).toList() : runs;
    }

    private void fill(XWPFParagraph paragraph, List<Run> runs) {
        for (Run words : runs) {
            XWPFRun run =
                    words.address() == null ? paragraph.createRun() : paragraph.createHyperlinkRun(words.address());
            run.setText(words.words());
            CTRPr look = run.getCTR().isSetRPr()
                    ? run.getCTR().getRPr()
                    : run.getCTR().addNewRPr();
            if (words.strong()) {
                look.addNewB();
                look.addNewBCs();
            }
            if (words.emphasised()) {
                look.addNewI();
                look.addNewICs();
            }
            if (words.address() != null) {
                look.addNewColor().setVal(OfficeLook.GREEN);
                run.setUnderline(UnderlinePatterns.SINGLE);
            }
            if (manuscript.language() == Language.BN) {
                look.addNewLang().setBidi(OfficeLook.tag(Language.BN));
            }
        }
    }

    private void numberPages() {
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }
}
