package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.identity.SearchAudit.Entry;
import org.sopan.identity.SearchAudit.Wanted;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class SearchAuditRules {
    private static final Wanted ALL = new Wanted(null, null, null, null, null, null);
    private final TestDatabase database;
    private final Rooms rooms;
    private final SearchAudit search;
    private final Person coordinator;
    private final Person learner;
    private final Person elsewhere;

    SearchAuditRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        search = new SearchAudit(rooms.entities, rooms.people, rooms.caller);
        learner = rooms.learner("rahima", "bpatc");
        elsewhere = rooms.learner("elsewhere", "nilg");
        coordinator = rooms.coordinator("bpatc");
        record(coordinator.id(), "enrolled", learner.id().toString(), Map.of("institute", "bpatc", "course", "basics"));
        record(null, "enrolments-lapsed", "nilg", Map.of("institute", "nilg"));
        record(coordinator.id(), "enrolled", elsewhere.id().toString(), Map.of("institute", "bpatc"));
        record(coordinator.id(), "mail-retried", "a mail", Map.of());
    }

    @Test
    void tellsAnAdministratorEverythingTheLatestFirst() {
        rooms.administrator();
        Page<Entry> found = find(ALL);
        assertThat(found.total()).isEqualTo(4);
        assertThat(found.items())
                .extracting(Entry::action)
                .containsExactly("mail-retried", "enrolled", "enrolments-lapsed", "enrolled");
        Entry first = found.items().get(3);
        assertThat(first.actor()).isEqualTo(coordinator.id());
        assertThat(first.actorName()).isEqualTo(coordinator.name());
        assertThat(first.subjectName()).isEqualTo(LocalizedText.of("rahima", "নাম rahima"));
        assertThat(first.institute()).isEqualTo("bpatc");
        assertThat(first.details()).containsEntry("course", "basics");
        assertThat(found.items().get(2).actor()).as("the system itself").isNull();
    }

    @Test
    void tellsACoordinatorOfTheOwnInstituteOnly() {
        Page<Entry> found = find(ALL);
        assertThat(found.items()).extracting(Entry::institute).containsOnly("bpatc");
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.items().get(0).subjectName())
                .as("who belongs to another institute by now")
                .isNull();
        assertThat(found.items().get(1).subjectName()).isNotNull();
        assertThatThrownBy(() -> find(new Wanted("nilg", null, null, null, null, null)))
                .isInstanceOf(NotFound.class);
        Acting.learner(rooms.caller, learner.id());
        assertThat(find(ALL).total()).isZero();
    }

    @Test
    void isSearchedByInstituteActorSubjectAndAct() {
        rooms.administrator();
        assertThat(find(new Wanted("nilg", null, null, null, null, null)).total())
                .isEqualTo(1);
        assertThat(find(new Wanted(null, coordinator.id(), null, null, null, null))
                        .total())
                .isEqualTo(3);
        assertThat(find(new Wanted(null, null, learner.id().toString(), null, null, null))
                        .total())
                .isEqualTo(1);
        assertThat(find(new Wanted(null, null, null, "enrolled", null, null)).total())
                .isEqualTo(2);
        assertThat(find(new Wanted("bpatc", coordinator.id(), "a mail", null, null, null))
                        .total())
                .isZero();
        assertThat(find(new Wanted("' or 1 = 1 --", null, null, null, null, null))
                        .total())
                .isZero();
    }

    @Test
    void isSearchedByDaysOfDhaka() {
        rooms.administrator();
        rooms.clock.set(Instant.parse("2026-11-22T18:00:00Z"));
        record(null, "late", "x", Map.of());
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(find(new Wanted(null, null, null, null, day, day)).items())
                .extracting(Entry::action)
                .containsExactly("late");
        assertThat(find(new Wanted(null, null, null, null, null, day.minusDays(1)))
                        .total())
                .isEqualTo(4);
        assertThat(find(new Wanted(null, null, null, null, day.plusDays(1), null))
                        .total())
                .isZero();
    }

    @Test
    void comesInPages() {
        rooms.administrator();
        List<Entry> second = database.in(() -> search.search(ALL, 1, 3)).items();
        assertThat(second).extracting(Entry::action).containsExactly("enrolled");
    }

    private void record(@Nullable PersonId actor, String action, String subject, Map<String, String> details) {
        database.run(() -> rooms.audit.record(actor, action, subject, details));
    }

    private Page<Entry> find(Wanted wanted) {
        return database.in(() -> search.search(wanted, 0, 50));
    }
}
