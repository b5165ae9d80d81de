package org.sopan.credential;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** Each step in a transaction of its own, as the container runs them. */
class TransactedPaperWork extends PaperWork {
    private final TestDatabase database;

    TransactedPaperWork(Rooms rooms, Study study) {
        super(
                study.certificates,
                new Papers(rooms.entities),
                new Pictures(rooms.entities),
                study.issueCertificate,
                study.awards,
                rooms.outbox,
                rooms.clock);
        database = rooms.database;
    }

    @Override
    public List<String> due(int passed, int limit) {
        return database.in(() -> super.due(passed, limit));
    }

    @Override
    List<Order> orders(List<String> serials) {
        return database.in(() -> super.orders(serials));
    }

    @Override
    @Nullable
    Order order(String serial) {
        return database.in(() -> super.order(serial));
    }

    @Override
    void failed(String serial, String because) {
        database.run(() -> super.failed(serial, because));
    }

    @Override
    void store(Map<String, byte[]> drawn) {
        database.run(() -> super.store(drawn));
    }
}
