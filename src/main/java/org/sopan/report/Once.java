package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Doubles;
import org.sopan.platform.Sql;

/**
 * Lists and counts a person once in a course, also one whose records were joined. Of two completed enrolments the one
 * whose certificate is valid appears.
 */
@ApplicationScoped
public class Once {
    /** Joins the person as {@code p}: of a record that was joined to another, the one that is kept. */
    static final String PERSON =
            "person r on r.id = e.person left join person p on p.id = coalesce(r.merged_into, r.id)";

    private static final String VALID_CERTIFICATES =
            "(select count(*) from award w join certificate v on v.award = w.id and v.status = 'VALID'"
                    + " where w.enrolment = {e}.id and w.kind = 'completion')";
    private final Doubles doubles;

    @Inject
    public Once(Doubles doubles) {
        this.doubles = doubles;
    }

    /** Adds the condition that leaves out whoever appears already. */
    Sql within(Doubles.Within within, String which, Sql sql) {
        List<String> twice = doubles.within(within, which, VALID_CERTIFICATES);
        return twice.isEmpty() ? sql : sql.add(" and e.id not in (" + places(twice) + ")", twice.toArray());
    }

    /** The condition for those that no institute counts, or null where there are none. */
    @Nullable
    Sql twice() {
        List<String> twice = doubles.within(Doubles.Within.INSTITUTE, null, VALID_CERTIFICATES);
        return twice.isEmpty() ? null : new Sql().add(" and e.id in (" + places(twice) + ")", twice.toArray());
    }

    private static String places(List<String> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "cast(? as uuid)"));
    }
}
