package org.sopan.plugins.official;

import static org.sopan.plugins.official.Ornament.DARK;
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
 * The certificate in its main language; where the holder's name is given in the other as well, that language stands
 * beneath each line.
 */
public final class OfficialCertificate implements CertificateDesign {
    private static final Ink PALE = new Ink(0xF0E9E4);
    private static final double MARGIN = 30;

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
        double below = new Head(data, sheet).draw();
        ornament.divider(below);
        body(data, sheet, below + 1);
        new Foot(data, sheet).draw();
    }

    private static void body(AsPrinted data, Sheet sheet, double top) {
        TextBox plain = TextBox.at(MARGIN, 0, Sheet.WIDTH - 2 * MARGIN)
                .align(Align.CENTRE)
                .ink(DARK);
        TextBox strong = plain.weight(Weight.SEMIBOLD);
        Column column = new Column(sheet, data)
                .add(8.5, plain.size(12), Wording.OPENING)
                .add(13, strong.size(28), data.name());
        if (data.designation() != null) {
            column.add(8, plain.size(13).lines(2), data.designation());
        }
        column.add(7, plain.size(13).lines(2), data.institute())
                .add(9, plain.size(12), Wording.EARNED)
                .add(10, strong.size(21).lines(2).ink(GREEN), data.award());
        LocalizedText studied = Wording.studied(data.course(), data.minutes());
        if (studied != null) {
            column.add(7.5, plain.size(12).lines(2), studied);
        }
        column.fill(top, Foot.TOP);
    }
}
