package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.Sql;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.AsPrinted.Memo;

/** Gathers certificates that are to be printed and handed over together: valid ones, in the order of the award list. */
@ApplicationScoped
public class HoldCeremony {
    /** More would be a file that no office printer takes in one go. */
    public static final int MOST = 500;

    private final EntityManager entities;
    private final Register register;
    private final Batches batches;

    @Inject
    public HoldCeremony(EntityManager entities, Register register, Batches batches) {
        this.entities = entities;
        this.register = register;
        this.batches = batches;
    }

    /**
     * What is handed over.
     *
     * @param rows by institute and then by name, in the order of the reader's language
     * @param papers the stored bytes, in the same order
     */
    public record Ceremony(List<RegisterRow> rows, List<byte[]> papers, @Nullable Memo memo) {}

    /**
     * Those of these serials, or of this choice. Refuses what is not valid, not made yet, or more than an office prints.
     *
     * @param serials as they were typed, or empty for all of the choice
     * @param memo of the ceremony; the list names it
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Ceremony of(Register.Wanted wanted, Collection<String> serials, @Nullable Memo memo, Language reader) {
        Set<String> asked = read(serials);
        if (asked.size() > MOST) {
            throw Invalid.refused("too-many-certificates");
        }
        Sql which = register.which(wanted);
        if (asked.isEmpty()) {
            which.add(" and c.status = 'VALID' and c.held_because is null");
        } else {
            which.add(
                    " and c.held_because is null and c.serial in (" + Sql.places(asked.size()) + ")", asked.toArray());
        }
        List<RegisterRow> rows = new Sql()
                        .add(Register.SELECT + (reader == Language.BN ? ", p.sort_bn" : ", p.sort_en"))
                        .add(which)
                        .add(" order by c.institute, " + (reader == Language.BN ? "p.sort_bn" : "p.sort_en")
                                + ", c.serial limit " + (MOST + 1))
                        .list(entities)
                        .stream()
                        .map(RegisterRow::of)
                        .toList();
        check(rows, asked);
        return new Ceremony(rows, papers(rows), memo);
    }

    private static Set<String> read(Collection<String> serials) {
        Set<String> asked = new LinkedHashSet<>();
        for (String typed : serials) {
            asked.add(Serial.read(typed).orElseThrow(() -> new NotFound(Certificates.UNKNOWN)));
        }
        return asked;
    }

    private static void check(List<RegisterRow> rows, Set<String> asked) {
        Set<String> found = rows.stream().map(RegisterRow::serial).collect(Collectors.toCollection(HashSet::new));
        if (!found.containsAll(asked)) {
            throw new NotFound(Certificates.UNKNOWN);
        }
        if (rows.isEmpty()) {
            throw Invalid.refused("nothing-to-print");
        }
        if (rows.size() > MOST) {
            throw Invalid.refused("too-many-certificates");
        }
        refuse(
                "certificate-not-valid",
                rows.stream()
                        .filter(row -> row.status() != Certificate.Status.VALID)
                        .toList());
        refuse(
                "papers-being-made",
                rows.stream().filter(row -> row.sha256() == null).toList());
    }

    private static void refuse(String code, List<RegisterRow> which) {
        if (!which.isEmpty()) {
            List<String> serials = which.stream().map(RegisterRow::serial).toList();
            throw new Conflict(
                    code, Map.of("serials", Json.createArrayBuilder(serials).build()));
        }
    }

    private List<byte[]> papers(List<RegisterRow> rows) {
        Map<String, byte[]> stored = new HashMap<>();
        batches.read(
                        rows.stream().map(RegisterRow::serial).toList(),
                        "select serial, pdf from certificate_paper where serial in (?)")
                .forEach(row -> stored.put((String) ((Object[]) row)[0], (byte[]) ((Object[]) row)[1]));
        List<byte[]> papers = new ArrayList<>();
        rows.forEach(row -> papers.add(Objects.requireNonNull(stored.get(row.serial()), row.serial())));
        return papers;
    }
}
