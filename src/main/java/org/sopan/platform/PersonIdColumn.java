package org.sopan.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;

/** A typed id as a {@code uuid} column. */
@Converter(autoApply = true)
public class PersonIdColumn implements AttributeConverter<@Nullable PersonId, @Nullable UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable PersonId convertToEntityAttribute(@Nullable UUID column) {
        return column == null ? null : new PersonId(column);
    }
}
