package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.sopan.document.CsvWriter;
import org.sopan.document.Exports;
import org.sopan.document.Listing;
import org.sopan.platform.Clocks;
import org.sopan.platform.Cursors;
import org.sopan.platform.Sql;
import org.sopan.platform.Words;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/**
 * The register for the archive: as a sheet, or with all papers and their hashes in one ZIP that can be checked without
 * Sopan. Rows and papers are read and written some at a time, however many there are.
 */
@ApplicationScoped
public class ExportRegister {
    /** Papers in memory at once. */
    private static final int PAPERS = 100;

    private final Register register;
    private final Cursors cursors;
    private final Clock clock;

    @Inject
    public ExportRegister(Register register, Cursors cursors, Clock clock) {
        this.register = register;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Refuses now who may not read it; the rows are read when they are written. */
    public Listing listing(Register.Wanted wanted, Language language) {
        return listing(register.which(wanted), language);
    }

    /** The same with the papers. What is issued while it is written is not in it. */
    public Exports.Filling archive(Register.Wanted wanted, Language language) {
        Instant until = clock.instant();
        Sql which = register.which(wanted).add(" and c.issued_at <= ?", until.atOffset(ZoneOffset.UTC));
        return (out, folder) -> {
            Path sums = Files.createTempFile(folder, "sums-", ".txt");
            try (ZipOutputStream zip = new ZipOutputStream(new Kept(out), StandardCharsets.UTF_8)) {
                zip.putNextEntry(new ZipEntry("README.txt"));
                zip.write(readMe());
                zip.closeEntry();
                zip.putNextEntry(new ZipEntry("register.csv"));
                CsvWriter.write(listing(which, language), zip);
                zip.closeEntry();
                papers(which, zip, sums);
                zip.putNextEntry(new ZipEntry("SHA256SUMS"));
                Files.copy(sums, zip);
                zip.closeEntry();
            } finally {
                Files.deleteIfExists(sums);
            }
        };
    }

    private void papers(Sql which, ZipOutputStream zip, Path sums) throws IOException {
        try (Writer written = Files.newBufferedWriter(sums, StandardCharsets.UTF_8)) {
            String after = "";
            List<Stored> next = next(which, after);
            while (!next.isEmpty()) {
                for (Stored paper : next) {
                    String name = "certificates/" + paper.serial() + ".pdf";
                    store(zip, name, paper.pdf());
                    written.write(paper.sha256() + "  " + name + "\n");
                    after = paper.serial();
                }
                next = next(which, after);
            }
        }
    }

    private record Stored(String serial, byte[] pdf, String sha256) {}

    private List<Stored> next(Sql which, String after) {
        List<Stored> found = new ArrayList<>();
        cursors.each(
                new Sql()
                        .add("select c.serial, k.pdf, k.sha256")
                        .add(which)
                        .add(" and k.serial is not null and c.serial > ? order by c.serial limit " + PAPERS, after),
                row -> found.add(new Stored(
                        (String) Objects.requireNonNull(row[0]), (byte[]) Objects.requireNonNull(row[1]), (String)
                                Objects.requireNonNull(row[2]))));
        return found;
    }

    /** As it is: a PDF hardly shrinks, and its bytes are what the hash is of. */
    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] readMe() throws IOException {
        try (InputStream in = ExportRegister.class.getResourceAsStream("archive.txt")) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            Objects.requireNonNull(in, "archive.txt").transferTo(text);
            return text.toByteArray();
        }
    }

    private Listing listing(Sql which, Language language) {
        Sql rows = new Sql().add(Register.SELECT).add(which).add(" order by c.issued_at, c.serial");
        return new Listing(
                word(language, "title"),
                language,
                List.of(
                        heading(language, "serial", 18),
                        heading(language, "status", 12),
                        heading(language, "name_bn", 28),
                        heading(language, "name_en", 28),
                        heading(language, "designation", 28),
                        heading(language, "institute", 28),
                        heading(language, "award", 28),
                        heading(language, "course", 28),
                        heading(language, "minutes", 10),
                        heading(language, "issued", 12),
                        heading(language, "memo", 20),
                        heading(language, "memo_date", 12),
                        heading(language, "changed", 12),
                        heading(language, "reason", 20),
                        heading(language, "superseded_by", 18),
                        heading(language, "replaces", 18),
                        heading(language, "sha256", 66)),
                taker -> cursors.each(rows, row -> taker.accept(cells(RegisterRow.of(row), language))));
    }

    private static List<@Nullable Object> cells(RegisterRow row, Language language) {
        AsPrinted printed = row.printed();
        AsPrinted.Memo memo = printed == null ? null : printed.memo();
        LocalizedText about =
                printed == null ? null : printed.course() == null ? printed.programme() : printed.course();
        List<@Nullable Object> cells = new ArrayList<>(17);
        cells.add(row.serial());
        cells.add(word(
                language, "status." + (row.heldBecause() == null ? row.status().word() : "held")));
        cells.add(printed == null ? null : printed.name().bn());
        cells.add(printed == null ? null : printed.name().en());
        cells.add(printed == null ? null : in(printed.designation(), language));
        cells.add(printed == null ? row.institute() : printed.institute().in(language));
        cells.add(printed == null ? row.kind() : printed.award().in(language));
        cells.add(in(about, language));
        cells.add(printed == null ? null : printed.minutes());
        cells.add(row.issuedOn());
        cells.add(memo == null ? null : memo.number());
        cells.add(memo == null ? null : memo.date());
        cells.add(row.changedAt() == null ? null : LocalDate.ofInstant(row.changedAt(), Clocks.DHAKA));
        cells.add(row.reason());
        cells.add(row.supersededBy());
        cells.add(row.replaces());
        cells.add(row.sha256());
        return cells;
    }

    private static @Nullable String in(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language);
    }

    private static Listing.Heading heading(Language language, String name, int width) {
        return new Listing.Heading(word(language, name), width);
    }

    private static String word(Language language, String name) {
        return Words.of(language, "register." + name, "register.title");
    }
}
