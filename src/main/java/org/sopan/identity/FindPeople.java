package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/**
 * Finds people by words of name, e-mail, service id and phone, in the order of the reader's language: those of the
 * institutes one reads of, for an administrator all. Three queries, however many are found.
 */
@ApplicationScoped
public class FindPeople {
    private final EntityManager entities;
    private final People people;
    private final Caller caller;

    @Inject
    public FindPeople(EntityManager entities, People people, Caller caller) {
        this.entities = entities;
        this.people = people;
        this.caller = caller;
    }

    /** Whom to look for; what is null does not matter. */
    public record Wanted(@Nullable String institute, @Nullable String words, @Nullable String state) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Person> find(Wanted wanted, Language reader, int page, int size) {
        List<Object> values = new ArrayList<>();
        String where = where(wanted, values);
        Object total =
                bound("select count(*) from person p where " + where, values).getSingleResult();
        List<?> ids = bound(
                        "select cast(p.id as varchar) from person p where " + where + " order by "
                                + (reader == Language.BN ? "p.sort_bn" : "p.sort_en") + ", p.email limit " + size
                                + " offset " + (long) page * size,
                        values)
                .getResultList();
        return new Page<>(
                inOrder(ids.stream()
                        .map(id -> new PersonId(UUID.fromString((String) id)))
                        .toList()),
                ((Number) total).longValue());
    }

    private List<Person> inOrder(List<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>();
        people.all(ids).forEach(person -> found.put(person.id(), person));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private String where(Wanted wanted, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope(wanted.institute(), values));
        conditions.add(state(wanted.state()));
        for (String pattern : PersonWords.patterns(wanted.words())) {
            values.add(pattern);
            conditions.add(PersonWords.condition("p", "?" + values.size()));
        }
        return String.join(" and ", conditions);
    }

    private String scope(@Nullable String institute, List<Object> values) {
        if (institute == null || institute.isBlank()) {
            return caller.isAdministrator() ? "1 = 1" : among(read(), values);
        }
        if (!caller.reads(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        return among(Set.of(institute), values);
    }

    private Set<String> read() {
        Set<String> read = new TreeSet<>();
        caller.identified().map(Identified::coordinated).ifPresent(read::addAll);
        caller.identified().map(Identified::viewed).ifPresent(read::addAll);
        return read;
    }

    private static String among(Collection<String> institutes, List<Object> values) {
        List<String> places = new ArrayList<>();
        for (String institute : institutes) {
            values.add(institute);
            places.add("?" + values.size());
        }
        return places.isEmpty() ? "1 = 0" : "p.organization in (" + String.join(", ", places) + ")";
    }

    private String state(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return "p.merged_into is null and p.erased_at is null";
        }
        PersonState state = PersonState.ofWord(word);
        boolean closed = state == PersonState.MERGED || state == PersonState.ERASED;
        return closed && !caller.isAdministrator() ? "1 = 0" : state.condition();
    }

    private Query bound(String sql, List<Object> values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
