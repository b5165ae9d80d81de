package org.sopan.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many rows in few statements: a chunk in each, so that neither grows with the other without bound. */
public final class ManyRows {
    private static final int CHUNK = 100;

    private ManyRows() {}

    /**
     * Adds what is not there yet.
     *
     * @param into the table and its columns
     * @param row the values of one row with a {@code ?} for each parameter
     * @return how many rows were added
     */
    public static int insert(EntityManager entities, String into, String row, List<@Nullable Object[]> rows) {
        int added = 0;
        for (List<@Nullable Object[]> chunk : chunks(rows)) {
            StringBuilder sql = new StringBuilder("insert into ").append(into).append(" values ");
            int place = 0;
            for (int i = 0; i < chunk.size(); i++) {
                sql.append(i == 0 ? "" : ", ");
                place = number(row, place, sql);
            }
            added += bound(entities.createNativeQuery(sql + " on conflict do nothing"), chunk)
                    .executeUpdate();
        }
        return added;
    }

    /**
     * What a query over a list of texts finds.
     *
     * @param sql with {@code (?)} for the list, or {@code (uuid ?)} where the texts are ids
     */
    public static List<Object> read(EntityManager entities, List<String> texts, String sql) {
        List<Object> all = new ArrayList<>();
        for (List<String> chunk : chunks(texts)) {
            List<?> found = over(chunk, sql, entities).getResultList();
            all.addAll(found);
        }
        return all;
    }

    /** The same for a change; how many rows it changed. */
    public static int update(EntityManager entities, List<String> texts, String sql) {
        int changed = 0;
        for (List<String> chunk : chunks(texts)) {
            changed += over(chunk, sql, entities).executeUpdate();
        }
        return changed;
    }

    private static Query over(List<String> texts, String sql, EntityManager entities) {
        Query query = entities.createNativeQuery(sql.replace("(?)", places("?%d", texts.size()))
                .replace("(uuid ?)", places("cast(?%d as uuid)", texts.size())));
        for (int i = 0; i < texts.size(); i++) {
            query.setParameter(i + 1, texts.get(i));
        }
        return query;
    }

    private static String places(String place, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(place::formatted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static int number(String row, int place, StringBuilder sql) {
        int last = place;
        for (int i = 0; i < row.length(); i++) {
            sql.append(row.charAt(i));
            if (row.charAt(i) == '?') {
                sql.append(++last);
            }
        }
        return last;
    }

    private static Query bound(Query insert, List<@Nullable Object[]> rows) {
        int place = 0;
        for (@Nullable Object[] values : rows) {
            for (Object value : values) {
                insert.setParameter(++place, value);
            }
        }
        return insert;
    }
}
