package org.sopan.enrolment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Randomness;
import org.sopan.platform.Seeds;
import org.sopan.platform.Settings;
import org.sopan.platform.Startup;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/** The demo's cohort and who is in it; nobody has begun. */
@ApplicationScoped
public class DemoEnrolments {
    private final Enrolments enrolments;
    private final People people;
    private final Randomness randomness;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public DemoEnrolments(Enrolments enrolments, People people, Randomness randomness, Settings settings, Clock clock) {
        this.enrolments = enrolments;
        this.people = people;
        this.randomness = randomness;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(Startup.ENROLMENTS) @Initialized(ApplicationScoped.class) Object event) {
        if (settings.demo()) {
            Startup.step("demo enrolments", () -> load(Seeds.read("demo/people.yaml")));
        }
    }

    /** Who has another address by now, or was erased, is passed over. */
    private void load(Seeds.Entry demo) {
        Cohort cohort = cohort(demo.child("cohort"));
        List<String> emails = demo.list("enrolments").stream()
                .map(entry -> entry.text("email"))
                .toList();
        Map<String, Person> known = new HashMap<>();
        people.among(emails, List.of()).forEach(person -> known.put(person.email(), person));
        for (Seeds.Entry entry : demo.list("enrolments")) {
            Person person = known.get(entry.text("email"));
            if (person == null) {
                continue;
            }
            boolean never = enrolments.of(person.id()).stream()
                    .noneMatch(enrolment -> enrolment.course().equals(entry.text("course")));
            if (never) {
                enrolments.add(new Enrolment(
                        new EnrolmentId(randomness.id()),
                        person.id(),
                        entry.text("course"),
                        cohort,
                        Objects.requireNonNull(person.organization()),
                        clock.instant()));
            }
        }
    }

    private Cohort cohort(Seeds.Entry entry) {
        CohortId id = new CohortId(UUID.fromString(entry.text("id")));
        return enrolments.cohort(id).orElseGet(() -> {
            Map<String, Integer> seats = new HashMap<>();
            entry.child("seats")
                    .fields()
                    .forEach((institute, number) -> seats.put(institute, Integer.valueOf(number.toString())));
            Cohort cohort = new Cohort(
                    id,
                    entry.text("host"),
                    entry.textOrNull("course"),
                    Objects.requireNonNull(entry.localized("title")),
                    LocalDate.parse(entry.text("starts")),
                    LocalDate.parse(entry.text("ends")),
                    seats,
                    null,
                    clock.instant());
            enrolments.add(cohort);
            for (String email : entry.texts("facilitators")) {
                people.grantFor(people.byEmail(email).orElseThrow().id(), id);
            }
            return cohort;
        });
    }
}
