package org.sopan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.sopan.shared.Page;

/** A list costs the same number of statements, however long it is. */
public final class SamePrice {
    private static final int FEW = 3;
    public static final int MANY = 30;

    private SamePrice() {}

    /** Reads a page of three and a page of thirty of the same list. */
    public static void ofPages(TestDatabase database, IntFunction<Page<?>> page) {
        ofLists(database, size -> page.apply(size).items());
    }

    /** Reads a list of three and a list of thirty. */
    public static void ofLists(TestDatabase database, IntFunction<? extends Collection<?>> list) {
        List<String> few = statements(database, FEW, list);
        List<String> many = statements(database, MANY, list);
        assertThat(many).as("statements for thirty").hasSameSizeAs(few);
    }

    private static List<String> statements(TestDatabase database, int size, IntFunction<? extends Collection<?>> list) {
        AtomicInteger read = new AtomicInteger();
        List<String> sent =
                CountedStatements.of(database, () -> read.set(list.apply(size).size()));
        assertThat(read).as("rows of the page").hasValue(size);
        assertThat(sent).isNotEmpty();
        return sent;
    }
}
