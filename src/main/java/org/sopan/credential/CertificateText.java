package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.CertificateLanguages;
import org.sopan.course.Course;
import org.sopan.course.Programme;
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
    private final Signer signer;

    @Inject
    public CertificateText(
            Catalogue catalogue, Organizations organizations, Settings settings, Signing signing, Signer signer) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.settings = settings;
        this.signing = signing;
        this.signer = signer;
    }

    AsPrinted first(
            Certificate certificate,
            Award award,
            AwardRule rule,
            AsPrinted.@Nullable Memo memo,
            Person person,
            LocalizedText name) {
        Course course = courseOf(award);
        Integer counted = award.minutes();
        CertificateLanguages languages = languagesOf(course);
        LocalizedText designation = person.designation();
        Draft draft = new Draft(certificate.serial(), verifyUrl(certificate))
                .name(languages.of(name))
                .designation(designation == null ? null : languages.of(designation))
                .institute(organizations.institute(award.institute()).nameOn(certificate.issuedOn()))
                .award(rule.title())
                .course(course == null ? null : course.title())
                .programme(programmeOf(award).map(Programme::title).orElse(null))
                .minutes(
                        course == null
                                ? (counted == null ? 0 : counted)
                                : Course.minutes(course.requiredModules(award.institute())))
                .issuedOn(certificate.issuedOn())
                .memo(memo)
                .language(languages.first(person.language()))
                .specimen(settings.demo());
        return signed(draft, certificate, award);
    }

    /** What the old one said, but for what is corrected, the new serial and date, and who signs by now. */
    AsPrinted corrected(
            Certificate certificate,
            Certificate old,
            Award award,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation) {
        AsPrinted before = old.asPrinted();
        CertificateLanguages languages = languagesOf(courseOf(award));
        Draft draft = Draft.after(before, certificate.serial(), verifyUrl(certificate))
                .name(name == null ? before.name() : languages.of(name))
                .designation(designation == null ? before.designation() : languages.of(designation))
                .issuedOn(certificate.issuedOn());
        return signed(draft, certificate, award);
    }

    /** With who signs by hand, and the statement that its QR code carries about all the rest. */
    private AsPrinted signed(Draft draft, Certificate certificate, Award award) {
        signing.sign(draft, certificate.issuedOn(), award.institute(), award.kind());
        return draft.statement(Statement.signed(draft.frozen(), award, signer)).frozen();
    }

    private static CertificateLanguages languagesOf(@Nullable Course course) {
        return course == null ? CertificateLanguages.BOTH : course.certificateLanguages();
    }

    /** In the release in which it was met; null for an award over the whole programme. */
    @Nullable
    Course courseOf(Award award) {
        String course = award.course();
        return course == null ? null : catalogue.release(course, award.release());
    }

    private Optional<Programme> programmeOf(Award award) {
        return award.course() == null ? Optional.of(catalogue.programme(award.release())) : catalogue.programme();
    }

    private String verifyUrl(Certificate certificate) {
        return settings.url() + "/verify/" + certificate.serial();
    }
}
