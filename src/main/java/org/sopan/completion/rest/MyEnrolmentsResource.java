package org.sopan.completion.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sopan.completion.Standing;
import org.sopan.completion.Standings;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;
import org.sopan.platform.Requires;
import org.sopan.shared.CohortId;

/** {@code GET /api/me/enrolments}: continue where I left. */
@Path("me/enrolments")
@Produces(MediaType.APPLICATION_JSON)
public class MyEnrolmentsResource {
    private final Standings standings;
    private final Enrolments enrolments;
    private final Caller caller;

    @Inject
    public MyEnrolmentsResource(Standings standings, Enrolments enrolments, Caller caller) {
        this.standings = standings;
        this.enrolments = enrolments;
        this.caller = caller;
    }

    @GET
    @Requires
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EnrolmentView> list() {
        List<Standing> all = standings.ofPerson(caller.person());
        Map<CohortId, Cohort> cohorts = enrolments
                .cohorts(all.stream()
                        .map(standing -> standing.enrolment().cohort())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Cohort::id, cohort -> cohort));
        return all.stream()
                .map(standing -> {
                    CohortId cohort = standing.enrolment().cohort();
                    return EnrolmentView.inList(standing, cohort == null ? null : cohorts.get(cohort));
                })
                .toList();
    }
}
