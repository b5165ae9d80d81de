package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.completion.Awards;
import org.sopan.credential.Certificate;
import org.sopan.credential.Certificates;
import org.sopan.platform.Caller;
import org.sopan.platform.Requires;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/** {@code GET /api/me/certificates}. */
@Path("me/certificates")
@Produces(MediaType.APPLICATION_JSON)
public class MyCertificatesResource {
    private final Certificates certificates;
    private final Awards awards;
    private final Caller caller;

    @Inject
    public MyCertificatesResource(Certificates certificates, Awards awards, Caller caller) {
        this.certificates = certificates;
        this.awards = awards;
        this.caller = caller;
    }

    @GET
    @Requires
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<MyCertificate> list() {
        Map<UUID, Award> met = awards.of(caller.person()).stream().collect(Collectors.toMap(Award::id, award -> award));
        return certificates.printedOf(caller.person()).stream()
                .sorted(newestFirst(met))
                .map(certificate -> view(certificate, met.get(certificate.award())))
                .toList();
    }

    /** Of those issued at the same moment the award that was met last: completion before participation. */
    private static Comparator<Certificate> newestFirst(Map<UUID, Award> met) {
        return Comparator.comparing(Certificate::issuedAt)
                .thenComparing(
                        certificate -> met.containsKey(certificate.award()) ? certificate.award() : new UUID(0, 0))
                .thenComparing(certificate -> certificate.replaces() != null)
                .reversed();
    }

    private static MyCertificate view(Certificate certificate, @Nullable Award award) {
        AsPrinted printed = certificate.asPrinted();
        LocalizedText course = printed.course();
        return new MyCertificate(
                certificate.serial(),
                new AwardRef(award == null ? "" : award.kind(), printed.award()),
                course == null ? null : new CourseRef(award == null ? null : award.course(), course),
                certificate.issuedOn(),
                certificate.status().word(),
                "/api/certificates/" + certificate.serial() + "/pdf",
                printed.verifyUrl());
    }

    /** One's certificate, where its paper is, and where anyone may check it. */
    public record MyCertificate(
            String serial,
            AwardRef award,
            @Nullable CourseRef course,
            LocalDate issuedOn,
            String status,
            String pdf,
            String verify) {}

    public record AwardRef(String kind, LocalizedText title) {}

    public record CourseRef(@Nullable String id, LocalizedText title) {}
}
