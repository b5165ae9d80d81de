package org.sopan.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.CertificateDesign;

/** Certificates and reports as PDF/A-2a and PDF/UA-1: text that is seen as the language is written, and copied as it was typed. */
public final class PdfDocument {
    private static final float VERSION = 1.7f;
    private static final int IDENTIFIER_BYTES = 16;

    private PdfDocument() {}

    /**
     * The finished file. The same design and data give the same bytes, on any day.
     *
     * @throws org.sopan.shared.DomainException.Invalid {@code unprintable-character} or {@code text-does-not-fit}, when
     *     the data cannot be printed as it is; its field error tells the text
     */
    public static byte[] render(CertificateDesign design, AsPrinted data) {
        String title = data.award().in(data.language()) + " · " + data.name().in(data.language());
        return render(title, data.language(), data.issuedOn(), sheet -> design.draw(data, sheet));
    }

    /** A report on one page; its date is that of the file. */
    public static byte[] render(String title, Language language, LocalDate date, Consumer<ReportSheet> drawing) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            PdfSheet sheet = new PdfSheet(document);
            drawing.accept(sheet);
            identify(document, sheet.finish());
            new ArchiveMetadata(title, language, date).writeTo(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without an identifier of ours, PDFBox makes one from the clock. */
    private static void identify(PDDocument document, byte[] drawn) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(drawn);
            COSString identifier = new COSString(Arrays.copyOf(digest, IDENTIFIER_BYTES));
            document.getDocument().getTrailer().setItem(COSName.ID, new COSArray(List.of(identifier, identifier)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
