package org.sopan.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * A ministry, division, department or institute. Its id never changes; its names do, and each knows from when until
 * when (both inclusive) it was official.
 */
public record Organization(String id, String type, @Nullable String parent, List<Name> names) {
    public Organization {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("organization without a name: " + id);
        }
    }

    /** One official name and its days. */
    public record Name(LocalizedText text, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        boolean endedBefore(LocalDate day) {
            return to != null && to.isBefore(day);
        }
    }

    /** The name that was official on this day; the newest one known where none is recorded. */
    public LocalizedText nameOn(LocalDate day) {
        return names.stream()
                .filter(name -> name.holdsOn(day))
                .reduce((earlier, later) -> later)
                .orElse(names.get(names.size() - 1))
                .text();
    }

    public List<LocalizedText> formerNames(LocalDate day) {
        return names.stream()
                .filter(name -> name.endedBefore(day))
                .map(Name::text)
                .toList();
    }

    public boolean isInstitute() {
        return type.equals("institute");
    }
}
