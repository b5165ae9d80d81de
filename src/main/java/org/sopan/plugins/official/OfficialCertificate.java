package org.sopan.plugins.official;

import static org.sopan.plugins.official.Ornament.GREEN;

import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.CertificateDesign;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Align;
import org.sopan.spi.certificate.TextBox.Weight;

/**
 * The certificate in its main language; where the holder's name is known in the other as well, that language stands
 * beneath each line. Signature lines are left empty for pens.
 */
public final class OfficialCertificate implements CertificateDesign {
    private static final Ink DARK = new Ink(0x1F2A27);
    private static final Ink PALE = new Ink(0xF0E9E4);
    private static final double MARGIN = 30;
    private static final double HEAD = 21;
    private static final double HEAD_MARGIN = 25;
    private static final double SLOT = 74;
    private static final double QR = 31;
    private static final double QR_TOP = 155;

    @Override
    public String id() {
        return "official";
    }

    @Override
    public void draw(AsPrinted data, Sheet sheet) {
        Language main = data.language();
        if (data.specimen()) {
            sheet.watermark(main, Wording.SPECIMEN.in(main), PALE);
        }
        Ornament ornament = new Ornament(sheet);
        ornament.border();
        head(data, sheet);
        ornament.divider(55.5);
        body(data, sheet);
        foot(data, sheet);
    }

    private static void head(AsPrinted data, Sheet sheet) {
        Language main = data.language();
        TextBox left = TextBox.at(HEAD_MARGIN, HEAD, SLOT).size(9.5).ink(DARK);
        sheet.text(left, main, Wording.SERIAL.in(main) + ": " + data.serial());
        TextBox right = TextBox.at(Sheet.WIDTH - HEAD_MARGIN - SLOT, HEAD, SLOT)
                .size(9.5)
                .ink(DARK)
                .align(Align.RIGHT);
        sheet.text(
                right,
                main,
                Wording.DATE.in(main) + ": " + Wording.date(data.issuedOn()).in(main));
        TextBox strong = centred().weight(Weight.SEMIBOLD).ink(GREEN);
        column(data, sheet)
                .add(4, strong.size(14), Wording.PROGRAMME)
                .add(20, strong.size(36).heading(true), Wording.TITLE)
                .fill(17, bilingual(data) ? 50 : 47);
    }

    private static TextBox centred() {
        return TextBox.at(MARGIN, 0, Sheet.WIDTH - 2 * MARGIN)
                .align(Align.CENTRE)
                .ink(DARK);
    }

    private static void body(AsPrinted data, Sheet sheet) {
        TextBox plain = centred();
        TextBox strong = plain.weight(Weight.SEMIBOLD);
        Column column =
                column(data, sheet).add(9, plain.size(12), Wording.OPENING).add(13, strong.size(28), data.name());
        if (data.designation() != null) {
            column.add(8.5, plain.size(13), data.designation());
        }
        column.add(7.5, plain.size(13).lines(2), data.institute())
                .add(9, plain.size(12), Wording.EARNED)
                .add(10, strong.size(20).ink(GREEN), data.award());
        LocalizedText studied = Wording.studied(data.course(), data.minutes());
        if (studied != null) {
            column.add(8, plain.size(12), studied);
        }
        column.fill(56, 147.5);
    }

    private static Column column(AsPrinted data, Sheet sheet) {
        return new Column(sheet, data.language(), bilingual(data));
    }

    private static boolean bilingual(AsPrinted data) {
        return data.name().exactly(Language.BN) != null && data.name().exactly(Language.EN) != null;
    }

    private static void foot(AsPrinted data, Sheet sheet) {
        Language main = data.language();
        slot(data, sheet, MARGIN, Wording.FOR_INSTITUTE);
        double x = (Sheet.WIDTH - QR) / 2;
        sheet.qr(x, QR_TOP, QR, data.qr(), main, Wording.VERIFY.in(main) + ": " + data.verifyUrl());
        TextBox below = TextBox.at(Sheet.WIDTH / 2 - 55, QR_TOP + QR + 6, 110)
                .align(Align.CENTRE)
                .size(8.5)
                .ink(DARK);
        sheet.text(below, main, Wording.VERIFY.in(main));
        sheet.text(below.movedTo(below.baseline() + 4), main, data.verifyUrl());
        slot(data, sheet, Sheet.WIDTH - MARGIN - SLOT, Wording.FOR_PROGRAMME);
    }

    private static void slot(AsPrinted data, Sheet sheet, double x, LocalizedText whose) {
        double y = QR_TOP + 23;
        sheet.line(x, y, x + SLOT, y, 0.2, DARK);
        TextBox box = TextBox.at(x, 0, SLOT).align(Align.CENTRE).size(10).ink(DARK);
        column(data, sheet)
                .add(5, box.weight(Weight.SEMIBOLD), whose)
                .add(5, box.size(9), Wording.SIGNATURE)
                .fill(y, y + (bilingual(data) ? 17 : 11));
    }
}
