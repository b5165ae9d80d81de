package org.sopan.document;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.Arrays;

/**
 * Looks for places in a code's data that pass for the square in a corner, by the measure of the reader that most
 * programs are built upon. It takes the first three squares that it meets twice, so that such a code cannot be read from
 * some pictures, however sharp. Another mask gives the same content without.
 */
final class FalseFinders extends FinderPatternFinder {
    /** Pixels of a module, the fewest at which it is printed. */
    private static final int SCALE = 3;

    private static final int RUNS = 5;
    /** Modules along a side of the square in the corner, and from its middle to the edge. */
    private static final int SQUARE = 7;

    private final ByteMatrix matrix;

    private FalseFinders(ByteMatrix matrix, BitMatrix picture) {
        super(picture);
        this.matrix = matrix;
    }

    static boolean in(ByteMatrix matrix) {
        BitMatrix picture = new BitMatrix(matrix.getWidth() * SCALE);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    picture.setRegion(x * SCALE, y * SCALE, SCALE, SCALE);
                }
            }
        }
        FalseFinders finders = new FalseFinders(matrix, picture);
        for (int row = 0; row < matrix.getHeight(); row++) {
            finders.scan(row);
        }
        return finders.getPossibleCenters().stream().anyMatch(finders::isInTheData);
    }

    /** Takes every five runs of a row, dark first, for the profile of a square. */
    private void scan(int row) {
        int[] runs = new int[RUNS];
        int known = 0;
        for (int column = 0; column < matrix.getWidth(); column++) {
            boolean begins = column == 0 || matrix.get(column, row) != matrix.get(column - 1, row);
            if (begins && (known > 0 || matrix.get(column, row) == 1)) {
                take(runs, known, row, column);
                System.arraycopy(runs, 1, runs, 0, RUNS - 1);
                runs[RUNS - 1] = 0;
                known++;
            }
            if (known > 0) {
                runs[RUNS - 1] += SCALE;
            }
        }
        take(runs, known, row, matrix.getWidth());
    }

    private void take(int[] runs, int known, int row, int end) {
        boolean lastIsDark = known % 2 == 1;
        if (known >= RUNS && lastIsDark && foundPatternCross(runs)) {
            handlePossibleCenter(Arrays.copyOf(runs, RUNS), row * SCALE + SCALE / 2, end * SCALE);
        }
    }

    private boolean isInTheData(FinderPattern pattern) {
        float far = (matrix.getWidth() - SQUARE) * SCALE;
        float near = SQUARE * SCALE;
        boolean left = pattern.getX() < near;
        boolean top = pattern.getY() < near;
        return !(left && top || left && pattern.getY() > far || top && pattern.getX() > far);
    }
}
