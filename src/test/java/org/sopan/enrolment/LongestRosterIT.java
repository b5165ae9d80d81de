package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.RosterPlan.Counts;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.testing.RoundTrips;
import org.sopan.testing.TestDatabase;

/** The longest roster that is taken, on the database that limits how much one query may name. */
class LongestRosterIT {
    private final RosterDesk desk = new RosterDesk(TestDatabase.postgresql());

    @Test
    void isPlannedAndAppliedWholeAndInParts() {
        desk.rooms.coordinator("bpatc");
        StringBuilder list = new StringBuilder("email,name,service_id\n");
        for (int i = 0; i < Roster.MOST_ROWS; i++) {
            list.append("p%1$d@sopan.example,Person %1$d,S%1$d%n".formatted(i));
        }
        List<RosterPlan> plan = new ArrayList<>();
        assertThat(RoundTrips.of(() -> plan.add(desk.plan(list.toString())))).isLessThan(Roster.MOST_ROWS / 10);
        assertThat(plan.get(0).counts()).isEqualTo(new Counts(Roster.MOST_ROWS, Roster.MOST_ROWS, 0, 0, 0, 0, 0));
        List<Outcome> outcome = new ArrayList<>();
        assertThat(RoundTrips.of(() -> outcome.add(desk.apply(plan.get(0))))).isLessThan(Roster.MOST_ROWS / 10);
        assertThat(outcome).containsExactly(new Outcome(Roster.MOST_ROWS, 0, Roster.MOST_ROWS, 0));
        assertThat(desk.plan(list.toString()).counts().unchanged()).isEqualTo(Roster.MOST_ROWS);
    }
}
