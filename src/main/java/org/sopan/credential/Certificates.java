package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sopan.completion.MyAwards;
import org.sopan.identity.Records;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/** The register of certificates. */
@ApplicationScoped
public class Certificates implements MyAwards.AwardSerials {
    static final String UNKNOWN = "unknown-certificate";
    private final EntityManager entities;

    @Inject
    public Certificates(EntityManager entities) {
        this.entities = entities;
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

    Optional<Certificate> find(String serial) {
        return Optional.ofNullable(entities.find(Certificate.class, serial));
    }

    /** Those of a person, joined records included. */
    public List<Certificate> printedOf(PersonId person) {
        return printedAmong(Records.of(entities, person));
    }

    List<Certificate> printedAmong(Collection<PersonId> people) {
        return people.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select c from Certificate c where c.person in :people and c.asPrinted is not null"
                                        + " order by c.issuedAt, c.number",
                                Certificate.class)
                        .setParameter("people", people)
                        .getResultList();
    }

    /** Serials whose paper is not stored yet. */
    List<String> withoutPaper(int limit) {
        return entities.createQuery(
                        "select c.serial from Certificate c where c.paperStored = false order by c.issuedAt",
                        String.class)
                .setMaxResults(limit)
                .getResultList();
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
}
