package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.ExportRegister;
import org.sopan.credential.Register;
import org.sopan.credential.RegisterRow;
import org.sopan.document.Download;
import org.sopan.document.Exports;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.spi.certificate.AsPrinted;

/**
 * {@code GET /api/certificates}: the register, for administrators and, of their institutes, coordinators; {@code ?format}
 * gives it as CSV, XLSX, or as a ZIP for the archive with all papers and their hashes.
 */
@Path("certificates")
public class CertificatesResource {
    private static final String ZIP = "application/zip";
    private final Register register;
    private final ExportRegister export;
    private final Exports exports;
    private final RequestLanguage language;

    @Inject
    public CertificatesResource(Register register, ExportRegister export, Exports exports, RequestLanguage language) {
        this.register = register;
        this.export = export;
        this.exports = exports;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Produces({MediaType.APPLICATION_JSON, Download.CSV, Download.XLSX, ZIP})
    @Transactional(Transactional.TxType.SUPPORTS)
    public Response list(
            @BeanParam @Valid RegisterParameters asked,
            @QueryParam("format") @Nullable String format,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Register.Wanted wanted = asked.wanted();
        if ("zip".equalsIgnoreCase(format)) {
            return Download.of(
                    exports.write("zip", export.archive(wanted, language.language())), ZIP, "sopan-register.zip");
        }
        Exports.Format file = Download.format(format, accept);
        return file == null
                ? Response.ok(page(wanted, asked), MediaType.APPLICATION_JSON).build()
                : Download.of(exports.write(export.listing(wanted, language.language()), file), file, "sopan-register");
    }

    private Page<RowView> page(Register.Wanted wanted, RegisterParameters asked) {
        Page<RegisterRow> found = register.list(wanted, asked.page(), asked.size());
        return new Page<>(found.items().stream().map(CertificatesResource::view).toList(), found.total());
    }

    /**
     * A row of the register.
     *
     * @param heldBecause why there is no paper yet: {@code name-missing}
     * @param sha256 of the stored bytes, in hexadecimal digits
     */
    public record RowView(
            String serial,
            int number,
            String kind,
            @Nullable LocalizedText award,
            @Nullable String course,
            String person,
            @Nullable LocalizedText nameAsPrinted,
            @Nullable LocalizedText designationAsPrinted,
            String institute,
            String status,
            @Nullable String heldBecause,
            LocalDate issuedOn,
            @Nullable String memo,
            @Nullable LocalDate memoDate,
            @Nullable Instant changedAt,
            @Nullable String reason,
            @Nullable String supersededBy,
            @Nullable String replaces,
            boolean paperStored,
            @Nullable String sha256) {}

    private static RowView view(RegisterRow row) {
        AsPrinted printed = row.printed();
        AsPrinted.Memo memo = printed == null ? null : printed.memo();
        return new RowView(
                row.serial(),
                row.number(),
                row.kind(),
                printed == null ? null : printed.award(),
                row.course(),
                row.person(),
                printed == null ? null : printed.name(),
                printed == null ? null : printed.designation(),
                row.institute(),
                row.status().word(),
                row.heldBecause(),
                row.issuedOn(),
                memo == null ? null : memo.number(),
                memo == null ? null : memo.date(),
                row.changedAt(),
                row.reason(),
                row.supersededBy(),
                row.replaces(),
                row.paperStored(),
                row.sha256());
    }
}
