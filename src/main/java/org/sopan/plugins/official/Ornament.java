package org.sopan.plugins.official;

import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;

/** The border, and the steps that gave Sopan its name. */
record Ornament(Sheet sheet) {
    static final Ink DARK = new Ink(0x1F2A27);
    static final Ink GREEN = new Ink(0x0B4F3E);
    static final Ink GOLD = new Ink(0xB8923A);
    private static final Area PAGE = new Area(0, 0, Sheet.WIDTH, Sheet.HEIGHT);
    private static final double CORNER = 12;
    private static final double STEP = 2.4;
    private static final int STEPS = 4;

    void border() {
        sheet.frame(PAGE.inset(8), 1.4, GREEN);
        sheet.frame(PAGE.inset(10.2), 0.25, GOLD);
        corner(CORNER, CORNER, 1, 1);
        corner(Sheet.WIDTH - CORNER, CORNER, -1, 1);
        corner(CORNER, Sheet.HEIGHT - CORNER, 1, -1);
        corner(Sheet.WIDTH - CORNER, Sheet.HEIGHT - CORNER, -1, -1);
    }

    /** A flight of steps that fills a corner, with a lighter block on each tread. */
    private void corner(double x, double y, int right, int down) {
        for (int step = 0; step < STEPS; step++) {
            int height = STEPS - 1 - step;
            block(x, y, right, down, step, 0, height, GREEN);
            block(x, y, right, down, step, height, 1, GOLD);
        }
    }

    private void block(double x, double y, int right, int down, int column, int row, int rows, Ink ink) {
        double left = right > 0 ? x + column * STEP : x - (column + 1) * STEP;
        double top = down > 0 ? y + row * STEP : y - (row + rows) * STEP;
        sheet.fill(new Area(left, top, STEP, rows * STEP), ink);
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
