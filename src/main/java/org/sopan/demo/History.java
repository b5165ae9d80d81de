package org.sopan.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.enrolment.LapseOverdue;
import org.sopan.platform.ActAs;
import org.sopan.platform.Clocks;
import org.sopan.platform.Identified;
import org.sopan.platform.Job;
import org.sopan.platform.Past;
import org.sopan.platform.Role;
import org.sopan.platform.Seeds;
import org.sopan.platform.Settings;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/**
 * Gives the demo's people a past, once, in the background after the first start. Someone who is enrolled already is
 * passed over, so that a start after a crash goes on where the last one ended.
 */
@ApplicationScoped
public class History implements Job {
    private static final Logger LOG = Logger.getLogger(History.class.getName());
    private static final CohortId BASE_COHORT = new CohortId(UUID.fromString("df7061e3-53ba-483d-ab22-8f3af2efd8e9"));
    private static final String COURSE = "foundations";
    private final Deeds deeds;
    private final LapseOverdue lapseOverdue;
    private final ActAs actAs;
    private final Settings settings;
    private final Clock clock;
    private volatile boolean told;

    @Inject
    public History(Deeds deeds, LapseOverdue lapseOverdue, ActAs actAs, Settings settings, Clock clock) {
        this.deeds = deeds;
        this.lapseOverdue = lapseOverdue;
        this.actAs = actAs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "demo-history";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        if (told || !settings.demoHistory()) {
            return;
        }
        Seeds.Entry history = Seeds.read("demo/history.yaml");
        Map<String, PersonId> coordinators = coordinators();
        Map<String, CohortId> cohorts = cohorts(history.child("cohorts"), coordinators);
        for (Seeds.Entry person : history.list("people")) {
            tell(person, cohorts, coordinators);
        }
        lapseOverdue.run();
        told = true;
        LOG.log(Level.INFO, "the demo's people have their past");
    }

    private static Map<String, PersonId> coordinators() {
        Map<String, PersonId> coordinators = new HashMap<>();
        for (Seeds.Entry person : Seeds.read("demo/people.yaml").list("people")) {
            person.list("roles").stream()
                    .filter(role -> role.text("role").equals(Role.COORDINATOR.word()))
                    .forEach(role -> coordinators.put(role.text("organization"), idOf(person)));
        }
        return coordinators;
    }

    private Map<String, CohortId> cohorts(Seeds.Entry entries, Map<String, PersonId> coordinators) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        Map<String, CohortId> cohorts = new HashMap<>();
        for (String name : entries.fields().keySet()) {
            Seeds.Entry entry = entries.child(name);
            actAs.run(
                    coordinator(coordinators, entry.text("host")),
                    () -> cohorts.put(name, deeds.cohort(entry, COURSE, today)));
        }
        return cohorts;
    }

    private void tell(Seeds.Entry person, Map<String, CohortId> cohorts, Map<String, PersonId> coordinators) {
        PersonId id = idOf(person);
        String institute = person.text("organization");
        Story story = new Story(person.child("story"));
        if (deeds.isEnrolled(id)) {
            return;
        }
        CohortId cohort = cohorts.getOrDefault(person.textOrNull("cohort"), BASE_COHORT);
        Duration before = Duration.ofDays(story.entry().number("begins", 12) + 3L);
        Past.run(before, () -> actAs.run(coordinator(coordinators, institute), () -> deeds.enrol(COURSE, id, cohort)));
        Identified learner = new Identified(id, Language.BN, Set.of(Role.LEARNER), Set.of(), Set.of(), Set.of());
        int number = 0;
        for (Story.Deed deed : story.deeds(deeds.course(COURSE), institute)) {
            Past.run(deed.ago(), seed(id, number++), () -> actAs.run(learner, () -> deeds.act(id, deed)));
        }
        story.withdrawn()
                .ifPresent(ago -> Past.run(
                        ago,
                        () -> actAs.run(
                                coordinator(coordinators, institute),
                                () -> deeds.withdraw(id, story.entry().text("because")))));
    }

    private static long seed(PersonId id, int deed) {
        return id.value().getLeastSignificantBits() + deed;
    }

    private static Identified coordinator(Map<String, PersonId> coordinators, String institute) {
        PersonId id = Objects.requireNonNull(coordinators.get(institute), institute);
        return new Identified(id, Language.BN, Set.of(Role.COORDINATOR), Set.of(institute), Set.of(), Set.of());
    }

    private static PersonId idOf(Seeds.Entry person) {
        return new PersonId(UUID.fromString(person.text("id")));
    }
}
