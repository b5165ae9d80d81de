package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.completion.Awards;
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
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public ChangeCertificate(
            Certificates certificates,
            Awards awards,
            IssueCertificate issue,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.certificates = certificates;
        this.awards = awards;
        this.issue = issue;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Certificate revoke(String serial, String reason, @Nullable String note) {
        Certificate certificate = certificates.locked(serial);
        if (certificate.revoke(reason, note, clock.instant())) {
            audit.record(
                    caller.person(),
                    "certificate-revoked",
                    certificate.serial(),
                    Map.of("institute", certificate.institute(), "reason", reason));
        }
        return certificate;
    }

    @Transactional
    public Certificate replace(
            String serial, @Nullable LocalizedText name, @Nullable LocalizedText designation, String reason) {
        Certificate old = certificates.locked(serial);
        Award award = awards.find(old.award()).orElseThrow();
        old.release();
        certificates.flush();
        Certificate replacement =
                issue.replace(old, award, CleanText.line(name, "name"), CleanText.line(designation, "designation"));
        old.supersede(replacement.serial(), reason, clock.instant());
        audit.record(
                caller.person(),
                "certificate-replaced",
                old.serial(),
                Map.of("institute", old.institute(), "by", replacement.serial(), "reason", reason));
        return replacement;
    }
}
