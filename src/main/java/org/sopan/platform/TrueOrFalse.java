package org.sopan.platform;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * JSON-B reads any text or number where a boolean is expected as false, so that {@code "yes"} would mean no. Bodies of
 * types that hold a boolean are looked through before, and refused with the field.
 */
@Provider
public class TrueOrFalse implements ReaderInterceptor {
    /** Far more than a form; lists are taken as files. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Map<Type, Boolean> known = new ConcurrentHashMap<>();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Type type = body.getGenericType();
        if (isJson(body.getMediaType()) && known.computeIfAbsent(type, any -> asks(any, new HashSet<>()))) {
            byte[] bytes = body.getInputStream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Upload.TooLarge();
            }
            check(bytes, type);
            body.setInputStream(new ByteArrayInputStream(bytes));
        }
        return body.proceed();
    }

    private static boolean isJson(MediaType type) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }

    /** Whether a boolean stands anywhere in the type. */
    private static boolean asks(Type type, Set<Type> seen) {
        return isBoolean(type) || (seen.add(type) && parts(type).anyMatch(part -> asks(part, seen)));
    }

    private static Stream<Type> parts(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Stream.of(list.getActualTypeArguments());
        }
        return type instanceof Class<?> record && record.isRecord()
                ? Stream.of(record.getRecordComponents()).map(RecordComponent::getGenericType)
                : Stream.empty();
    }

    private static boolean isBoolean(Type type) {
        return type == Boolean.class || type == boolean.class;
    }

    static void check(byte[] body, Type type) {
        List<FieldError> wrong = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            look(reader.readValue(), type, "", wrong);
        } catch (JsonException malformed) {
            return; // refused by whoever reads it next
        }
        if (!wrong.isEmpty()) {
            throw Invalid.malformed("invalid-input", wrong.toArray(FieldError[]::new));
        }
    }

    private static void look(JsonValue value, Type type, String path, List<FieldError> wrong) {
        if (isBoolean(type)) {
            if (!Set.of(ValueType.TRUE, ValueType.FALSE, ValueType.NULL).contains(value.getValueType())) {
                wrong.add(new FieldError(path, "not-true-or-false"));
            }
        } else if (value.getValueType() == ValueType.OBJECT && type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent part : record.getRecordComponents()) {
                JsonValue of = value.asJsonObject().get(part.getName());
                if (of != null) {
                    String before = path.isEmpty() ? "" : path + ".";
                    look(of, part.getGenericType(), before + part.getName(), wrong);
                }
            }
        } else if (value.getValueType() == ValueType.ARRAY && type instanceof ParameterizedType list) {
            List<JsonValue> each = value.asJsonArray();
            for (int i = 0; i < each.size(); i++) {
                look(each.get(i), list.getActualTypeArguments()[0], path + "[" + i + "]", wrong);
            }
        }
    }
}
