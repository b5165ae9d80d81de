package org.sopan.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sopan.shared.CohortId;

/** Knows which institute hosts a cohort, and so who names its facilitators; {@code enrolment} supplies it. */
public interface CohortHosts {
    Optional<String> hostOf(CohortId cohort);

    List<CohortId> hostedBy(Collection<String> institutes);
}
