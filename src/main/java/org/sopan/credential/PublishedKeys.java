package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.platform.Clocks;

/** The keys that sign and signed, as everyone may know them; the same on all nodes. */
@ApplicationScoped
public class PublishedKeys {
    private static final Logger LOG = Logger.getLogger(PublishedKeys.class.getName());
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public PublishedKeys(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** From the first to the one that signs now. */
    @Transactional
    public List<PublishedKey> all() {
        return entities.createQuery("select k from PublishedKey k order by k.validFrom, k.kid", PublishedKey.class)
                .getResultList();
    }

    /** The kid of the key that signs, if there ever was one. */
    @Transactional
    public Optional<String> open() {
        return theOpen().map(PublishedKey::kid);
    }

    /**
     * Makes a key known, and known as the one that signs. One that is new takes the place of the one before.
     *
     * @throws IllegalStateException when another has taken its place
     */
    @Transactional
    public void publish(SigningKey.PublicKey key) {
        PublishedKey known = entities.find(PublishedKey.class, key.kid());
        if (known != null) {
            Instant until = known.validUntil();
            if (until != null) {
                throw new IllegalStateException("the key " + key.kid() + " was replaced on "
                        + until.atZone(Clocks.DHAKA).toLocalDate() + "; this node needs the new one, "
                        + theOpen().map(PublishedKey::kid).orElse("of which nothing is known"));
            }
            return;
        }
        Instant now = clock.instant();
        theOpen().ifPresent(before -> {
            before.retire(now);
            LOG.log(
                    Level.WARNING,
                    "certificates are signed with the key {0} from now on, no longer with {1}",
                    new Object[] {key.kid(), before.kid()});
        });
        entities.flush();
        entities.persist(new PublishedKey(key, now));
    }

    private Optional<PublishedKey> theOpen() {
        return entities.createQuery("select k from PublishedKey k where k.validUntil is null", PublishedKey.class)
                .getResultStream()
                .findFirst();
    }
}
