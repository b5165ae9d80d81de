package org.sopan.platform;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** Whole numbers after the question mark; what is none is bad input with a field, where JAX-RS would say 404. */
@Provider
public class NumbersInAddresses implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == int.class || type == Integer.class) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof QueryParam parameter) {
                    return (ParamConverter<T>) new Whole(parameter.value());
                }
            }
        }
        return null;
    }

    /** The number that stands under this name. */
    record Whole(String name) implements ParamConverter<Integer> {
        @Override
        public @Nullable Integer fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw Invalid.malformed("invalid-input", new FieldError(name, "not-a-number"));
            }
        }

        @Override
        public String toString(Integer number) {
            return number.toString();
        }
    }
}
