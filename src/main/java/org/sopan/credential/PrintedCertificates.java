package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sopan.identity.PrintedNames;
import org.sopan.shared.PersonId;

/** Tells what stands on a person's certificates. */
@ApplicationScoped
public class PrintedCertificates implements PrintedNames {
    private final Certificates certificates;

    @Inject
    public PrintedCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public List<Printed> of(PersonId person) {
        return certificates.printedOf(person).stream()
                .map(certificate -> new Printed(
                        certificate.serial(),
                        certificate.asPrinted().name(),
                        certificate.asPrinted().designation(),
                        certificate.status() == Certificate.Status.VALID))
                .toList();
    }
}
