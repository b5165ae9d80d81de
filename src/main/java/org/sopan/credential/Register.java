package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.PersonWords;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.platform.Sql;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;

/** The register as a list: all of it for administrators, an institute's own certificates for its coordinators. */
@ApplicationScoped
public class Register {
    /** What follows is a condition; the columns are those of {@link RegisterRow#of}. */
    static final String SELECT = "select c.serial, c.number, a.kind, a.course, cast(c.person as varchar), c.institute,"
            + " c.status, c.held_because, c.as_printed, c.issued_on, c.changed_at, c.reason, c.superseded_by, c.replaces,"
            + " c.paper_stored, k.sha256";

    /** The person's own record, and the kept one where it was joined to another. */
    static final String TABLES = " from certificate c join award a on a.id = c.award join person r on r.id = c.person"
            + " join person p on p.id = coalesce(r.merged_into, r.id)"
            + " left join certificate_paper k on k.serial = c.serial where 1 = 1";

    private final EntityManager entities;
    private final Caller caller;

    @Inject
    public Register(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Which certificates; what is null does not matter. */
    public record Wanted(
            @Nullable String institute,
            @Nullable String kind,
            @Nullable String course,
            @Nullable CohortId cohort,
            Certificate.@Nullable Status status,
            @Nullable String words,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** The newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<RegisterRow> list(Wanted wanted, int page, int size) {
        Sql which = which(wanted);
        long total = new Sql().add("select count(*)").add(which).number(entities);
        List<RegisterRow> rows = new Sql()
                        .add(SELECT)
                        .add(which)
                        .add(" order by c.issued_at desc, c.serial limit ? offset ?", size, (long) page * size)
                        .list(entities)
                        .stream()
                        .map(RegisterRow::of)
                        .toList();
        return new Page<>(rows, total);
    }

    /** Tables and conditions; refuses what the caller may not know of. */
    Sql which(Wanted wanted) {
        Sql sql = new Sql().add(TABLES);
        scope(wanted.institute(), sql);
        if (wanted.kind() != null) {
            sql.add(" and a.kind = ?", wanted.kind());
        }
        if (wanted.course() != null) {
            sql.add(" and a.course = ?", wanted.course());
        }
        if (wanted.cohort() != null) {
            sql.add(" and a.cohort = cast(? as uuid)", wanted.cohort().toString());
        }
        if (wanted.status() != null) {
            sql.add(" and c.status = ?", wanted.status().name());
        }
        if (wanted.from() != null) {
            sql.add(" and c.issued_on >= ?", wanted.from());
        }
        if (wanted.to() != null) {
            sql.add(" and c.issued_on <= ?", wanted.to());
        }
        for (String pattern : PersonWords.patterns(wanted.words())) {
            sql.add(
                    " and (" + PersonWords.condition("p", "?") + " or c.serial like ? escape '!')",
                    pattern,
                    pattern.toUpperCase(Locale.ROOT));
        }
        return sql;
    }

    private void scope(@Nullable String institute, Sql sql) {
        if (institute != null) {
            if (!caller.looksAfter(institute)) {
                throw new DomainException.NotFound("unknown-organization");
            }
            sql.add(" and c.institute = ?", institute);
        } else if (!caller.isAdministrator()) {
            Set<String> own = caller.identified().map(Identified::coordinated).orElse(Set.of());
            sql.add(
                    own.isEmpty() ? " and 1 = 0" : " and c.institute in (" + Sql.places(own.size()) + ")",
                    own.toArray());
        }
    }
}
