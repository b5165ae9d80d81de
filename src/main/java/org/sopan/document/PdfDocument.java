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
import java.util.function.Function;
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
     * The finished file. The same design, data and pictures give the same bytes, on any day.
     *
     * @param pictures finds a picture by its key
     * @throws org.sopan.shared.DomainException.Invalid {@code unprintable-character} or {@code text-does-not-fit}, when
     *     the data cannot be printed as it is; its field error tells the text
     */
    public static byte[] render(CertificateDesign design, AsPrinted data, Function<String, Picture> pictures) {
        String title = data.award().in(data.language()) + " · " + data.name().in(data.language());
        return render(title, data.language(), data.issuedOn(), pictures, sheet -> design.draw(data, sheet));
    }

    /** A report on one page; its date is that of the file. */
    public static byte[] render(String title, Language language, LocalDate date, Consumer<ReportSheet> drawing) {
        return render(title, language, date, PdfDocument::noPicture, drawing);
    }

    private static Picture noPicture(String key) {
        throw new IllegalArgumentException("no picture " + key);
    }

    private static byte[] render(
            String title,
            Language language,
            LocalDate date,
            Function<String, Picture> pictures,
            Consumer<? super PdfSheet> drawing) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            PdfSheet sheet = new PdfSheet(document, pictures);
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

    /**
     * A text on as many pages as it takes; the date is that of the file.
     *
     * @throws org.sopan.shared.DomainException.Invalid {@code unprintable-character}
     */
    public static byte[] render(Manuscript manuscript, LocalDate date) {
        return render(manuscript, PdfManuscript.Type.ROOMY, date);
    }

    /** The same in type that is small enough for one page, if any that can be read is. */
    public static byte[] leaf(Manuscript manuscript, LocalDate date) {
        return render(manuscript, PdfManuscript.smallEnough(manuscript), date);
    }

    private static byte[] render(Manuscript manuscript, PdfManuscript.Type type, LocalDate date) {
        return book(manuscript, date, document -> {
            PdfBook book = PdfManuscript.upright(document, manuscript);
            new PdfManuscript(manuscript, book, type).write();
            return book;
        });
    }

    /** A text's slides, each on a page that fills a screen. */
    public static byte[] slides(Manuscript manuscript, LocalDate date) {
        return book(manuscript, date, document -> {
            PdfBook book = PdfSlides.screen(document, manuscript);
            new PdfSlides(manuscript, book).write();
            return book;
        });
    }

    /** Whether a text fits on one page. */
    public static boolean isLeaf(Manuscript manuscript) {
        return PdfManuscript.smallEnough(manuscript).pages(manuscript) == 1;
    }

    private static byte[] book(Manuscript manuscript, LocalDate date, Function<PDDocument, PdfBook> writing) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(VERSION);
            identify(document, writing.apply(document).finish());
            new ArchiveMetadata(manuscript.title(), manuscript.language(), date).writeTo(document);
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
