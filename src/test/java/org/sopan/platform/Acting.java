package org.sopan.platform;

import java.util.Set;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/** Says who calls, where a request would. */
public final class Acting {
    private Acting() {}

    public static void learner(Caller caller, PersonId person) {
        become(caller, person, Role.LEARNER, Set.of());
    }

    public static void coordinator(Caller caller, PersonId person, String institute) {
        become(caller, person, Role.COORDINATOR, Set.of(institute));
    }

    public static void administrator(Caller caller, PersonId person) {
        become(caller, person, Role.ADMINISTRATOR, Set.of());
    }

    /** Whoever called before calls again. */
    public static void again(Caller caller, Identified before) {
        caller.become(before, "token");
    }

    private static void become(Caller caller, PersonId person, Role role, Set<String> coordinated) {
        caller.become(new Identified(person, Language.BN, Set.of(role), coordinated, Set.of(), Set.of()), "token");
    }

    /** A learner to whose record others were joined. */
    public static void joined(Caller caller, PersonId person, Set<PersonId> aliases) {
        caller.become(
                new Identified(person, Language.BN, Set.of(Role.LEARNER), Set.of(), Set.of(), Set.of()).with(aliases),
                "token");
    }

    /** A director, who reads these organizations. */
    public static void viewer(Caller caller, PersonId person, Set<String> viewed) {
        caller.become(new Identified(person, Language.BN, Set.of(Role.VIEWER), Set.of(), viewed, Set.of()), "token");
    }

    public static void facilitator(Caller caller, PersonId person, CohortId cohort) {
        caller.become(
                new Identified(person, Language.BN, Set.of(Role.FACILITATOR), Set.of(), Set.of(), Set.of(cohort)),
                "token");
    }
}
