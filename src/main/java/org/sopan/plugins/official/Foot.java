package org.sopan.plugins.official;

import static org.sopan.plugins.official.Ornament.DARK;

import java.util.List;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.AsPrinted.Signatory;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Align;
import org.sopan.spi.certificate.TextBox.Weight;

/**
 * The code and those who sign. Two stand on either side of the code, as do the two empty slots for pens where nobody is
 * named; beside one signatory, and before three, the code stands on the left.
 */
record Foot(AsPrinted data, Sheet sheet) {
    /** Where it begins: what stands above ends here, clear of the code's white margin. */
    static final double TOP = 144.5;

    private static final double CODE_TOP = 148;
    private static final double LEFT = 30;
    private static final double RIGHT = Sheet.WIDTH - LEFT;
    private static final double SLOT = 76;
    private static final double LINE = 164.5;
    private static final double BOTTOM = 194;
    /** Of those under whom the address runs. */
    private static final double BOTTOM_IN_ROW = 192;

    private static final double SIGNATURE_WIDTH = 46;
    private static final double SIGNATURE_HEIGHT = 14.5;
    private static final double BETWEEN = 5;
    private static final double BESIDE_CODE = 12;

    void draw() {
        List<Signatory> all = data.signatories();
        switch (all.size()) {
            case 0 -> {
                empty(LEFT, Wording.FOR_INSTITUTE);
                code(Sheet.WIDTH / 2, below(Sheet.WIDTH / 2, 55));
                empty(RIGHT - SLOT, Wording.FOR_PROGRAMME);
            }
            case 1 -> {
                code(LEFT + SLOT / 2, below(LEFT + SLOT / 2, SLOT / 2 + 4));
                signatory(all.get(0), RIGHT - SLOT, SLOT, BOTTOM);
            }
            case 2 -> {
                signatory(all.get(0), LEFT, SLOT, BOTTOM);
                code(Sheet.WIDTH / 2, below(Sheet.WIDTH / 2, 55));
                signatory(all.get(1), RIGHT - SLOT, SLOT, BOTTOM);
            }
            default -> {
                code(LEFT + Sheet.QR / 2, TextBox.at(LEFT, CODE_TOP + Sheet.QR + 5.5, 110));
                row(all.subList(0, 3));
            }
        }
    }

    private void row(List<Signatory> all) {
        double from = LEFT + Sheet.QR + BESIDE_CODE;
        double width = (RIGHT - from - BETWEEN * (all.size() - 1)) / all.size();
        for (int i = 0; i < all.size(); i++) {
            signatory(all.get(i), from + i * (width + BETWEEN), width, BOTTOM_IN_ROW);
        }
    }

    /** The code about a middle, and below it what to do with it and the address. */
    private void code(double middle, TextBox below) {
        Language main = data.language();
        String verify = Wording.VERIFY.in(main);
        sheet.qr(middle - Sheet.QR / 2, CODE_TOP, data.qr(), main, verify + ": " + data.verifyUrl());
        TextBox small = below.size(8).ink(DARK);
        sheet.text(small, main, verify);
        sheet.text(small.movedTo(small.baseline() + 3.8), main, data.verifyUrl());
    }

    private static TextBox below(double middle, double half) {
        return TextBox.at(middle - half, CODE_TOP + Sheet.QR + 5.5, 2 * half).align(Align.CENTRE);
    }

    private void signatory(Signatory who, double x, double width, double bottom) {
        Language main = data.language();
        if (who.signature() != null) {
            Area above = new Area(
                    x + (width - SIGNATURE_WIDTH) / 2,
                    LINE - 0.8 - SIGNATURE_HEIGHT,
                    SIGNATURE_WIDTH,
                    SIGNATURE_HEIGHT);
            sheet.picture(
                    above,
                    who.signature(),
                    main,
                    Wording.SIGNATURE_OF.in(main) + ": " + who.name().in(main));
        }
        TextBox box = line(x, width);
        new Column(sheet, data)
                .add(4.8, box.size(10.5).weight(Weight.SEMIBOLD), who.name())
                .add(4.4, box.size(9).lines(2), who.designation())
                .add(4.4, box.size(9).lines(2), who.organization())
                .hang(LINE, bottom);
    }

    private void empty(double x, LocalizedText whose) {
        TextBox box = line(x, SLOT);
        new Column(sheet, data)
                .add(5, box.size(10.5).weight(Weight.SEMIBOLD), whose)
                .add(5, box.size(9), Wording.SIGNATURE)
                .hang(LINE, BOTTOM);
    }

    private TextBox line(double x, double width) {
        sheet.line(x, LINE, x + width, LINE, 0.2, DARK);
        return TextBox.at(x, 0, width).align(Align.CENTRE).ink(DARK);
    }
}
