package org.sopan.spi.certificate;

/** A colour in sRGB, as in {@code 0x0B5345}. */
public record Ink(int rgb) {
    public static final Ink BLACK = new Ink(0x000000);
    public static final Ink WHITE = new Ink(0xFFFFFF);
}
