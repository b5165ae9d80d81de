package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sopan.document.Exports;
import org.sopan.document.PdfBundle;
import org.sopan.document.PdfDocument;
import org.sopan.document.XlsxWriter;
import org.sopan.platform.Clocks;
import org.sopan.shared.Language;

/** A ceremony as one file for the printer, the list before the certificates; or all of them by themselves in a ZIP. */
@ApplicationScoped
public class PrintCeremony {
    private final Clock clock;

    @Inject
    public PrintCeremony(Clock clock) {
        this.clock = clock;
    }

    /** List and certificates, page after page. */
    public Exports.Filling pdf(HoldCeremony.Ceremony ceremony, Language language) {
        AwardList list = list(ceremony);
        return (out, folder) -> {
            List<byte[]> papers = new ArrayList<>(List.of(PdfDocument.render(list.manuscript(language), today())));
            papers.addAll(ceremony.papers());
            PdfBundle.write(list.manuscript(language).title(), papers, out);
        };
    }

    /** The stored bytes of each certificate, and the list in both languages and as a sheet. */
    public Exports.Filling zip(HoldCeremony.Ceremony ceremony, Language language) {
        AwardList list = list(ceremony);
        return (out, folder) -> {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (Language each : Language.values()) {
                add(zip, "award-list." + each.code() + ".pdf", PdfDocument.render(list.manuscript(each), today()));
            }
            sheet(zip, list, language, folder);
            int place = 0;
            for (RegisterRow row : ceremony.rows()) {
                add(
                        zip,
                        "certificates/%03d-%s.pdf".formatted(place + 1, row.serial()),
                        ceremony.papers().get(place));
                place++;
            }
            zip.finish();
        };
    }

    private static void sheet(ZipOutputStream zip, AwardList list, Language language, Path folder) throws IOException {
        zip.putNextEntry(new ZipEntry("award-list.xlsx"));
        XlsxWriter.write(list.sheet(language), new Kept(zip), folder);
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private AwardList list(HoldCeremony.Ceremony ceremony) {
        return new AwardList(ceremony, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Clocks.DHAKA));
    }
}
