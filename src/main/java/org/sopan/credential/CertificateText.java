package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
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
    private final Signer signer;

    @Inject
    public CertificateText(Catalogue catalogue, Organizations organizations, Settings settings, Signer signer) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.settings = settings;
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
        Draft draft = new Draft(certificate.serial(), verifyUrl(certificate))
                .name(name)
                .designation(person.designation())
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
