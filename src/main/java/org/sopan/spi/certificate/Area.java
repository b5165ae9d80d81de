package org.sopan.spi.certificate;

/** A rectangle on the sheet: its top left corner and its extent, in millimetres. */
public record Area(double x, double y, double width, double height) {

    public Area inset(double by) {
        return new Area(x + by, y + by, width - 2 * by, height - 2 * by);
    }
}
