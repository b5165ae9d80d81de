package org.sopan.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** What a statement over a list of texts gives, chunk by chunk; {@code (?)} stands for the list. */
    public static <T> List<T> in(
            List<String> texts, String sql, Function<Query, List<T>> read, EntityManager entities) {
        List<T> all = new ArrayList<>();
        for (List<String> chunk : chunks(texts)) {
            StringBuilder places = new StringBuilder();
            for (int i = 1; i <= chunk.size(); i++) {
                places.append(i == 1 ? "?" : ", ?").append(i);
            }
            Query query = entities.createNativeQuery(sql.replace("(?)", "(" + places + ")"));
            for (int i = 0; i < chunk.size(); i++) {
                query.setParameter(i + 1, chunk.get(i));
            }
            all.addAll(read.apply(query));
        }
        return all;
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
