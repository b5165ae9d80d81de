package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.approval.Approvals;
import org.sopan.approval.AwardsApproved;
import org.sopan.approval.AwardsApproved.Approved;
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
import org.sopan.platform.Randomness;
import org.sopan.platform.Wakes;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * Writes the register's rows and queues the mail, in the transaction of the act that met the award or of the decision
 * that approved it. The paper follows on its own; the mail waits for it.
 */
@ApplicationScoped
public class IssueCertificate {
    /** Of awards over the whole programme. */
    private static final String DESIGN = "official";

    private final Certificates certificates;
    private final People people;
    private final Approvals approvals;
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
            Approvals approvals,
            CertificateText text,
            Catalogue catalogue,
            Outbox outbox,
            Randomness randomness,
            Wakes wakes,
            Clock clock) {
        this.certificates = certificates;
        this.people = people;
        this.approvals = approvals;
        this.text = text;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.randomness = randomness;
        this.wakes = wakes;
        this.clock = clock;
    }

    void awardMet(@Observes AwardMet event) {
        if (event.rule().issue() == AwardRule.Issue.AUTOMATIC) {
            issue(List.of(new Approved(event.award(), event.rule(), null)), event.afterwards());
        }
    }

    void awardsApproved(@Observes AwardsApproved event) {
        issue(event.awards(), false);
    }

    private void issue(List<Approved> all, boolean quiet) {
        Map<PersonId, Person> holders =
                people.current(all.stream().map(each -> each.award().person()).toList());
        List<Letter> letters = new ArrayList<>();
        for (Approved each : all) {
            Award award = each.award();
            Certificate certificate = register(award, 1);
            if (quiet) {
                certificate.keepQuiet();
            }
            Person person = Objects.requireNonNull(holders.get(award.person()));
            LocalizedText name = person.name();
            if (name != null) {
                certificate.print(text.first(certificate, award, each.rule(), each.memo(), person, name));
                if (!quiet) {
                    letters.add(CertificateMail.issued(certificate, person));
                }
            }
        }
        outbox.queue(letters);
        wakes.afterCommit(RenderPapers.NAME);
    }

    /** Prints one that was held, if the name is there by now. */
    void releaseHeld(Certificate certificate, Award award) {
        Person person = people.current(award.person()).orElseThrow();
        LocalizedText name = person.name();
        if (name == null) {
            return;
        }
        AwardRule rule = catalogue.award(award.course(), award.release(), award.kind());
        certificate.print(text.first(certificate, award, rule, approvals.memo(award.id()), person, name));
        if (!certificate.isQuiet()) {
            outbox.queue(CertificateMail.issued(certificate, person));
        }
    }

    /** A new paper in place of one with a mistake: the next number of the same award, saying what is corrected. */
    Certificate replace(
            Certificate old, Award award, @Nullable LocalizedText name, @Nullable LocalizedText designation) {
        Certificate certificate = register(award, old.number() + 1);
        certificate.replace(old.serial());
        Person person = people.current(award.person()).orElseThrow();
        certificate.print(text.corrected(certificate, old, award, name, designation));
        outbox.queue(CertificateMail.replaced(certificate, old, person));
        wakes.afterCommit(RenderPapers.NAME);
        return certificate;
    }

    private Certificate register(Award award, int number) {
        Instant now = clock.instant();
        Course course = text.courseOf(award);
        Certificate certificate = new Certificate(
                Serial.draw(randomness::below),
                award,
                number,
                course == null ? DESIGN : course.design(),
                LocalDate.ofInstant(now, Clocks.DHAKA),
                now);
        certificates.add(certificate);
        return certificate;
    }
}
