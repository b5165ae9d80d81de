package org.sopan.document;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTFontCollection;
import org.sopan.document.Passage.Entries;
import org.sopan.document.Passage.Entry;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Note;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Passage.Run;
import org.sopan.document.Passage.Table;
import org.w3c.dom.NodeList;

/** A manuscript's slides as a PowerPoint file: titles and texts in their placeholders, what the speaker says as notes. */
public final class PptxWriter {
    private static final double WIDE = SlideFit.WIDTH - 2 * SlideFit.MARGIN;
    private static final double DEFAULT_WIDTH = 720;
    private final Manuscript manuscript;
    private final XMLSlideShow show;

    private PptxWriter(Manuscript manuscript, XMLSlideShow show) {
        this.manuscript = manuscript;
        this.show = show;
    }

    public static byte[] write(Manuscript manuscript) {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new PptxWriter(manuscript, show).write();
            show.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        show.setPageSize(new Dimension((int) SlideFit.WIDTH, (int) SlideFit.HEIGHT));
        show.getProperties().getCoreProperties().setTitle(manuscript.title());
        show.getProperties().getCoreProperties().setCreator("Sopan");
        XSLFSlideMaster master = show.getSlideMasters().get(0);
        dress(master);
        XSLFSlideLayout withText = master.getLayout(SlideLayout.TITLE_AND_CONTENT);
        XSLFSlideLayout titleOnly = master.getLayout(SlideLayout.TITLE_ONLY);
        for (Slide slide : Slide.of(manuscript)) {
            boolean words = slide.shown().stream().anyMatch(passage -> !(passage instanceof Table));
            write(slide, show.createSlide(words ? withText : titleOnly), words);
        }
    }

    /** Brings the template's master, which is made for a narrower screen, to our width, colour and typeface. */
    private void dress(XSLFSlideMaster master) {
        widen(master);
        for (XSLFSlideLayout layout : master.getSlideLayouts()) {
            widen(layout);
        }
        var fonts = master.getTheme().getXmlObject().getThemeElements().getFontScheme();
        dress(fonts.getMajorFont());
        dress(fonts.getMinorFont());
    }

    private static void dress(CTFontCollection fonts) {
        fonts.getLatin().setTypeface(OfficeLook.FONT);
        fonts.getCs().setTypeface(OfficeLook.FONT);
        // the template names an old typeface for each script, Bangla too; POI's small schema has no class for these
        NodeList named = fonts.getDomNode().getChildNodes();
        for (int i = named.getLength() - 1; i >= 0; i--) {
            if ("font".equals(named.item(i).getLocalName())) {
                fonts.getDomNode().removeChild(named.item(i));
            }
        }
    }

    private static void widen(XSLFSheet sheet) {
        double by = SlideFit.WIDTH / DEFAULT_WIDTH;
        for (XSLFShape shape : sheet.getShapes()) {
            if (shape instanceof XSLFTextShape text && text.getAnchor() != null) {
                Rectangle2D old = text.getAnchor();
                text.setAnchor(
                        new Rectangle2D.Double(old.getX() * by, old.getY(), old.getWidth() * by, old.getHeight()));
            }
        }
    }

    private void write(Slide slide, XSLFSlide made, boolean words) {
        int size = Math.max(slide.size(), 1);
        XSLFTextShape title = made.getPlaceholder(0);
        title.setAnchor(new Rectangle2D.Double(SlideFit.MARGIN, 24, WIDE, SlideFit.TOP - 52));
        title.setVerticalAlignment(VerticalAlignment.BOTTOM);
        title.setLeftInset(0);
        title.clearText();
        XSLFTextParagraph heading = title.addNewTextParagraph();
        heading.setTextAlign(TextAlign.LEFT);
        fill(heading, slide.title(), SlideFit.TITLE_SIZE, true, OfficeLook.GREEN);
        var rule = made.createAutoShape();
        rule.setAnchor(new Rectangle2D.Double(SlideFit.MARGIN, SlideFit.TOP - 24, 72, 4));
        rule.setFillColor(Color.decode("#" + OfficeLook.GOLD));
        rule.setLineColor(null);
        double y = SlideFit.TOP;
        if (words) {
            boolean alone = slide.shown().stream().noneMatch(Table.class::isInstance);
            double high = alone ? SlideFit.HEIGHT - y - 30 : new SlideFit(slide).heightOfWords(size);
            XSLFTextShape body = made.getPlaceholder(1);
            body.clearText();
            body.setAnchor(new Rectangle2D.Double(SlideFit.MARGIN, y, WIDE, high));
            y += alone ? 0 : high;
            body.setVerticalAlignment(VerticalAlignment.TOP);
            body.setLeftInset(0);
            body.setTextAutofit(TextAutofit.NORMAL);
            slide.shown().forEach(passage -> write(passage, body, size));
        }
        for (Passage passage : slide.shown()) {
            if (passage instanceof Table table) {
                y = table(table, made, SlideFit.tableSize(size), y);
            }
        }
        notes(slide, made);
    }

