package org.sopan.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine.Known;
import org.sopan.enrolment.RosterLine.Question;
import org.sopan.identity.PersonCard;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * People of one's own institute, and earlier rows, by their plain names: who shares a name and one of phone, service id
 * and designation with a row is asked about, not guessed. A record that was joined to another stands for the kept one.
 */
final class LookAlikes {
    private static final int NO_MATCH = 3;
    private final Map<String, List<Candidate>> byName = new HashMap<>();

    LookAlikes(List<PersonCard> people) {
        Map<UUID, PersonCard> own = new HashMap<>();
        people.forEach(card -> own.put(card.id(), card));
        for (PersonCard card : people) {
            PersonId joinedTo = card.mergedInto();
            PersonCard kept = joinedTo == null ? card : own.get(joinedTo.value());
            if (kept == null) {
                continue;
            }
            Known known = new Known(
                    kept.id().toString(),
                    text(kept.nameEn(), kept.nameBn()),
                    text(kept.designationEn(), kept.designationBn()),
                    kept.email());
            add(
                    new Candidate(
                            known,
                            null,
                            card.serviceId(),
                            card.phone(),
                            PlainName.of(card.designationEn()),
                            PlainName.of(card.designationBn())),
                    card.nameEn(),
                    card.nameBn());
        }
    }

    private record Candidate(
            @Nullable Known person,
            @Nullable Integer row,
            @Nullable String serviceId,
            @Nullable String phone,
            @Nullable String designationEn,
            @Nullable String designationBn) {

        /** What is shared beside the name; the less, the more telling. */
        int match(RosterRow row) {
            if (shared(serviceId, row.serviceId())) {
                return 0;
            }
            if (shared(phone, row.phone())) {
                return 1;
            }
            boolean designation = shared(designationEn, PlainName.of(row.value(RosterColumn.designation_en)))
                    || shared(designationBn, PlainName.of(row.value(RosterColumn.designation_bn)));
            return designation ? 2 : NO_MATCH;
        }

        private static boolean shared(@Nullable String one, @Nullable String other) {
            return one != null && one.equals(other);
        }
    }

    void add(RosterRow row) {
        add(
                new Candidate(
                        null,
                        row.row(),
                        row.serviceId(),
                        row.phone(),
                        PlainName.of(row.value(RosterColumn.designation_en)),
                        PlainName.of(row.value(RosterColumn.designation_bn))),
                row.value(RosterColumn.name_en),
                row.value(RosterColumn.name_bn));
    }

    /** Who this row may be, people before rows and the likeliest first; null where nobody is alike. */
    @Nullable
    Question question(RosterRow row) {
        Set<Candidate> alike = new LinkedHashSet<>();
        for (String name : names(row.value(RosterColumn.name_en), row.value(RosterColumn.name_bn))) {
            byName.getOrDefault(name, List.of()).stream()
                    .filter(candidate -> candidate.match(row) < NO_MATCH)
                    .forEach(alike::add);
        }
        return alike.stream()
                .min(java.util.Comparator.comparing((Candidate candidate) -> candidate.person() == null)
                        .thenComparing(candidate -> candidate.match(row)))
                .map(best -> new Question(best.person(), best.row(), others(alike)))
                .orElse(null);
    }

    /** Of a person with joined records each of them may be alike. */
    private static int others(Set<Candidate> alike) {
        long different = alike.stream()
                .map(each -> each.person() == null
                        ? "row/" + each.row()
                        : each.person().id())
                .distinct()
                .count();
        return Math.toIntExact(different) - 1;
    }

    private void add(Candidate candidate, @Nullable String nameEn, @Nullable String nameBn) {
        names(nameEn, nameBn).forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>(1))
                .add(candidate));
    }

    private static List<String> names(@Nullable String en, @Nullable String bn) {
        return java.util.stream.Stream.of(en, bn)
                .map(PlainName::of)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable LocalizedText text(@Nullable String en, @Nullable String bn) {
        return en == null && bn == null ? null : new LocalizedText(en, bn);
    }
}
