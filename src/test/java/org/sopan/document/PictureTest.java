package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.DomainException.Invalid;

class PictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void isKeptAsAPngWhateverItCameAs(String format) throws IOException {
        Picture picture = Picture.read(file(image(60, 30, BufferedImage.TYPE_INT_RGB), format));
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(kept.getWidth()).isEqualTo(60).isEqualTo(picture.width());
        assertThat(kept.getHeight()).isEqualTo(30).isEqualTo(picture.height());
        assertThat(Picture.read(picture.png()).png()).as("read again").isEqualTo(picture.png());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void bringsEveryKindOfColourToTheSame(int type) throws IOException {
        Picture picture = Picture.read(file(image(60, 30, type), "png"));
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = picture.in(document);
            assertThat(image.getBitsPerComponent()).isEqualTo(8);
            assertThat(image.getColorSpace().getName()).isEqualTo("DeviceRGB");
            assertThat(image.getImage().getRGB(45, 15) & 0xFFFFFF)
                    .as("the white half")
                    .isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void keepsTransparencyApartFromColour() throws IOException {
        BufferedImage half = image(60, 30, BufferedImage.TYPE_INT_ARGB);
        half.setRGB(10, 10, 0x800B4F3E);
        Picture picture = Picture.read(file(half, "png"));
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = picture.in(document);
            assertThat(image.getSoftMask()).isNotNull();
            assertThat(image.getSoftMask().getImage().getRaster().getSample(10, 10, 0))
                    .isBetween(0x7F, 0x81);
        }
    }

    @Test
    void refusesABombBeforeItGoesOff() throws IOException {
        assertThatThrownBy(() -> Picture.read(pngThatClaims(50_000, 50_000)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("picture-size"));
        assertThatThrownBy(() -> Picture.read(file(image(1601, 20, BufferedImage.TYPE_INT_RGB), "png")))
                .hasMessage("picture-size");
        assertThatThrownBy(() -> Picture.read(file(image(15, 20, BufferedImage.TYPE_INT_RGB), "png")))
                .hasMessage("picture-size");
    }

    @Test
    void refusesMoreThanAMegabyte() throws IOException {
        byte[] small = file(image(60, 30, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> Picture.read(Arrays.copyOf(small, Picture.LARGEST + 1)))
                .hasMessage("picture-size");
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        assertThatThrownBy(() -> Picture.read("<svg/>".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("picture-type");
        assertThatThrownBy(() -> Picture.read(new byte[0])).hasMessage("picture-type");
        byte[] whole = file(image(60, 30, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> Picture.read(Arrays.copyOf(whole, 40))).hasMessage("picture-unreadable");
        byte[] jpeg = file(image(60, 30, BufferedImage.TYPE_INT_RGB), "jpg");
        assertThatThrownBy(() -> Picture.read(Arrays.copyOf(jpeg, 20))).hasMessage("picture-unreadable");
    }

    /** Black on the left, white on the right. */
    private static BufferedImage image(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The head of a PNG, and nothing that could fill it. */
    private static byte[] pngThatClaims(int width, int height) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        out.writeBytes("IHDR");
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(head.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(file);
        png.writeLong(0x89504E470D0A1A0AL);
        png.writeInt(13);
        png.write(head.toByteArray());
        png.writeInt((int) check.getValue());
        return file.toByteArray();
    }
}
