package org.sopan.report;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Doubles;
import org.sopan.enrolment.Enrolment;
import org.sopan.platform.Sql;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;

/**
 * Which enrolments a list shows and in which order, all of it decided by the database.
 *
 * @param query part of a name, an e-mail or a service id; composed or decomposed, joiners do not count
 */
public record PeopleFilter(
        @Nullable CohortId cohort,
        List<Enrolment.State> states,
        @Nullable String query,
        @Nullable String designation,
        Sort sort,
        boolean descending) {
    /** Zero-width joiner and non-joiner: kept in names, passed over in comparing. */
    private static final String JOINERS = "\u200D\u200C";

    public static final PeopleFilter ALL = new PeopleFilter(null, List.of(), null, null, Sort.NAME, false);

    /** What a list can be sorted by; the name decides between equals. */
    public enum Sort {
        NAME("", ""),
        PERCENT(Learning.PERCENT, ""),
        STATE(
                "case e.state when 'INVITED' then 1 when 'ACTIVE' then 2 when 'COMPLETED' then 3"
                        + " when 'WITHDRAWN' then 4 else 5 end",
                ""),
        ACTIVITY("g.last_activity_at", " nulls last"),
        DUE("e.due", " nulls last");

        private final String column;
        private final String nulls;

        Sort(String column, String nulls) {
            this.column = column;
            this.nulls = nulls;
        }
    }

    /** Reads what stands in an address; an empty parameter counts as none. */
    public static PeopleFilter of(
            @Nullable CohortId cohort,
            @Nullable String states,
            @Nullable String query,
            @Nullable String designation,
            @Nullable String sort,
            @Nullable String order) {
        return new PeopleFilter(
                cohort,
                Stream.of(orEmpty(states).split(",", -1))
                        .filter(word -> !word.isBlank())
                        .map(word -> word(Enrolment.State.class, word, "state"))
                        .toList(),
                orEmpty(query).isBlank() ? null : query,
                orEmpty(designation).isBlank() ? null : designation,
                orEmpty(sort).isBlank() ? Sort.NAME : word(Sort.class, orEmpty(sort), "sort"),
                orEmpty(order).equals("desc"));
    }

    /** Lets a person of the institute appear once in a course: in each cohort where one is asked for. */
    Sql once(Once once, String institute, Sql sql) {
        return cohort == null
                ? once.within(Doubles.Within.INSTITUTE, institute, sql)
                : once.within(Doubles.Within.COHORT, cohort.toString(), sql);
    }

    void narrow(Sql sql) {
        if (cohort != null) {
            sql.add(" and e.cohort = cast(? as uuid)", cohort.toString());
        }
        if (!states.isEmpty()) {
            sql.add(
                    " and e.state in (" + Sql.places(states.size()) + ")",
                    states.stream().map(Enum::name).toArray());
        }
        if (query != null) {
            contains(sql, query, "p.name_en", "p.name_bn", "p.email", "p.service_id");
        }
        if (designation != null) {
            contains(sql, designation, "p.designation_en", "p.designation_bn");
        }
    }

    void order(Sql sql, Language reader) {
        String direction = descending ? " desc" : "";
        String name = reader == Language.BN ? "p.sort_bn" : "p.sort_en";
        String first = sort == Sort.NAME ? name + direction : sort.column + direction + sort.nulls + ", " + name;
        sql.add(" order by " + first + ", p.email, e.id");
    }

    private static void contains(Sql sql, String words, String... columns) {
        String pattern =
                "%" + plain(words).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        String before = " and (";
        for (String column : columns) {
            sql.add(
                    before + "replace(replace(lower(" + column + "), ?, ''), ?, '') like ? escape '!'",
                    JOINERS.substring(0, 1),
                    JOINERS.substring(1),
                    pattern);
            before = " or ";
        }
        sql.add(")");
    }

    /** Composed as stored text is: in this form য়, ড় and ঢ় are two characters each, however they were typed. */
    private static String plain(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[" + JOINERS + "]", "");
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word, String field) {
        try {
            return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.malformed("invalid-input", new FieldError(field, "invalid"));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
