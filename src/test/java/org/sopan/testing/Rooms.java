package org.sopan.testing;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sopan.assessment.QuestionTypes;
import org.sopan.course.Catalogue;
import org.sopan.course.CourseFiles;
import org.sopan.course.Curriculum;
import org.sopan.course.Releases;
import org.sopan.credential.PublishedKeys;
import org.sopan.credential.Signer;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.identity.OneTimeLinks;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.identity.Roles;
import org.sopan.identity.Sessions;
import org.sopan.mail.Outbox;
import org.sopan.organization.Organizations;
import org.sopan.platform.Acting;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Batches;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.platform.Seeds;
import org.sopan.platform.Settings;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * The rooms wired by hand over an empty database: three institutes and a clock that stands still. Tests build the use case they are about from these.
 */
public final class Rooms {
    /** Two small courses; the second requires the first, whose second module is optional for {@code nilg}. */
    public static final Path COURSES = Path.of("src/test/resources/org/sopan/testing/courses");

    /** Their files as text. */
    public static final Map<String, String> COURSES_TEXTS =
            CourseFiles.in(COURSES).texts();
    /** The example of RFC 8037, in PKCS #8. */
    private static final String SIGNING_KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private static final Map<String, CourseFiles> RELEASES = Map.of(
            "basics", CourseFiles.in(COURSES).only("basics"),
            "advanced", CourseFiles.in(COURSES).only("advanced"));

    /** Kept from test to test: reading a release takes long, and a release never changes. */
    private static final Map<TestDatabase, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

    public final TestDatabase database;
    public final EntityManager entities;
    public final MovingClock clock = new MovingClock();
    public final Randomness randomness = new Randomness(clock);
    public final Settings settings;
    public final Events events = new Events();
    public final List<String> woken = new CopyOnWriteArrayList<>();
    public final Caller caller = Caller.of(
            new Identified(new PersonId(UUID.randomUUID()), Language.BN, Set.of(), Set.of(), Set.of(), Set.of()));
    public final Batches batches;
    public final AuditTrail audit;
    public final Organizations organizations;
    public final People people;
    public final Roles roles;
    public final Sessions sessions;
    public final OneTimeLinks links;
    public final Outbox outbox;
    public final QuestionTypes types = new QuestionTypes();
    public final Releases releases;
    public final Catalogue catalogue;
    public final Curriculum curriculum;
    public final Enrolments enrolments;
    public final PublishedKeys publishedKeys;
    public final Signer signer;

    public Rooms(TestDatabase database) {
        this(database, Map.of());
    }

    public Rooms(TestDatabase database, Map<String, String> set) {
        this(database, set, true);
    }

    /** Over rows that are there already, and stay. */
    public static Rooms over(TestDatabase grown, Map<String, String> set) {
        return new Rooms(grown, set, false);
    }

    private Rooms(TestDatabase database, Map<String, String> set, boolean anew) {
        this.database = database;
        entities = database.entities();
        Map<String, String> all = new java.util.TreeMap<>(set);
        all.putIfAbsent("sopan.url", "https://sopan.example");
        all.putIfAbsent("sopan.courses", COURSES.toString());
        all.putIfAbsent("sopan.signing.key", SIGNING_KEY);
        settings = new Settings(FixedConfig.of(all));
        batches = new Batches(entities);
        audit = new AuditTrail(entities, clock);
        organizations = new Organizations(entities);
        people = new People(entities, batches, randomness);
        roles = new Roles(entities, randomness);
        sessions = new Sessions(entities, people, organizations, clock, randomness, database::then, settings);
        links = new OneTimeLinks(entities, batches, clock, randomness, settings);
        outbox = new Outbox(entities, batches, clock, randomness, woken::add, settings);
        releases = new Releases(entities, clock);
        catalogue = CATALOGUES.computeIfAbsent(database, any -> new Catalogue(releases, types, clock));
        curriculum = new Curriculum(catalogue, releases, types, clock, settings);
        enrolments = new Enrolments(entities);
        publishedKeys = new PublishedKeys(entities, clock);
        signer = new Signer(settings, publishedKeys);
        if (anew) {
            database.empty();
            database.run(this::furnish);
        } else {
            database.run(organizations::read);
        }
    }

    private void furnish() {
        signer.open();
        organizations.seed(List.of(
                organization("bpatc", "Public Administration Training Centre"),
                organization("nilg", "Local Government Institute"),
                organization("bard", "Rural Development Academy")));
        organizations.read();
    }

    /** The same, with the two courses live. */
    public Rooms withCourses() {
        database.run(() -> {
            RELEASES.forEach(releases::publish);
            curriculum.run();
        });
        return this;
    }

    private static Seeds.Entry organization(String id, String name) {
        return new Seeds.Entry(
                Map.of("id", id, "type", "institute", "names", List.of(Map.of("en", name, "bn", "প্রতিষ্ঠান " + id))));
    }

    /** Lets another edition of a course go live, as another node would have. */
    public void publish(String course, CourseFiles files) {
        database.run(() -> {
            releases.publish(course, files.only(course));
            curriculum.run();
        });
    }

    /** The same for the programme itself. */
    public void publishProgramme(CourseFiles files) {
        database.run(() -> {
            releases.publishProgramme(files.programme());
            curriculum.run();
        });
    }

    /** A learner of this institute, whose e-mail begins with the name. */
    public Person learner(String name, String institute) {
        return person(name, institute, Role.LEARNER);
    }

    /** A coordinator, who from now on is the caller. */
    public Person coordinator(String institute) {
        Person person = person("coordinator-" + institute, institute, Role.COORDINATOR);
        Acting.coordinator(caller, person.id(), institute);
        return person;
    }

    /** An administrator, who from now on is the caller. */
    public Person administrator() {
        return administrator("administrator");
    }

    public Person administrator(String name) {
        Person person = person(name, null, Role.ADMINISTRATOR);
        Acting.administrator(caller, person.id());
        return person;
    }

    private Person person(String name, @Nullable String institute, Role role) {
        return database.in(() -> {
            Person person = new Person(
                    new PersonId(randomness.id()),
                    name + "@sopan.example",
                    new Person.Profile(new LocalizedText(name, "নাম " + name), null, null, null, null, Language.EN),
                    institute,
                    clock.instant());
            people.add(person);
            people.grant(person.id(), role, role == Role.ADMINISTRATOR ? null : institute);
            return person;
        });
    }

    /** Enrols a learner, who from now on is the caller. */
    public EnrolmentId enrol(Person learner, String course) {
        return enrol(learner, course, null);
    }

    public EnrolmentId enrol(Person learner, String course, @Nullable Cohort cohort) {
        Acting.learner(caller, learner.id());
        return database.in(() -> {
            Enrolment enrolment = new Enrolment(
                    new EnrolmentId(randomness.id()),
                    learner.id(),
                    course,
                    cohort,
                    String.valueOf(learner.organization()),
                    clock.instant());
            enrolments.add(enrolment);
            return enrolment.id();
        });
    }

    public Enrolment enrolment(EnrolmentId id) {
        return database.in(() -> enrolments.find(id).orElseThrow());
    }
}
