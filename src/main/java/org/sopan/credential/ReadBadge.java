package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.sopan.completion.Award;
import org.sopan.completion.Awards;
import org.sopan.identity.People;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.DomainException;

/**
 * A certificate's badge, for its holder and those who look after the institute: it names an address by hash, and what
 * becomes of it is the holder's affair. It is made and signed at its first request, and the same for ever after.
 */
@ApplicationScoped
public class ReadBadge {
    private final Certificates certificates;
    private final Badges badges;
    private final BadgeText text;
    private final DataIntegrity integrity;
    private final Awards awards;
    private final People people;
    private final Caller caller;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ReadBadge(
            Certificates certificates,
            Badges badges,
            BadgeText text,
            DataIntegrity integrity,
            Awards awards,
            People people,
            Caller caller,
            Randomness randomness,
            Clock clock) {
        this.certificates = certificates;
        this.badges = badges;
        this.text = text;
        this.integrity = integrity;
        this.awards = awards;
        this.people = people;
        this.caller = caller;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The signed credential as JSON; refused for one that was no longer valid before anybody asked for its badge. */
    @Transactional
    public String read(String serial) {
        Certificate certificate = certificates.printed(serial);
        caller.mustSee(certificate.person(), certificate.institute(), Certificates.UNKNOWN);
        return stored(certificate).orElseGet(() -> made(certificate));
    }

    private Optional<String> stored(Certificate certificate) {
        return badges.find(certificate.serial()).map(Badges.Badge::content);
    }

    /** Holds the certificate's row, so that it is made once, and not while the certificate is being revoked. */
    private String made(Certificate certificate) {
        certificates.lock(certificate);
        return stored(certificate).orElseGet(() -> madeAlone(certificate));
    }

    private String madeAlone(Certificate certificate) {
        if (certificate.status() != Certificate.Status.VALID) {
            throw new DomainException.Conflict("certificate-not-valid");
        }
        Award award = awards.find(certificate.award()).orElseThrow();
        long number = badges.number(certificate.serial(), clock.instant());
        String email = people.current(certificate.person()).orElseThrow().email();
        String signed = integrity
                .signed(text.of(
                        certificate.asPrinted(), award, email, randomness.token(), StatusLists.Place.of(number)))
                .toString();
        badges.store(certificate.serial(), signed);
        return signed;
    }
}
