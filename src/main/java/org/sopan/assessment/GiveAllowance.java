package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.enrolment.OpenEnrolments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.EnrolmentId;

/**
 * Gives extra attempts or extra time, to one person or to the people of a cohort whom the caller looks after. An
 * attempt that is open, and whose time is not over, ends later by the extra minutes.
 */
@ApplicationScoped
public class GiveAllowance {
    private final Enrolments enrolments;
    private final OpenEnrolments open;
    private final ShowCohort showCohort;
    private final Attempts attempts;
    private final Allowances allowances;
    private final Catalogue catalogue;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public GiveAllowance(
            Enrolments enrolments,
            OpenEnrolments open,
            ShowCohort showCohort,
            Attempts attempts,
            Allowances allowances,
            Catalogue catalogue,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.enrolments = enrolments;
        this.open = open;
        this.showCohort = showCohort;
        this.attempts = attempts;
        this.allowances = allowances;
        this.catalogue = catalogue;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Once, however often it is sent under one name. Locks the enrolment first, so that an attempt that is just begun
     * has the extra time either way.
     */
    @Transactional
    public void toOne(EnrolmentId id, Allowance.Terms typed) {
        Enrolment enrolment = enrolments.lockFor(caller, id);
        Allowance.Terms terms = checked(typed, List.of(enrolment.course()));
        if (allowances.isGiven(Allowance.onceKey(caller.person(), id, null, terms))) {
            return;
        }
        if (!enrolment.isOpen()) {
            throw new DomainException.Conflict("enrolment-closed");
        }
        Instant now = clock.instant();
        allowances.add(Allowance.of(randomness.id(), id, terms, caller.person(), now));
        attempts.extend(List.of(id), terms.quiz(), terms.minutes(), now);
        audit.record(caller.person(), "allowance-given", id.toString(), details(terms, enrolment.institute()));
    }

    /** Once, however often it is sent under one name; who sends it twice at the same moment stands in line at the cohort. */
    @Transactional
    public void toCohort(CohortId id, Allowance.Terms typed) {
        Cohort cohort = showCohort.seen(id);
        Allowance.Terms terms = checked(typed, cohort.courses(courses()));
        List<@Nullable String> institutes = institutes(cohort);
        enrolments.lock(id);
        List<EnrolmentId> locked = open.lockIds(id, showCohort.own());
        Instant now = clock.instant();
        for (String institute : institutes) {
            if (allowances.isGiven(Allowance.onceKey(caller.person(), id, institute, terms))) {
                return;
            }
            allowances.add(Allowance.of(randomness.id(), id, institute, terms, caller.person(), now));
            audit.record(caller.person(), "cohort-allowance-given", id.toString(), details(terms, institute));
        }
        attempts.extend(locked, terms.quiz(), terms.minutes(), now);
    }

    private List<String> courses() {
        return catalogue.list().stream().map(course -> course.id()).toList();
    }

    /** Those for whose people it is; one that is null is for everybody's. */
    private List<@Nullable String> institutes(Cohort cohort) {
        Set<String> own = showCohort.own();
        List<@Nullable String> institutes = new ArrayList<>();
        if (own == null) {
            institutes.add(null);
        } else {
            own.stream().filter(cohort::concerns).sorted().forEach(institutes::add);
        }
        if (institutes.isEmpty()) {
            throw new DomainException.NotFound("unknown-cohort");
        }
        return institutes;
    }

    private Allowance.Terms checked(Allowance.Terms typed, List<String> courses) {
        String reason = CleanText.line(typed.reason());
        if (reason.isEmpty()) {
            throw Invalid.refused("invalid-input", new FieldError("reason", "missing"));
        }
        Quiz quiz = courses.stream()
                .filter(catalogue::has)
                .map(course -> catalogue.live(course).quiz(typed.quiz()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Invalid.refused("invalid-input", new FieldError("quiz", "unknown-quiz")));
        if (typed.attempts() == 0 && typed.minutes() == 0) {
            throw Invalid.refused("invalid-input", new FieldError("attempts", "missing"));
        }
        if (typed.attempts() > 0 && quiz.attempts() == null) {
            throw Invalid.refused("invalid-input", new FieldError("attempts", "no-limit"));
        }
        if (typed.minutes() > 0 && quiz.timeLimitMinutes() == null) {
            throw Invalid.refused("invalid-input", new FieldError("minutes", "no-limit"));
        }
        return new Allowance.Terms(typed.quiz(), typed.attempts(), typed.minutes(), reason, typed.once());
    }

    private static Map<String, String> details(Allowance.Terms terms, @Nullable String institute) {
        Map<String, String> details = new TreeMap<>(Map.of(
                "quiz", terms.quiz(),
                "attempts", Integer.toString(terms.attempts()),
                "minutes", Integer.toString(terms.minutes()),
                "reason", terms.reason()));
        if (institute != null) {
            details.put("institute", institute);
        }
        return details;
    }
}
