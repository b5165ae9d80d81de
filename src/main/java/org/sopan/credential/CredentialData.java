package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.LocalizedText;

/**
 * A person's certificates. As long as one is valid the register stays as it is, so that whoever is shown the paper can
 * check it; of a person without a valid one it keeps the serials, and what became of them.
 */
@ApplicationScoped
public class CredentialData implements PersonalData {
    private static final LocalizedText ERASED = LocalizedText.of("(erased)", "(মুছে ফেলা হয়েছে)");
    private final EntityManager entities;

    @Inject
    public CredentialData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "credential";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        boolean lawful = anyValid(subject);
        String why = lawful ? "register" : "none-valid";
        return List.of(
                new Holding(
                        "certificate",
                        List.of("serial", "award", "status", "issued_on", "reason"),
                        Fate.STAYS,
                        "register"),
                new Holding("certificate", List.of("as_printed"), lawful ? Fate.STAYS : Fate.PSEUDONYMISED, why),
                new Holding("certificate", List.of("note"), lawful ? Fate.STAYS : Fate.GOES, why),
                new Holding("certificate_paper", List.of("pdf"), lawful ? Fate.STAYS : Fate.GOES, why),
                new Holding("certificate_badge", List.of("number"), Fate.STAYS, "register"),
                new Holding("certificate_badge", List.of("content"), lawful ? Fate.STAYS : Fate.GOES, why));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.write(
                "certificates",
                "serial award:id number institute status held_because as_printed:json issued_on reason note"
                        + " changed_at superseded_by",
                "from certificate where person in ({people}) order by issued_at, serial",
                subject.records());
        rows.write(
                "badges",
                "serial number content:json made_at",
                "from certificate_badge where serial in"
                        + " (select serial from certificate where person in ({people})) order by serial",
                subject.records());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void files(Subject subject, Files files) {
        List<Object> ids = List.copyOf(subject.records());
        Query query = entities.createNativeQuery("select p.serial, p.pdf from certificate_paper p"
                + " join certificate c on c.serial = p.serial where c.person in ("
                + IntStream.rangeClosed(1, ids.size())
                        .mapToObj("cast(?%d as uuid)"::formatted)
                        .collect(Collectors.joining(", "))
                + ") order by p.serial");
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(i + 1, ids.get(i).toString());
        }
        List<Object[]> papers = query.getResultList();
        papers.forEach(paper -> files.add("certificates/" + paper[0] + ".pdf", (byte[]) paper[1]));
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        if (anyValid(subject)) {
            return;
        }
        for (Certificate certificate : of(subject)) {
            certificate.erase(ERASED);
            entities.createNativeQuery("delete from certificate_paper where serial = ?1")
                    .setParameter(1, certificate.serial())
                    .executeUpdate();
            entities.createNativeQuery("update certificate_badge set content = null where serial = ?1")
                    .setParameter(1, certificate.serial())
                    .executeUpdate();
        }
    }

    private boolean anyValid(Subject subject) {
        return of(subject).stream()
                .anyMatch(certificate -> certificate.status() == Certificate.Status.VALID && !certificate.isHeld());
    }

    private List<Certificate> of(Subject subject) {
        return entities.createQuery("select c from Certificate c where c.person in :records", Certificate.class)
                .setParameter("records", subject.records())
                .getResultList();
    }
}
