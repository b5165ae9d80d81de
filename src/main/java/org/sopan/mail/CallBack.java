package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sopan.platform.Batches;
import org.sopan.shared.PersonId;

/** Tells mail that can still be called back from mail that has left, and keeps back all that waits for someone. */
@ApplicationScoped
public class CallBack {
    private static final String GONE = " and state in ('sent', 'sending')";
    private static final String WAITING =
            "select cast(id as varchar) from outbox where state in ('queued', 'failed') and ";
    /** Until the transaction ends, and in an order that two of them share. */
    private static final String HELD = " order by id for update";

    private final EntityManager entities;
    private final Outbox outbox;

    @Inject
    public CallBack(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    /** Those of these messages, by the key they were queued with, that have left or are leaving. */
    public Set<String> left(Collection<String> once) {
        return found("select dedupe_key from outbox where dedupe_key in ({places})" + GONE, once);
    }

    /** Those of these people to whom any message has left or is leaving. */
    public Set<PersonId> reached(Collection<PersonId> people) {
        return found(
                        "select distinct cast(person as varchar) from outbox where person in ({uuids})" + GONE,
                        people.stream().map(PersonId::toString).toList())
                .stream()
                .map(person -> new PersonId(UUID.fromString(person)))
                .collect(Collectors.toSet());
    }

    /** Keeps everything from leaving that waits for these people, whether it names them or only their address. */
    public void all(Map<PersonId, String> people) {
        Set<String> waiting = found(
                WAITING + "person in ({uuids})" + HELD,
                people.keySet().stream().map(PersonId::toString).toList());
        waiting.addAll(found(WAITING + "address in ({places})" + HELD, people.values()));
        outbox.suppress(waiting.stream().map(UUID::fromString).toList(), "called back");
    }

    private Set<String> found(String sql, Collection<String> wanted) {
        Set<String> found = new HashSet<>();
        for (List<String> chunk : Batches.chunks(wanted, Batches.LISTED)) {
            Query query = entities.createNativeQuery(sql.replace("{places}", places(chunk.size(), "?"))
                    .replace("{uuids}", places(chunk.size(), "cast(? as uuid)")));
            int place = 1;
            for (String each : chunk) {
                query.setParameter(place++, each);
            }
            for (Object row : query.getResultList()) {
                found.add(String.valueOf(row));
            }
        }
        return found;
    }

    private static String places(int number, String form) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(place -> form.replace("?", "?" + place))
                .collect(Collectors.joining(","));
    }
}