    private void write(Passage passage, XSLFTextShape body, int size) {
        if (passage instanceof Entries entries) {
            for (Entry entry : entries.entries()) {
                XSLFTextParagraph paragraph = body.addNewTextParagraph();
                paragraph.setIndentLevel(entry.depth());
                paragraph.setLeftMargin(SlideFit.INDENT * (entry.depth() + 1));
                paragraph.setIndent(-SlideFit.INDENT);
                paragraph.setSpaceAfter(-SlideFit.GAP * size);
                String typed = OfficeLook.typedNumber(entry, manuscript.language());
                if (!typed.isEmpty()) {
                    paragraph.setBullet(false);
                    fill(paragraph, List.of(Run.plain(typed + "\t")), size, false, null);
                } else if (entry.number() > 0) {
                    paragraph.setBulletAutoNumber(AutoNumberingScheme.arabicPeriod, entry.number());
                } else {
                    paragraph.setBulletCharacter("•");
                }
                fill(paragraph, entry.runs(), size, false, null);
            }
        } else if (passage instanceof Paragraph paragraph) {
            plain(body, paragraph.runs(), size, false);
        } else if (passage instanceof Heading heading) {
            plain(body, heading.runs(), size, true);
        }
    }

    private void plain(XSLFTextShape body, List<Run> runs, int size, boolean strong) {
        XSLFTextParagraph paragraph = body.addNewTextParagraph();
        paragraph.setBullet(false);
        paragraph.setLeftMargin(0.0);
        paragraph.setIndent(0.0);
        paragraph.setSpaceAfter(-SlideFit.GAP * size);
        fill(paragraph, runs, size, strong, null);
    }

    /** Where what stands below the table begins. */
    private double table(Table table, XSLFSlide slide, double size, double y) {
        TableLines set = TableLines.of(table, size * OfficeLook.WIDER, WIDE);
        XSLFTable made = slide.createTable(table.rows().size(), table.columns());
        for (int c = 0; c < table.columns(); c++) {
            made.setColumnWidth(c, set.columns().get(c));
        }
        for (int r = 0; r < table.rows().size(); r++) {
            XSLFTableRow row = made.getRows().get(r);
            row.setHeight(set.rows().get(r).lines() * size * SlideFit.LINE + 2 * TableLines.PADDING);
            for (int c = 0; c < table.columns(); c++) {
                XSLFTableCell cell = row.getCells().get(c);
                cell.setBorderColor(BorderEdge.bottom, Color.decode("#" + OfficeLook.LINES));
                cell.setBorderWidth(BorderEdge.bottom, 0.75);
                cell.setLeftInset(TableLines.PADDING);
                cell.setRightInset(TableLines.PADDING);
                if (r == 0) {
                    cell.setFillColor(Color.decode("#" + OfficeLook.PALE));
                }
                fill(cell.addNewTextParagraph(), table.rows().get(r).get(c), size, r == 0, null);
            }
        }
        double high =
                made.getRows().stream().mapToDouble(XSLFTableRow::getHeight).sum();
        made.setAnchor(new Rectangle2D.Double(SlideFit.MARGIN, y, WIDE, high));
        return y + high + SlideFit.GAP * size;
    }

    private void notes(Slide slide, XSLFSlide made) {
        if (slide.notes().isEmpty()) {
            return;
        }
        XSLFNotes notes = show.getNotesSlide(made);
        for (XSLFTextShape shape : notes.getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.clearText();
                for (Note note : slide.notes()) {
                    fill(shape.addNewTextParagraph(), note.runs(), 12, false, null);
                }
            }
        }
    }

    private void fill(
            XSLFTextParagraph paragraph, List<Run> runs, double size, boolean strong, @Nullable String colour) {
        for (Run words : runs) {
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(words.words());
            run.setFontSize(size);
            run.setFontFamily(OfficeLook.FONT, FontGroup.LATIN);
            run.setFontFamily(OfficeLook.FONT, FontGroup.COMPLEX_SCRIPT);
            run.setBold(strong || words.strong());
            run.setItalic(words.emphasised());
            if (colour != null) {
                run.setFontColor(Color.decode("#" + colour));
            }
            String address = words.address();
            if (address != null) {
                run.createHyperlink().setAddress(address);
            }
            run.getRPr(true).setLang(OfficeLook.tag(manuscript.language()));
        }
    }
}
