package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.HoldCeremony;
import org.sopan.credential.PrintCeremony;
import org.sopan.credential.Register;
import org.sopan.document.Download;
import org.sopan.document.Exports;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.spi.certificate.AsPrinted.Memo;

/**
 * {@code POST /api/ceremonies}: chosen certificates in one PDF for the printer, or by themselves in a ZIP, with the award
 * list in front. A coordinator takes those of her institute.
 */
@Path("ceremonies")
public class CeremoniesResource {
    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";
    private final HoldCeremony ceremonies;
    private final PrintCeremony print;
    private final Exports exports;
    private final RequestLanguage language;

    @Inject
    public CeremoniesResource(HoldCeremony ceremonies, PrintCeremony print, Exports exports, RequestLanguage language) {
        this.ceremonies = ceremonies;
        this.print = print;
        this.exports = exports;
        this.language = language;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({PDF, ZIP, MediaType.APPLICATION_JSON})
    public Response print(@NotNull @Valid NewCeremony wanted) {
        HoldCeremony.Ceremony ceremony = ceremonies.of(
                wanted.choice(),
                wanted.serials() == null ? List.of() : wanted.serials(),
                wanted.ordered(),
                language.language());
        return "zip".equals(wanted.format())
                ? Download.of(
                        exports.write("zip", print.zip(ceremony, language.language())), ZIP, "sopan-certificates.zip")
                : Download.of(
                        exports.write("pdf", print.pdf(ceremony, language.language())), PDF, "sopan-certificates.pdf");
    }

    /**
     * Which certificates: by their serials, or all valid ones of an institute, a cohort, a course or a kind of award.
     *
     * @param memo under which they are handed over; else the one they bear, where it is the same for all
     * @param format {@code pdf} (also where none is given) or {@code zip}
     */
    public record NewCeremony(
            @Size(max = 10_000) @Nullable List<@NotNull String> serials,
            @Nullable String institute,
            @Nullable String cohort,
            @Nullable String course,
            @Nullable String kind,
            @Valid @Nullable NewMemo memo,
            @Pattern(regexp = "pdf|zip") @Nullable String format) {

        Register.Wanted choice() {
            return new Register.Wanted(
                    institute,
                    kind,
                    course,
                    cohort == null ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")),
                    null,
                    null,
                    null,
                    null);
        }

        @Nullable
        Memo ordered() {
            return memo == null ? null : new Memo(CleanText.line(memo.number()), memo.date());
        }
    }

    /** An office memo: its number as it is written, and its date. */
    public record NewMemo(@NotBlank @Size(max = 100) String number, @Nullable LocalDate date) {}
}
