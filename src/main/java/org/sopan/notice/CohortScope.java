package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/** Whom of a cohort the caller may speak to: all of it, or her own institute's people. */
@ApplicationScoped
public class CohortScope {
    private final Enrolments enrolments;
    private final Caller caller;

    @Inject
    public CohortScope(Enrolments enrolments, Caller caller) {
        this.enrolments = enrolments;
        this.caller = caller;
    }

    /** A cohort that the caller has to do with. */
    Optional<Cohort> find(CohortId id) {
        return enrolments
                .cohort(id)
                .filter(cohort -> isWhole(cohort) || !institutes(cohort).isEmpty());
    }

    /** The same, or not found. */
    Cohort seen(CohortId id) {
        return find(id).orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
    }

    /** Whether the whole cohort is the caller's: an administrator's, its host's coordinator's or facilitator's. */
    boolean isWhole(Cohort cohort) {
        return caller.looksAfter(cohort.host()) || caller.facilitates(cohort.id());
    }

    /** Whether the caller speaks for this audience: an institute's people, or all when it is null. */
    boolean covers(Cohort cohort, @Nullable String institute) {
        return isWhole(cohort) || (institute != null && caller.looksAfter(institute));
    }

    /** The audience the caller asks for: an institute that is hers, or all where that is hers. */
    @Nullable
    String audience(Cohort cohort, @Nullable String wanted) {
        if (wanted != null) {
            if (!cohort.concerns(wanted) || !covers(cohort, wanted)) {
                throw new DomainException.NotFound("unknown-organization");
            }
            return wanted;
        }
        if (isWhole(cohort)) {
            return null;
        }
        List<String> own = institutes(cohort);
        if (own.size() > 1) {
            throw DomainException.Invalid.malformed("invalid-input", new FieldError("institute", "missing"));
        }
        return own.get(0);
    }

    private List<String> institutes(Cohort cohort) {
        return caller.identified().stream()
                .flatMap(who -> who.coordinated().stream())
                .filter(cohort::concerns)
                .sorted()
                .toList();
    }
}
