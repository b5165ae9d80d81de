package org.sopan.credential.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.Certificate;
import org.sopan.credential.Reasons;
import org.sopan.platform.Clocks;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/** What anyone with a serial is told: as printed, and what has happened since. */
public record CertificateView(
        String serial,
        String status,
        LocalizedText nameAsPrinted,
        LocalizedText award,
        @Nullable LocalizedText course,
        @Nullable LocalizedText programme,
        LocalizedText institute,
        LocalDate issuedOn,
        boolean specimen,
        @Nullable LocalizedText reason,
        @Nullable LocalDate changedOn,
        @Nullable String supersededBy,
        @Nullable String replaces) {
    static CertificateView of(Certificate certificate) {
        AsPrinted printed = certificate.asPrinted();
        boolean valid = certificate.status() == Certificate.Status.VALID;
        return new CertificateView(
                certificate.serial(),
                certificate.status().word(),
                printed.name(),
                printed.award(),
                printed.course(),
                printed.programme(),
                printed.institute(),
                printed.issuedOn(),
                printed.specimen(),
                valid ? null : Reasons.inPublic(certificate),
                certificate.changedAt() == null ? null : LocalDate.ofInstant(certificate.changedAt(), Clocks.DHAKA),
                certificate.supersededBy(),
                certificate.replaces());
    }
}
