package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** The host keeps the nomination order with its cohort, and those whom the cohort concerns read it. */
@ApplicationScoped
public class KeepOrderDocument {
    /** How files of these types begin. */
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    private final Enrolments enrolments;
    private final OrderDocuments documents;
    private final ShowCohort showCohort;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public KeepOrderDocument(
            Enrolments enrolments,
            OrderDocuments documents,
            ShowCohort showCohort,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.enrolments = enrolments;
        this.documents = documents;
        this.showCohort = showCohort;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps it in place of an earlier one. What it is, its first bytes say, whatever it was sent as. */
    @Transactional
    public void keep(CohortId id, byte[] content) {
        Cohort cohort = showCohort.hosted(id);
        String mediaType = BEGINNINGS.entrySet().stream()
                .filter(entry -> begins(content, entry.getValue()))
                .findFirst()
                .orElseThrow(() -> Invalid.refused("document-type", new FieldError("body", "document-type")))
                .getKey();
        enrolments.lockedCohort(id);
        documents.store(id, new OrderDocuments.Document(mediaType, content), clock.instant());
        audit.record(
                caller.person(),
                "order-document-kept",
                id.toString(),
                Map.of("institute", cohort.host(), "bytes", Integer.toString(content.length)));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public OrderDocuments.Document read(CohortId id) {
        return documents
                .find(showCohort.seen(id).id())
                .orElseThrow(() -> new DomainException.NotFound("unknown-document"));
    }

    private static boolean begins(byte[] content, byte[] beginning) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
