package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.identity.Person;
import org.sopan.organization.Organizations;
import org.sopan.platform.Settings;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.Draft;

/** Composes what a certificate is going to say, from what is known on the day of issue. */
@ApplicationScoped
public class CertificateText {
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Settings settings;
    private final Signer signer;

    @Inject
    public CertificateText(Catalogue catalogue, Organizations organizations, Settings settings, Signer signer) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.settings = settings;
        this.signer = signer;
    }

    AsPrinted first(Certificate certificate, Award award, AwardRule rule, Person person, LocalizedText name) {
        Course course = catalogue.release(Objects.requireNonNull(award.course()), award.release());
        Draft draft = new Draft(certificate.serial(), verifyUrl(certificate))
                .name(name)
                .designation(person.designation())
                .institute(organizations.institute(award.institute()).nameOn(certificate.issuedOn()))
                .award(rule.title())
                .course(course.title())
                .minutes(Course.minutes(course.requiredModules(award.institute())))
                .issuedOn(certificate.issuedOn())
                .language(person.language())
                .specimen(settings.demo());
        return signed(draft, award);
    }

    /** What the old one said, but for what is corrected and the new serial and date. */
    AsPrinted corrected(
            Certificate certificate,
            Certificate old,
            Award award,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation) {
        AsPrinted before = old.asPrinted();
        Draft draft = Draft.after(before, certificate.serial(), verifyUrl(certificate))
                .name(name == null ? before.name() : name)
                .designation(designation == null ? before.designation() : designation)
                .issuedOn(certificate.issuedOn());
        return signed(draft, award);
    }

    /** With the statement that its QR code carries, about all the rest. */
    private AsPrinted signed(Draft draft, Award award) {
        return draft.statement(Statement.signed(draft.frozen(), award, signer)).frozen();
    }

    private String verifyUrl(Certificate certificate) {
        return settings.url() + "/verify/" + certificate.serial();
    }
}
