package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.MyAwards;
import org.sopan.identity.Records;
import org.sopan.mail.Outbox;
import org.sopan.mail.OutboxMessage;
import org.sopan.platform.Batches;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/** The register of certificates. */
@ApplicationScoped
public class Certificates implements MyAwards.AwardSerials {
    static final String UNKNOWN = "unknown-certificate";
    private final EntityManager entities;
    private final Outbox outbox;

    @Inject
    public Certificates(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    void add(Certificate certificate) {
        entities.persist(certificate);
    }

    /** The certificate of a serial as someone typed it. One that is held is not known yet. */
    public Certificate printed(String typed) {
        return Serial.read(typed)
                .map(serial -> entities.find(Certificate.class, serial))
                .filter(certificate -> !certificate.isHeld())
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    Certificate locked(String typed) {
        return Serial.read(typed)
                .map(serial -> entities.find(Certificate.class, serial, LockModeType.PESSIMISTIC_WRITE))
                .filter(certificate -> !certificate.isHeld())
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    /** Holds one that was read already, and reads it again. */
    void lock(Certificate certificate) {
        entities.refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Certificate> find(String serial) {
        return Optional.ofNullable(entities.find(Certificate.class, serial));
    }

    /** Those of a person, joined records included. */
    public List<Certificate> printedOf(PersonId person) {
        return printedAmong(Records.of(entities, person));
    }

    List<Certificate> printedAmong(Collection<PersonId> people) {
        return Batches.listed(people, chunk -> entities.createQuery(
                        "select c from Certificate c where c.person in :people and c.asPrinted is not null"
                                + " order by c.issuedAt, c.number",
                        Certificate.class)
                .setParameter("people", chunk)
                .getResultList());
    }

    /** Serials whose paper is not stored yet, the oldest first; so many are passed over. */
    List<String> withoutPaper(int passed, int limit) {
        return entities.createQuery(
                        "select c.serial from Certificate c where c.paperStored = false order by c.issuedAt, c.serial",
                        String.class)
                .setFirstResult(passed)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Papers that could not be made, or are due since before that moment; held ones wait for a name and are none. */
    record Stuck(long number, @Nullable Instant since, Map<String, Long> troubles) {}

    Stuck stuck(Instant before) {
        Map<String, Long> troubles = new TreeMap<>();
        long number = 0;
        Instant since = null;
        List<Object[]> rows = entities.createQuery(
                        "select c.paperTrouble, count(c), min(c.issuedAt) from Certificate c"
                                + " where c.paperStored = :stored and c.heldBecause is null"
                                + " and (c.paperTrouble is not null or c.issuedAt < :before) group by c.paperTrouble",
                        Object[].class)
                .setParameter("stored", false)
                .setParameter("before", before)
                .getResultList();
        for (Object[] row : rows) {
            String trouble = row[0] == null ? "being-made" : (String) row[0];
            long count = ((Number) row[1]).longValue();
            Instant earliest = (Instant) row[2];
            troubles.put(trouble, count);
            number += count;
            since = since == null || earliest.isBefore(since) ? earliest : since;
        }
        return new Stuck(number, since, troubles);
    }

    /** All that were revoked or replaced, in the order in which it happened. */
    List<ChangedCertificate> changed() {
        return entities.createQuery(
                        "select new org.sopan.credential.ChangedCertificate(c.serial, c.status, c.changedAt)"
                                + " from Certificate c where c.status in :changed order by c.changedAt, c.serial",
                        ChangedCertificate.class)
                .setParameter("changed", List.of(Certificate.Status.REVOKED, Certificate.Status.SUPERSEDED))
                .getResultList();
    }

    List<Certificate> among(Collection<String> serials) {
        return Batches.listed(serials, chunk -> entities.createQuery(
                        "select c from Certificate c where c.serial in :serials", Certificate.class)
                .setParameter("serials", chunk)
                .getResultList());
    }

    /** Has what was changed written before the next insert: the database allows one valid certificate at a time. */
    void flush() {
        entities.flush();
    }

    @Override
    public Map<UUID, String> of(PersonId person) {
        return printedOf(person).stream()
                .filter(certificate -> certificate.status() == Certificate.Status.VALID)
                .collect(Collectors.toMap(Certificate::award, Certificate::serial));
    }

    /** Of each award the latest certificate, with its mail; two queries. */
    @Override
    public Map<UUID, MyAwards.Paper> papersOf(PersonId person, Language reader) {
        Map<UUID, Certificate> latest = new HashMap<>();
        entities.createQuery(
                        "select c from Certificate c where c.person = :person order by c.number", Certificate.class)
                .setParameter("person", person)
                .getResultList()
                .forEach(certificate -> latest.put(certificate.award(), certificate));
        Map<String, OutboxMessage> mails = new HashMap<>();
        outbox.carrying(latest.values().stream().map(Certificate::serial).toList())
                .forEach(message -> mails.put(String.valueOf(message.attachmentKey()), message));
        Map<UUID, MyAwards.Paper> papers = new HashMap<>();
        latest.forEach((award, certificate) ->
                papers.put(award, PaperState.of(certificate, mails.get(certificate.serial()), reader)));
        return papers;
    }
}
