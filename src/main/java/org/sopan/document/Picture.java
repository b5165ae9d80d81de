package org.sopan.document;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * An emblem, a logo, a signature: read once, encoded for PDF once, and put into any number of documents by any number
 * of threads. Every picture is brought to 8-bit sRGB, with transparency where it has any, and loses what else its file
 * carried.
 */
public final class Picture {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    /** The longest side, in pixels: 130 mm at 300 dots to the inch. A small file can claim to hold far more. */
    private static final int LONGEST = 1600;

    private static final int SHORTEST = 16;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private final int width;
    private final int height;
    private final byte[] png;
    private final Encoded colours;
    private final @Nullable Encoded opacity;

    /** The entries and the bytes of a PDF's image, as they are written. */
    private record Encoded(COSDictionary entries, byte[] bytes) {
        static Encoded of(PDImageXObject image) throws IOException {
            COSStream stream = image.getCOSObject();
            COSDictionary entries = new COSDictionary();
            entries.addAll(stream);
            entries.removeItem(COSName.SMASK);
            try (var in = stream.createRawInputStream()) {
                return new Encoded(entries, in.readAllBytes());
            }
        }

        COSStream in(PDDocument document) throws IOException {
            PDStream stream = new PDStream(document, new ByteArrayInputStream(bytes));
            entries.forEach((key, value) -> stream.getCOSObject()
                    .setItem(key, value instanceof COSDictionary inner ? new COSDictionary(inner) : value));
            return stream.getCOSObject();
        }
    }

    private Picture(BufferedImage pixels) throws IOException {
        width = pixels.getWidth();
        height = pixels.getHeight();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", written);
        png = written.toByteArray();
        try (PDDocument scratch = new PDDocument()) {
            PDImageXObject image = LosslessFactory.createFromImage(scratch, pixels);
            PDImageXObject mask = image.getSoftMask();
            colours = Encoded.of(image);
            opacity = mask == null ? null : Encoded.of(mask);
        }
    }

    /**
     * Reads a PNG or JPEG.
     *
     * @throws Invalid {@code picture-type} when it is neither, {@code picture-size} when the file or the picture is too
     *     large, or too small to print, {@code picture-unreadable} when it is damaged or its colours are not known here
     */
    public static Picture read(byte[] file) {
        if (!begins(file, PNG) && !begins(file, JPEG)) {
            throw refused("picture-type");
        }
        if (file.length > LARGEST) {
            throw refused("picture-size");
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return new Picture(normal(decoded(in)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused("picture-unreadable");
        }
    }

    private static BufferedImage decoded(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw refused("picture-unreadable");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            mustBePrintable(reader.getWidth(0));
            mustBePrintable(reader.getHeight(0));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static void mustBePrintable(int side) {
        if (side < SHORTEST || side > LONGEST) {
            throw refused("picture-size");
        }
    }

    private static BufferedImage normal(BufferedImage decoded) {
        boolean opaque = decoded.getTransparency() == BufferedImage.OPAQUE;
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage normal = new BufferedImage(decoded.getWidth(), decoded.getHeight(), type);
        Graphics2D graphics = normal.createGraphics();
        graphics.drawImage(decoded, 0, 0, null);
        graphics.dispose();
        return normal;
    }

    private static boolean begins(byte[] file, byte[] beginning) {
        return file.length > beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static Invalid refused(String code) {
        String message = code.equals("picture-size")
                ? String.format(Locale.ROOT, "%d–%d pixels, %d bytes", SHORTEST, LONGEST, LARGEST)
                : null;
        return Invalid.refused(code, new FieldError("body", code, message));
    }

    /** The picture as it is kept: always a PNG. */
    public byte[] png() {
        return png.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    PDImageXObject in(PDDocument document) {
        try {
            COSStream stream = colours.in(document);
            if (opacity != null) {
                stream.setItem(COSName.SMASK, opacity.in(document));
            }
            return new PDImageXObject(new PDStream(stream), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
