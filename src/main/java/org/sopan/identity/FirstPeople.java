package org.sopan.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.platform.Seeds;
import org.sopan.platform.Settings;
import org.sopan.platform.Startup;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** The people of the demo; or, on a real server, the first administrator, from settings or by a link in the log. */
@ApplicationScoped
public class FirstPeople {
    private static final Logger LOG = Logger.getLogger(FirstPeople.class.getName());
    private final People people;
    private final Passwords passwords;
    private final OneTimeLinks links;
    private final Randomness randomness;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public FirstPeople(
            People people,
            Passwords passwords,
            OneTimeLinks links,
            Randomness randomness,
            Settings settings,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.links = links;
        this.randomness = randomness;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(Startup.PEOPLE) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("people", () -> {
            people.unsorted().forEach(person -> person.revise(person.profile()));
            if (settings.demo()) {
                demo(settings.optional("sopan.demo.password").orElseThrow());
            } else if (!people.anyAdministratorCanSignIn()) {
                administrator();
            }
        });
    }

    /**
     * All people of the demo share one hash: hashing a dozen would take longer than the rest of the start. Who has
     * another address by now, or was erased, is not added again.
     */
    private void demo(String password) {
        List<Seeds.Entry> entries =
                new ArrayList<>(Seeds.read("demo/people.yaml").list("people"));
        if (settings.demoHistory()) {
            entries.addAll(Seeds.read("demo/history.yaml").list("people"));
        }
        Set<PersonId> known = people.all(entries.stream().map(FirstPeople::idOf).toList()).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        entries.removeIf(entry -> known.contains(idOf(entry)));
        if (!entries.isEmpty()) {
            String hash = passwords.hash(password);
            entries.forEach(entry -> addDemo(entry, hash));
        }
    }

    private static PersonId idOf(Seeds.Entry entry) {
        return new PersonId(UUID.fromString(entry.text("id")));
    }

    private void addDemo(Seeds.Entry entry, String hash) {
        String sex = entry.textOrNull("sex");
        Person.Profile profile = new Person.Profile(
                entry.localized("name"),
                entry.localized("designation"),
                entry.textOrNull("unit"),
                entry.textOrNull("phone"),
                entry.textOrNull("serviceId"),
                Language.ofTag(entry.text("language")).orElseThrow(),
                sex == null ? null : Person.Sex.valueOf(sex.toUpperCase(Locale.ROOT)));
        PersonId id = idOf(entry);
        Person person = new Person(id, entry.text("email"), profile, entry.textOrNull("organization"), clock.instant());
        if (entry.find("story").map(story -> story.flag("signedUp", true)).orElse(true)) {
            person.changePassword(hash);
        }
        people.add(person);
        if (entry.fields().containsKey("story")) {
            people.grant(id, Role.LEARNER, entry.text("organization"));
        }
        for (Seeds.Entry role : entry.list("roles")) {
            people.grant(id, Role.valueOf(role.text("role").toUpperCase(Locale.ROOT)), role.textOrNull("organization"));
        }
    }

    private void administrator() {
        String email = settings.optional("sopan.administrator.email")
                .orElse("administrator@" + settings.url().getHost());
        Optional<String> password = settings.optional("sopan.administrator.password");
        Person person = people.byEmail(email).orElseGet(() -> addAdministrator(email));
        people.grant(person.id(), Role.ADMINISTRATOR, null);
        if (password.isPresent()) {
            passwords.mustBeStrong(password.get());
            person.changePassword(passwords.hash(password.get()));
        } else {
            LOG.log(Level.INFO, "the first administrator signs in as {0}; choose a password once at {1}", new Object[] {
                email, links.make(OneTimeLinks.Purpose.INVITATION, person.id()).address()
            });
        }
    }

    private Person addAdministrator(String email) {
        @Nullable String name = settings.optional("sopan.administrator.name").orElse(null);
        Person person = new Person(
                new PersonId(randomness.id()),
                email,
                new Person.Profile(name == null ? null : new LocalizedText(name, null), null, null, null, null, null),
                null,
                clock.instant());
        people.add(person);
        return person;
    }
}
