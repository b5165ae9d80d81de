package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sopan.identity.People;
import org.sopan.identity.PrintedNames;
import org.sopan.shared.PersonId;

/** Tells what stands on people's certificates, in two queries for any number of people. */
@ApplicationScoped
public class PrintedCertificates implements PrintedNames {
    private final Certificates certificates;
    private final People people;

    @Inject
    public PrintedCertificates(Certificates certificates, People people) {
        this.certificates = certificates;
        this.people = people;
    }

    @Override
    public Map<PersonId, List<Printed>> among(Collection<PersonId> asked) {
        Map<PersonId, PersonId> owners = people.records(asked);
        Map<PersonId, List<Printed>> printed = new HashMap<>();
        for (Certificate certificate : certificates.printedAmong(owners.keySet())) {
            printed.computeIfAbsent(owners.get(certificate.person()), person -> new ArrayList<>())
                    .add(new Printed(
                            certificate.serial(),
                            certificate.asPrinted().name(),
                            certificate.asPrinted().designation(),
                            certificate.status() == Certificate.Status.VALID));
        }
        return printed;
    }
}
