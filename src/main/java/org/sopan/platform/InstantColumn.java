package org.sopan.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as {@code timestamp with time zone}, which EclipseLink would otherwise bind as serialised bytes. */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<@Nullable Instant, @Nullable Object> {
    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        if (column instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (column instanceof Timestamp moment) {
            return moment.toInstant();
        }
        throw new IllegalArgumentException("no instant: " + column.getClass());
    }
}
