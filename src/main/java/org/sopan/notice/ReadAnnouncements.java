package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolments;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** Announcements as those read them whom they are for, and as those who speak to the cohort see them. */
@ApplicationScoped
public class ReadAnnouncements {
    private final Announcements announcements;
    private final Enrolments enrolments;
    private final People people;
    private final CohortScope scope;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public ReadAnnouncements(
            Announcements announcements,
            Enrolments enrolments,
            People people,
            CohortScope scope,
            Caller caller,
            Clock clock) {
        this.announcements = announcements;
        this.enrolments = enrolments;
        this.people = people;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /** One for the caller, and when the caller saw it. */
    public record Received(
            Announcement announcement, LocalizedText cohort, LocalizedText author, @Nullable Instant seenAt) {}

    /** A page of them, how many there are, and how many were not seen yet. */
    public record Inbox(List<Received> items, long total, long unseen) {}

    /** One to a cohort; of how many and seen by how many is told to those whose people all of them are. */
    public record Told(
            Announcement announcement,
            LocalizedText author,
            boolean isOwn,
            @Nullable Integer people,
            @Nullable Integer seen) {}

    @Transactional
    public Inbox own(int from, int size) {
        long[] number = announcements.number(reader());
        List<Announcements.Seen> page = announcements.forPerson(reader(), from, size);
        Map<UUID, Announcement> byId =
                announcements
                        .all(page.stream().map(Announcements.Seen::announcement).toList())
                        .stream()
                        .collect(Collectors.toMap(Announcement::id, Function.identity()));
        Collection<Announcement> found = byId.values();
        Map<PersonId, LocalizedText> authors = names(found);
        Map<CohortId, LocalizedText> titles =
                enrolments.cohorts(found.stream().map(Announcement::cohort).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Cohort::id, Cohort::title));
        List<Received> items = page.stream()
                .map(seen -> {
                    Announcement each = Objects.requireNonNull(byId.get(seen.announcement()));
                    return new Received(
                            each,
                            Objects.requireNonNull(titles.get(each.cohort())),
                            Objects.requireNonNull(authors.get(each.author())),
                            seen.at());
                })
                .toList();
        return new Inbox(items, number[0], number[1]);
    }

    @Transactional
    public void see(UUID id) {
        if (!announcements.isFor(reader(), id)) {
            throw new DomainException.NotFound("unknown-announcement");
        }
        announcements.see(id, caller.person(), clock.instant());
    }

    private Announcements.Reader reader() {
        return new Announcements.Reader(caller.person(), List.copyOf(caller.records()));
    }

    /** Those to a cohort, as far as they are to the caller's people. */
    @Transactional
    public List<Told> to(CohortId id) {
        Cohort cohort = scope.seen(id);
        List<Announcement> found = announcements.to(id).stream()
                .filter(each -> each.institute() == null || scope.covers(cohort, each.institute()))
                .toList();
        Map<PersonId, LocalizedText> authors = names(found);
        Map<UUID, int[]> counts = announcements.counts(id);
        return found.stream()
                .map(each -> {
                    int @Nullable [] count = scope.covers(cohort, each.institute()) ? counts.get(each.id()) : null;
                    return new Told(
                            each,
                            Objects.requireNonNull(authors.get(each.author())),
                            caller.is(each.author()),
                            count == null ? null : count[0],
                            count == null ? null : count[1]);
                })
                .toList();
    }

    private Map<PersonId, LocalizedText> names(Collection<Announcement> found) {
        return people.all(found.stream().map(Announcement::author).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Person::id, ReadAnnouncements::name));
    }

    private static LocalizedText name(Person person) {
        LocalizedText name = person.name();
        return name == null ? new LocalizedText(person.email(), null) : name;
    }
}
