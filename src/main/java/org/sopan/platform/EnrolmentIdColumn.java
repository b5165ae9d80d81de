package org.sopan.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.EnrolmentId;

/** A typed id as a {@code uuid} column. */
@Converter(autoApply = true)
public class EnrolmentIdColumn implements AttributeConverter<@Nullable EnrolmentId, @Nullable UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable EnrolmentId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable EnrolmentId convertToEntityAttribute(@Nullable UUID column) {
        return column == null ? null : new EnrolmentId(column);
    }
}
