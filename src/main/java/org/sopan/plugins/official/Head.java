package org.sopan.plugins.official;

import static org.sopan.plugins.official.Ornament.DARK;
import static org.sopan.plugins.official.Ornament.GREEN;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Align;
import org.sopan.spi.certificate.TextBox.Weight;

/**
 * Numbers and date in the corners, programme and title between them. Emblem and logo stand on either side; one alone
 * stands above the programme.
 */
record Head(AsPrinted data, Sheet sheet) {
    private static final double MARGIN = 26;
    private static final double NOTE = 21;
    private static final double NOTE_WIDTH = 82;
    private static final double NOTE_SIZE = 9;
    private static final double NOTE_GAP = 4.5;
    private static final double SIDE = 23;
    private static final double SIDE_TOP = 28.5;
    private static final double CREST = 16;
    private static final double CREST_TOP = 12.5;
    private static final double BESIDE = SIDE + 6;
    private static final double BOTTOM = 52;
    private static final double BOTTOM_BELOW_CREST = 57;

    /** Draws it, and tells the height at which the rest may begin. */
    double draw() {
        notes();
        boolean both = data.pictures().containsKey("emblem") && data.pictures().containsKey("logo");
        boolean one = !both && !data.pictures().isEmpty();
        if (one) {
            pictures((Sheet.WIDTH - CREST) / 2, CREST_TOP, CREST);
        } else {
            pictures(MARGIN, SIDE_TOP, SIDE);
        }
        double width = Sheet.WIDTH - 2 * (both ? MARGIN + BESIDE : MARGIN);
        TextBox strong = TextBox.at((Sheet.WIDTH - width) / 2, 0, width)
                .align(Align.CENTRE)
                .weight(Weight.SEMIBOLD)
                .ink(GREEN);
        double notes = data.memo() == null ? NOTE : NOTE + NOTE_GAP;
        double bottom = one ? BOTTOM_BELOW_CREST : BOTTOM;
        new Column(sheet, data)
                .add(7.5, strong.size(15), data.programme() == null ? Wording.PROGRAMME : data.programme())
                .add(14.5, strong.size(36).heading(true), Wording.TITLE)
                .fill(one ? CREST_TOP + CREST : notes, bottom);
        return bottom + 5;
    }

    private void notes() {
        Language main = data.language();
        TextBox left = TextBox.at(MARGIN, NOTE, NOTE_WIDTH).size(NOTE_SIZE).ink(DARK);
        sheet.text(left, main, Wording.SERIAL.in(main) + ": " + data.serial());
        AsPrinted.Memo memo = data.memo();
        if (memo != null) {
            sheet.text(left.movedTo(NOTE + NOTE_GAP), main, Wording.memo(memo).in(main));
        }
        TextBox right = TextBox.at(Sheet.WIDTH - MARGIN - NOTE_WIDTH, NOTE, NOTE_WIDTH)
                .size(NOTE_SIZE)
                .ink(DARK)
                .align(Align.RIGHT);
        sheet.text(
                right,
                main,
                Wording.DATE.in(main) + ": " + Wording.date(data.issuedOn()).in(main));
    }

    private void pictures(double x, double y, double size) {
        Map<String, String> keys = data.pictures();
        picture(keys.get("emblem"), new Area(x, y, size, size), Wording.EMBLEM.in(data.language()));
        picture(keys.get("logo"), new Area(Sheet.WIDTH - x - size, y, size, size), Wording.LOGO.in(data.language()));
    }

    private void picture(@Nullable String key, Area area, String alternative) {
        if (key != null) {
            sheet.picture(area, key, data.language(), alternative);
        }
    }
}
