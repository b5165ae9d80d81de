package org.sopan.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** A query that grows part by part; each {@code ?} takes the next value. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public Sql add(String part, Object... more) {
        text.append(part);
        values.addAll(List.of(more));
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** The same with a word replaced wherever it stands. */
    public Sql replaced(String word, String by) {
        Sql replaced = new Sql();
        replaced.text.append(text.toString().replace(word, by));
        replaced.values.addAll(values);
        return replaced;
    }

    public String text() {
        return text.toString();
    }

    public List<Object> values() {
        return values;
    }

    /** As many question marks as there are values, with commas between. */
    public static String places(int number) {
        return String.join(",", java.util.Collections.nCopies(number, "?"));
    }

    @SuppressWarnings("unchecked")
    public List<Object[]> list(EntityManager entities) {
        return bound(entities).getResultList();
    }

    public long number(EntityManager entities) {
        return ((Number) bound(entities).getSingleResult()).longValue();
    }

    public int run(EntityManager entities) {
        return bound(entities).executeUpdate();
    }

    private Query bound(EntityManager entities) {
        StringBuilder numbered = new StringBuilder();
        int place = 0;
        for (int i = 0; i < text.length(); i++) {
            numbered.append(text.charAt(i));
            if (text.charAt(i) == '?') {
                numbered.append(++place);
            }
        }
        Query query = entities.createNativeQuery(numbered.toString());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
