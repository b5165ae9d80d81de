package org.sopan.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;

/** A typed id as a {@code uuid} column. */
@Converter(autoApply = true)
public class CohortIdColumn implements AttributeConverter<@Nullable CohortId, @Nullable UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable CohortId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable CohortId convertToEntityAttribute(@Nullable UUID column) {
        return column == null ? null : new CohortId(column);
    }
}
