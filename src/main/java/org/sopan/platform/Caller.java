package org.sopan.platform;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/** Who is calling. Use cases ask it what the caller may see; what one may not know of is not found. */
@RequestScoped
public class Caller {
    private @Nullable Identified identified;
    private String token = "";

    protected Caller() {}

    /** A caller for work that no request asked for, and for tests. */
    public static Caller of(Identified identified) {
        Caller caller = new Caller();
        caller.identified = identified;
        return caller;
    }

    void become(Identified who, String withToken) {
        identified = who;
        token = withToken;
    }

    public Optional<Identified> identified() {
        return Optional.ofNullable(identified);
    }

    /** The token the call came with. */
    public String token() {
        return token;
    }

    public PersonId person() {
        return require().person();
    }

    /** Whether the caller is this person, also by a record that was joined to the caller's own. */
    public boolean is(PersonId person) {
        return identified != null
                && (identified.person().equals(person) || identified.aliases().contains(person));
    }

    /** The caller's own record, and those that were joined to it. */
    public Set<PersonId> records() {
        Set<PersonId> records = new HashSet<>(require().aliases());
        records.add(person());
        return records;
    }

    public boolean isAdministrator() {
        return identified != null && identified.roles().contains(Role.ADMINISTRATOR);
    }

    /** Whether the caller looks after this institute's people: its coordinator, or an administrator. */
    public boolean looksAfter(String institute) {
        return isAdministrator()
                || (identified != null && identified.coordinated().contains(institute));
    }

    /** Whether the caller may read of this institute's people: who looks after them, or views it or what is above it. */
    public boolean reads(String institute) {
        return looksAfter(institute)
                || (identified != null && identified.viewed().contains(institute));
    }

    public boolean facilitates(CohortId cohort) {
        return identified != null && identified.facilitated().contains(cohort);
    }

    /** Refuses as not found whoever neither is this person nor looks after that institute's people. */
    public void mustSee(PersonId person, String institute, String codeOfNotFound) {
        if (!is(person) && !looksAfter(institute)) {
            throw new DomainException.NotFound(codeOfNotFound);
        }
    }

    private Identified require() {
        if (identified == null) {
            throw new DomainException.Unauthenticated("sign-in-needed");
        }
        return identified;
    }
}
