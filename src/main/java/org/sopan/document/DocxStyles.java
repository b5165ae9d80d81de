package org.sopan.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.sopan.shared.Language;

/**
 * The styles and lists of a Word file, under the names Word itself uses, so that a table of contents, the outline and
 * another template find them. Bangla is a complex script to Word: its typeface, size and weight are told apart.
 */
final class DocxStyles {
    static final String TITLE = "Title";
    static final String QUOTE = "Quote";
    static final String LIST = "ListParagraph";
    private static final int LEVELS = 3;
    private static final int TWIPS = 20;

    private final XWPFDocument document;
    private final Language language;
    private final int size;

    DocxStyles(XWPFDocument document, Language language, int size) {
        this.document = document;
        this.language = language;
        this.size = size;
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    void write() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(OfficeLook.FONT);
        fonts.setHAnsi(OfficeLook.FONT);
        fonts.setEastAsia(OfficeLook.FONT);
        fonts.setCs(OfficeLook.FONT);
        styles.setDefaultFonts(fonts);
        CTRPr standard = styles.getDefaultRunStyle() == null
                ? null
                : styles.getCtStyles().getDocDefaults().getRPrDefault().getRPr();
        if (standard != null) {
            size(standard, size);
            var lang = standard.addNewLang();
            lang.setVal(OfficeLook.tag(language));
            lang.setBidi(OfficeLook.tag(Language.BN));
        }
        CTStyle normal = style("Normal", "Normal");
        normal.setDefault(true);
        spacing(normal.addNewPPr(), 0, size / 2);
        add(normal);
        heading(TITLE, "Title", size * 2, 0, size - 2, -1);
        heading(heading(1), "heading 1", size + 4, size, 3, 0);
        heading(heading(2), "heading 2", size + 2, size, 3, 1);
        heading(heading(3), "heading 3", size, size - 2, 2, 2);
        CTStyle quote = style(QUOTE, "Quote");
        quote.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(18L * TWIPS));
        quote.addNewRPr().addNewColor().setVal(OfficeLook.SOFT);
        add(quote);
        CTStyle list = style(LIST, "List Paragraph");
        spacing(list.addNewPPr(), 0, size / 4);
        add(list);
    }

    private void heading(String id, String name, int points, int before, int after, int outline) {
        CTStyle style = style(id, name);
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        spacing(paragraph, before, after);
        if (outline >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr run = style.addNewRPr();
        run.addNewB();
        run.addNewBCs();
        run.addNewColor().setVal(OfficeLook.GREEN);
        size(run, points);
        add(style);
    }

    private static CTStyle style(String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (!id.equals("Normal")) {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
        }
        style.addNewQFormat();
        return style;
    }

    /** Takes a copy: what is changed in the style afterwards is lost. */
    private void add(CTStyle style) {
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private static void spacing(CTPPrGeneral paragraph, int before, int after) {
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf((long) before * TWIPS));
        spacing.setAfter(BigInteger.valueOf((long) after * TWIPS));
    }

    private static void size(CTRPr run, int points) {
        run.addNewSz().setVal(BigInteger.valueOf(points * 2L));
        run.addNewSzCs().setVal(BigInteger.valueOf(points * 2L));
    }

    /** Sets an entry of a list off by the width of its sign. */
    static void hang(CTInd indent, int depth) {
        indent.setLeft(BigInteger.valueOf(18L * TWIPS * (depth + 1)));
        indent.setHanging(BigInteger.valueOf(18L * TWIPS));
    }

    /** A new list, counted from its beginning; lists of bullets and numbers may be mixed by level. */
    BigInteger list(boolean numbered) {
        XWPFNumbering numbering =
                document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
        CTAbstractNum format = CTAbstractNum.Factory.newInstance();
        format.setAbstractNumId(BigInteger.valueOf(numbering.getAbstractNums().size()));
        for (int depth = 0; depth < LEVELS; depth++) {
            CTLvl level = format.addNewLvl();
            level.setIlvl(BigInteger.valueOf(depth));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(numbered && depth == 0 ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
            level.addNewLvlText().setVal(numbered && depth == 0 ? "%1." : depth == 0 ? "•" : "–");
            var indent = level.addNewPPr().addNewInd();
            hang(indent, depth);
            var fonts = level.addNewRPr().addNewRFonts();
            fonts.setAscii(OfficeLook.FONT);
            fonts.setHAnsi(OfficeLook.FONT);
            fonts.setCs(OfficeLook.FONT);
        }
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(format)));
    }
}
