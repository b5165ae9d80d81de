package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sopan.shared.DomainException;

/** Lets a person in with e-mail and password. Unknown and wrong look and take the same. */
@ApplicationScoped
public class SignIn {
    private final People people;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    @Inject
    public SignIn(People people, Passwords passwords, SignInThrottle throttle, Sessions sessions) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** Checks the password, outside of any transaction: hashing takes long and holds no connection. */
    public Person check(String email, String password) {
        throttle.check(email);
        Optional<Person> person = people.byEmail(email).filter(Person::isActive);
        if (!passwords.verify(password, person.map(Person::passwordHash).orElse(null))) {
            throttle.failed(email);
            throw new DomainException.Unauthenticated("wrong-credentials");
        }
        return person.orElseThrow();
    }

    @Transactional
    public Sessions.Opened open(Person person) {
        throttle.succeeded(person.email());
        return sessions.open(person.id());
    }

    @Transactional
    public void end(String token) {
        sessions.end(token);
    }
}
