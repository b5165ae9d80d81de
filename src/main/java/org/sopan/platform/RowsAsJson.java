package org.sopan.platform;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;

/** Rows of tables as JSON, each column under its name in camel case; what is empty is left out. */
public final class RowsAsJson {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final JsonGenerator json;

    public RowsAsJson(EntityManager entities, JsonGenerator json) {
        this.entities = entities;
        this.json = json;
    }

    /**
     * Writes an array of rows.
     *
     * @param columns separated by blanks; {@code :id} follows one that is a UUID, {@code :json} one whose text is JSON
     * @param from what follows in the statement, with {@code {people}} for the list of these records
     */
    public void write(String name, String columns, String from, Collection<PersonId> records) {
        write(
                name,
                columns,
                from.replace("{people}", places(records.size(), "cast(?%d as uuid)")),
                records.stream().map(PersonId::toString).toList());
    }

    /** The same by text, such as addresses, for {@code {texts}}. */
    public void writeBy(String name, String columns, String from, Collection<String> texts) {
        write(name, columns, from.replace("{texts}", places(texts.size(), "?%d")), List.copyOf(texts));
    }

    private void write(String name, String columns, String from, List<String> values) {
        List<String[]> wanted = Arrays.stream(columns.split(" "))
                .map(column -> column.split(":", 2))
                .toList();
        Query query = entities.createNativeQuery("select "
                + wanted.stream().map(RowsAsJson::selected).collect(Collectors.joining(", ")) + ", 1 " + from);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        json.writeStartArray(name);
        for (Object row : query.getResultList()) {
            json.writeStartObject();
            for (int i = 0; i < wanted.size(); i++) {
                String[] column = wanted.get(i);
                member(camel(column[0]), column.length > 1 && column[1].equals("json"), ((Object[]) row)[i]);
            }
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static String places(int number, String pattern) {
        return IntStream.rangeClosed(1, number).mapToObj(pattern::formatted).collect(Collectors.joining(", "));
    }

    private static String selected(String[] column) {
        return column.length > 1 && column[1].equals("id") ? "cast(" + column[0] + " as varchar)" : column[0];
    }

    private void member(String name, boolean isJson, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            json.write(name, truth);
        } else if (value instanceof Number number) {
            json.write(name, new BigDecimal(number.toString()));
        } else if (value instanceof OffsetDateTime || value instanceof Timestamp) {
            json.write(name, String.valueOf(INSTANT.convertToEntityAttribute(value)));
        } else if (value instanceof Date day) {
            json.write(name, day.toLocalDate().toString());
        } else if (value != null && isJson) {
            try (JsonReader reader = Json.createReader(new StringReader(value.toString()))) {
                json.write(name, reader.readValue());
            }
        } else if (value != null) {
            json.write(name, value.toString());
        }
    }

    private static String camel(String column) {
        String bare = column.substring(column.indexOf('.') + 1);
        StringBuilder camel = new StringBuilder();
        for (String word : bare.split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
