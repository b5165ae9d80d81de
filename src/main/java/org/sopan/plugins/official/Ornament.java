package org.sopan.plugins.official;

import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;

/** The border, and the steps that gave Sopan its name. */
record Ornament(Sheet sheet) {
    static final Ink GREEN = new Ink(0x0B4F3E);
    static final Ink GOLD = new Ink(0xB8923A);
    private static final Area PAGE = new Area(0, 0, Sheet.WIDTH, Sheet.HEIGHT);
    private static final double CORNER = 11.5;
    private static final double STEP = 2.6;
    private static final int STEPS = 4;

    void border() {
        sheet.frame(PAGE.inset(8), 1.4, GREEN);
        sheet.frame(PAGE.inset(10), 0.25, GOLD);
        corner(CORNER, CORNER, 1, 1);
        corner(Sheet.WIDTH - CORNER, CORNER, -1, 1);
        corner(CORNER, Sheet.HEIGHT - CORNER, 1, -1);
        corner(Sheet.WIDTH - CORNER, Sheet.HEIGHT - CORNER, -1, -1);
    }

    /** A flight of steps that fills a corner, each column one step lower than the one before. */
    private void corner(double x, double y, int right, int down) {
        for (int column = 0; column < STEPS; column++) {
            double height = (STEPS - column) * STEP;
            double left = right > 0 ? x + column * STEP : x - (column + 1) * STEP;
            double top = down > 0 ? y : y - height;
            sheet.fill(new Area(left, top, STEP - 0.35, height - 0.35), column % 2 == 0 ? GREEN : GOLD);
        }
    }

    /** Two lines that meet at three steps, to part the title from what follows. */
    void divider(double y) {
        double middle = Sheet.WIDTH / 2;
        sheet.line(middle - 42, y, middle - 5, y, 0.3, GOLD);
        sheet.line(middle + 5, y, middle + 42, y, 0.3, GOLD);
        for (int step = 0; step < 3; step++) {
            double height = (step + 1) * 0.9;
            sheet.fill(new Area(middle - 3 + step * 2.1, y + 1.35 - height, 1.8, height), step == 2 ? GREEN : GOLD);
        }
    }
}
