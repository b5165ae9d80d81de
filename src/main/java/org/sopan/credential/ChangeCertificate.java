package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.completion.Awards;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.CleanText;
import org.sopan.shared.LocalizedText;

/** An administrator revokes a certificate, or replaces one with a mistake. Nothing is deleted or rewritten. */
@ApplicationScoped
public class ChangeCertificate {
    private final Certificates certificates;
    private final Awards awards;
    private final IssueCertificate issue;
    private final People people;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public ChangeCertificate(
            Certificates certificates,
            Awards awards,
            IssueCertificate issue,
            People people,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.certificates = certificates;
        this.awards = awards;
        this.issue = issue;
        this.people = people;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Again it changes nothing. The holder is told; mail that would still have brought the paper is called back. */
    @Transactional
    public Certificate revoke(String serial, String reason, @Nullable String note) {
        Reasons.Given given = Reasons.of(Reasons.OF_REVOCATION, reason, note);
        Certificate certificate = certificates.locked(serial);
        if (certificate.revoke(given.code(), given.note(), clock.instant())) {
            outbox.recall(List.of(CertificateMail.once(certificate.serial())));
            holder(certificate).ifPresent(person -> outbox.queue(CertificateMail.revoked(certificate, person)));
            audit.record(
                    caller.person(),
                    "certificate-revoked",
                    certificate.serial(),
                    Map.of("institute", certificate.institute(), "reason", given.code()));
        }
        return certificate;
    }

    /** The holder gets the new paper by mail, which says that it replaces the other. */
    @Transactional
    public Certificate replace(
            String serial,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            String reason,
            @Nullable String note) {
        Reasons.Given given = Reasons.of(Reasons.OF_REPLACEMENT, reason, note);
        Certificate old = certificates.locked(serial);
        Award award = awards.find(old.award()).orElseThrow();
        old.release();
        certificates.flush();
        Certificate replacement =
                issue.replace(old, award, CleanText.line(name, "name"), CleanText.line(designation, "designation"));
        old.supersede(replacement.serial(), given.code(), given.note(), clock.instant());
        outbox.recall(List.of(CertificateMail.once(old.serial())));
        audit.record(
                caller.person(),
                "certificate-replaced",
                old.serial(),
                Map.of("institute", old.institute(), "by", replacement.serial(), "reason", given.code()));
        return replacement;
    }

    private Optional<Person> holder(Certificate certificate) {
        return people.current(certificate.person()).filter(person -> !person.isClosed());
    }
}
