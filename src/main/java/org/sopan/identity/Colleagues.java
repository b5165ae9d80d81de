package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Randomness;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** Finds someone by id or e-mail, or adds who is not known yet; of another institute's people it tells nothing. */
@ApplicationScoped
public class Colleagues {
    private static final String EMAIL = "[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}";
    private static final int LONGEST_EMAIL = 320;
    private final People people;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public Colleagues(People people, Randomness randomness, Clock clock) {
        this.people = people;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Who is meant: someone known, or an e-mail with the name to be used if nobody has it. */
    public record Wanted(
            @Nullable PersonId person,
            @Nullable String email,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation) {}

    /**
     * The person of this institute; one who is added becomes its learner or staff by what follows. Of another's not even
     * whether the account is closed is told.
     */
    public Person of(String institute, Wanted wanted) {
        if (found(wanted)
                .filter(person -> !institute.equals(person.organization()))
                .isPresent()) {
            throw wanted.person() == null
                    ? new DomainException.Conflict("known-elsewhere")
                    : new DomainException.NotFound("unknown-person");
        }
        return any(institute, wanted);
    }

    /** The same, but nobody is added. */
    Person known(String institute, Wanted wanted) {
        return found(wanted)
                .filter(person -> person.isActive() && institute.equals(person.organization()))
                .orElseThrow(() -> new DomainException.NotFound("unknown-person"));
    }

    /** The same wherever the person belongs; one who is added belongs here. */
    Person any(@Nullable String institute, Wanted wanted) {
        Optional<Person> known = found(wanted);
        if (wanted.person() != null) {
            return known.filter(Person::isActive).orElseThrow(() -> new DomainException.NotFound("unknown-person"));
        }
        if (known.isPresent()) {
            return known.filter(Person::isActive).orElseThrow(() -> new DomainException.Conflict("not-active"));
        }
        return add(address(wanted.email()), institute, wanted);
    }

    private Optional<Person> found(Wanted wanted) {
        PersonId id = wanted.person();
        return id == null ? people.byEmail(address(wanted.email())) : people.find(id);
    }

    private Person add(String email, @Nullable String institute, Wanted wanted) {
        LocalizedText name = CleanText.line(wanted.name(), "name");
        if (name == null) {
            throw Invalid.refused("invalid-input", new FieldError("name", "missing"));
        }
        LocalizedText designation = CleanText.line(wanted.designation(), "designation");
        Person person = new Person(
                new PersonId(randomness.id()),
                email,
                new Person.Profile(name, designation, null, null, null, null),
                institute,
                clock.instant());
        people.add(person);
        return person;
    }

    private static String address(@Nullable String typed) {
        String email = typed == null ? "" : Person.normalized(typed);
        if (email.isEmpty()) {
            throw Invalid.refused("invalid-input", new FieldError("email", "missing"));
        }
        if (email.length() > LONGEST_EMAIL || !email.matches(EMAIL)) {
            throw Invalid.refused("invalid-input", new FieldError("email", "email"));
        }
        return email;
    }
}
