package org.sopan.credential;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.JsonText;
import org.sopan.spi.certificate.AsPrinted;

/**
 * A row of the register.
 *
 * @param number within the award: 1 for the first paper, 2 for its replacement
 * @param heldBecause why there is no paper yet, or null
 * @param printed what the paper says; null while it is held
 * @param reason a code of the list
 * @param sha256 of the stored bytes, in hexadecimal digits; null while there are none
 */
public record RegisterRow(
        String serial,
        int number,
        String kind,
        @Nullable String course,
        String person,
        String institute,
        Certificate.Status status,
        @Nullable String heldBecause,
        @Nullable AsPrinted printed,
        LocalDate issuedOn,
        @Nullable Instant changedAt,
        @Nullable String reason,
        @Nullable String supersededBy,
        @Nullable String replaces,
        boolean paperStored,
        @Nullable String sha256) {
    private static final InstantColumn INSTANT = new InstantColumn();

    static RegisterRow of(@Nullable Object[] row) {
        return new RegisterRow(
                (String) Objects.requireNonNull(row[0]),
                ((Number) Objects.requireNonNull(row[1])).intValue(),
                (String) Objects.requireNonNull(row[2]),
                (String) row[3],
                (String) Objects.requireNonNull(row[4]),
                (String) Objects.requireNonNull(row[5]),
                Certificate.Status.valueOf((String) Objects.requireNonNull(row[6])),
                (String) row[7],
                row[8] == null ? null : JsonText.read((String) row[8], AsPrinted.class),
                row[9] instanceof Date date ? date.toLocalDate() : (LocalDate) Objects.requireNonNull(row[9]),
                INSTANT.convertToEntityAttribute(row[10]),
                (String) row[11],
                (String) row[12],
                (String) row[13],
                Boolean.TRUE.equals(row[14]),
                (String) row[15]);
    }
}
