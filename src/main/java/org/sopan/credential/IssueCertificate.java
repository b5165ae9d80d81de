package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.completion.AwardMet;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.Clocks;
import org.sopan.platform.Dates;
import org.sopan.platform.Randomness;
import org.sopan.platform.Wakes;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/**
 * Writes the register's row and queues the mail, in the transaction of the act that met the award. The paper follows on
 * its own; the mail waits for it.
 */
@ApplicationScoped
public class IssueCertificate {
    private final Certificates certificates;
    private final People people;
    private final CertificateText text;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Randomness randomness;
    private final Wakes wakes;
    private final Clock clock;

    @Inject
    public IssueCertificate(
            Certificates certificates,
            People people,
            CertificateText text,
            Catalogue catalogue,
            Outbox outbox,
            Randomness randomness,
            Wakes wakes,
            Clock clock) {
        this.certificates = certificates;
        this.people = people;
        this.text = text;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.randomness = randomness;
        this.wakes = wakes;
        this.clock = clock;
    }

    void awardMet(@Observes AwardMet event) {
        if (event.rule().issue() != AwardRule.Issue.AUTOMATIC) {
            return;
        }
        Award award = event.award();
        Certificate certificate = register(award, 1, courseOf(award));
        Person person = people.current(award.person()).orElseThrow();
        LocalizedText name = person.name();
        if (name != null) {
            print(certificate, text.first(certificate, award, event.rule(), person, name), person);
        }
        wakes.afterCommit(RenderPapers.NAME);
    }

    /** Prints one that was held, if the name is there by now. */
    void releaseHeld(Certificate certificate, Award award) {
        Person person = people.current(award.person()).orElseThrow();
        LocalizedText name = person.name();
        if (name != null) {
            AwardRule rule = catalogue.awards(Objects.requireNonNull(award.course())).stream()
                    .filter(each -> each.kind().equals(award.kind()))
                    .findFirst()
                    .orElseThrow();
            print(certificate, text.first(certificate, award, rule, person, name), person);
        }
    }

    /** A new paper in place of one with a mistake: the next number of the same award, saying what is corrected. */
    Certificate replace(
            Certificate old, Award award, @Nullable LocalizedText name, @Nullable LocalizedText designation) {
        Certificate certificate = register(award, old.number() + 1, courseOf(award));
        Person person = people.current(award.person()).orElseThrow();
        print(certificate, text.corrected(certificate, old, award, name, designation), person);
        wakes.afterCommit(RenderPapers.NAME);
        return certificate;
    }

    private Course courseOf(Award award) {
        return catalogue.release(Objects.requireNonNull(award.course()), award.release());
    }

    private Certificate register(Award award, int number, Course course) {
        Instant now = clock.instant();
        Certificate certificate = new Certificate(
                Serial.draw(randomness::below),
                award,
                number,
                course.design(),
                LocalDate.ofInstant(now, Clocks.DHAKA),
                now);
        certificates.add(certificate);
        return certificate;
    }

    private void print(Certificate certificate, AsPrinted data, Person person) {
        certificate.print(data);
        Language language = person.language();
        LocalizedText course = data.course();
        outbox.queue(new Letter(
                        "certificate/" + certificate.serial(),
                        "certificate",
                        person.email(),
                        language,
                        Map.of(
                                "name", data.name().in(language),
                                "award", data.award().in(language),
                                "course", course == null ? "" : course.in(language),
                                "serial", certificate.serial(),
                                "issuedOn", Dates.day(data.issuedOn(), language),
                                "verify", data.verifyUrl()),
                        certificate.serial())
                .to(person.id()));
    }
}
