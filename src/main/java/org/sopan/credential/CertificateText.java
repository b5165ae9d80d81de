package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.CertificateLanguages;
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
    private final Signing signing;

    @Inject
    public CertificateText(Catalogue catalogue, Organizations organizations, Settings settings, Signing signing) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.settings = settings;
        this.signing = signing;
    }

    AsPrinted first(Certificate certificate, Award award, AwardRule rule, Person person, LocalizedText name) {
        Course course = courseOf(award);
        CertificateLanguages languages = course.certificateLanguages();
        LocalizedText designation = person.designation();
        Draft draft = new Draft(certificate.serial(), verifyUrl(certificate))
                .name(languages.of(name))
                .designation(designation == null ? null : languages.of(designation))
                .institute(organizations.institute(award.institute()).nameOn(certificate.issuedOn()))
                .award(rule.title())
                .course(course.title())
                .minutes(Course.minutes(course.requiredModules(award.institute())))
                .issuedOn(certificate.issuedOn())
                .language(languages.first(person.language()))
                .specimen(settings.demo());
        return signing.sign(draft, certificate.issuedOn(), award.institute(), award.kind())
                .frozen();
    }

    /** What the old one said, but for what is corrected, the new serial and date, and who signs by now. */
    AsPrinted corrected(
            Certificate certificate,
            Certificate old,
            Award award,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation) {
        AsPrinted before = old.asPrinted();
        CertificateLanguages languages = courseOf(award).certificateLanguages();
        Draft draft = Draft.after(before, certificate.serial(), verifyUrl(certificate))
                .name(name == null ? before.name() : languages.of(name))
                .designation(designation == null ? before.designation() : languages.of(designation))
                .issuedOn(certificate.issuedOn());
        return signing.sign(draft, certificate.issuedOn(), award.institute(), award.kind())
                .frozen();
    }

    private Course courseOf(Award award) {
        return catalogue.release(Objects.requireNonNull(award.course()), award.release());
    }

    private String verifyUrl(Certificate certificate) {
        return settings.url() + "/verify/" + certificate.serial();
    }
}
