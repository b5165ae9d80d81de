package org.sopan.credential;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Person;
import org.sopan.mail.Letter;
import org.sopan.platform.Clocks;
import org.sopan.platform.Dates;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/** What the holder is told about a certificate: that it is there, that another stands in its place, that it was revoked. */
final class CertificateMail {
    private CertificateMail() {}

    /** The key of the mail that brings a paper. */
    static String once(String serial) {
        return "certificate/" + serial;
    }

    /** Brings the paper. */
    static Letter issued(Certificate certificate, Person person) {
        return letter(once(certificate.serial()), "certificate", certificate, person, Map.of(), certificate.serial());
    }

    /** Brings the new paper, and says which it replaces. */
    static Letter replaced(Certificate certificate, Certificate old, Person person) {
        return letter(
                once(certificate.serial()),
                "certificate-replaced",
                certificate,
                person,
                Map.of("oldSerial", old.serial()),
                certificate.serial());
    }

    /** Says so in neutral words; whoever noted more inside noted it for colleagues. */
    static Letter revoked(Certificate certificate, Person person) {
        Language language = person.language();
        LocalDate on = LocalDate.ofInstant(Objects.requireNonNull(certificate.changedAt()), Clocks.DHAKA);
        return letter(
                "certificate-revoked/" + certificate.serial(),
                "certificate-revoked",
                certificate,
                person,
                Map.of(
                        "reason", Reasons.inPublic(certificate).in(language),
                        "revokedOn", Dates.day(on, language)),
                null);
    }

    private static Letter letter(
            String once,
            String template,
            Certificate certificate,
            Person person,
            Map<String, String> more,
            @Nullable String attachment) {
        Language language = person.language();
        AsPrinted printed = certificate.asPrinted();
        Map<String, String> data = new HashMap<>(more);
        data.put("name", printed.name().in(language));
        data.put("award", printed.award().in(language));
        data.put("course", about(printed).in(language));
        data.put("serial", certificate.serial());
        data.put("issuedOn", Dates.day(printed.issuedOn(), language));
        data.put("verify", printed.verifyUrl());
        return new Letter(once, template, person.email(), language, data, attachment).to(person.id());
    }

    /** The course, or the programme where it was earned over all of it. */
    private static LocalizedText about(AsPrinted printed) {
        LocalizedText course = printed.course();
        LocalizedText programme = printed.programme();
        return course != null ? course : programme != null ? programme : printed.institute();
    }
}
