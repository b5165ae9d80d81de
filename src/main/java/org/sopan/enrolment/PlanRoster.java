package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.document.SheetFile;
import org.sopan.enrolment.RosterRows.Uploaded;
import org.sopan.organization.Organizations;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Randomness;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;

/** Reads a whole roster and tells for each row what would happen. Writes nothing but the plan. */
@ApplicationScoped
public class PlanRoster {
    private final EntityManager entities;
    private final RosterRows rows;
    private final SortRoster sortRoster;
    private final Enrolments enrolments;
    private final Organizations organizations;
    private final Caller caller;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public PlanRoster(
            EntityManager entities,
            RosterRows rows,
            SortRoster sortRoster,
            Enrolments enrolments,
            Organizations organizations,
            Caller caller,
            Randomness randomness,
            Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.sortRoster = sortRoster;
        this.enrolments = enrolments;
        this.organizations = organizations;
        this.caller = caller;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Refuses, as reading would, an institute or cohort that the caller may not know of. */
    @Transactional
    public void mustBeAllowed(String institute, @Nullable CohortId cohort) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(institute);
        if (cohort != null) {
            enrolments
                    .cohort(cohort)
                    .filter(found -> found.concerns(institute))
                    .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"))
                    .mustNotBeOver(LocalDate.now(clock.withZone(Clocks.DHAKA)));
        }
    }

    @Transactional
    public RosterPlan plan(String institute, @Nullable CohortId cohort, Path file) {
        mustBeAllowed(institute, cohort);
        UUID id = randomness.id();
        RosterPlan plan = new RosterPlan(id, institute, cohort, caller.person(), clock.instant());
        entities.persist(plan);
        entities.flush();
        plan.seemsBijoy(read(file, id));
        return sortRoster.sort(plan);
    }

    private List<ColumnNote> read(Path file, UUID plan) {
        List<Uploaded> part = new ArrayList<>();
        Roster roster = new Roster((row, cells) -> {
            part.add(new Uploaded(row, cells));
            if (part.size() == RosterRows.PART) {
                rows.add(plan, part);
                part.clear();
            }
        });
        SheetFile.read(file, roster);
        roster.end();
        rows.add(plan, part);
        return roster.notes();
    }
}
