package org.sopan.identity;

import java.util.Arrays;
import java.util.Locale;
import org.sopan.shared.DomainException;

/** Where a person's record stands: not signed up yet, in use, switched off, joined to another record, or erased. */
public enum PersonState {
    INVITED("p.active and p.password_hash is null"),
    ACTIVE("p.active and p.password_hash is not null"),
    DEACTIVATED("not p.active and p.merged_into is null and p.erased_at is null"),
    MERGED("p.merged_into is not null"),
    ERASED("p.erased_at is not null");

    private final String condition;

    PersonState(String condition) {
        this.condition = condition;
    }

    static PersonState of(Person person) {
        if (person.erasedAt() != null) {
            return ERASED;
        }
        if (person.mergedInto() != null) {
            return MERGED;
        }
        if (!person.isActive()) {
            return DEACTIVATED;
        }
        return person.hasSignedUp() ? ACTIVE : INVITED;
    }

    static PersonState ofWord(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainException.Invalid.malformed("no-such-state"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same in SQL, of a person {@code p}. */
    String condition() {
        return condition;
    }
}
