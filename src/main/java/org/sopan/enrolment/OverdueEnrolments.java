package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Clocks;
import org.sopan.platform.Settings;

/** Open enrolments whose days of grace after the last day are over, closed in short transactions. */
@ApplicationScoped
public class OverdueEnrolments {
    private final OpenEnrolments open;
    private final EnrolmentChanges changes;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public OverdueEnrolments(
            OpenEnrolments open, EnrolmentChanges changes, AuditTrail audit, Settings settings, Clock clock) {
        this.open = open;
        this.changes = changes;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Closes at most so many, and tells how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int lapse(int limit) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        List<OpenEnrolments.Held> due =
                open.lockOverdue(today.minusDays(settings.lapseAfter().toDays()), limit);
        List<EnrolmentChanges.Touched> closed =
                due.stream().map(OpenEnrolments.Held::touched).toList();
        open.lapse(closed);
        changes.recordAll(closed, EnrolmentChanges.What.LAPSED, null, null, Map.of());
        Map<String, Long> perInstitute = closed.stream()
                .collect(Collectors.groupingBy(
                        EnrolmentChanges.Touched::institute, TreeMap::new, Collectors.counting()));
        perInstitute.forEach((institute, number) -> audit.record(
                null, "enrolments-lapsed", institute, Map.of("institute", institute, "enrolments", number.toString())));
        return closed.size();
    }
}
