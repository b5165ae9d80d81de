package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.sopan.shared.DomainException;

/**
 * Makes what was committed survive a power cut before anyone is told of it. H2 writes a commit to disk some time later;
 * one {@code CHECKPOINT SYNC}, shared by all who wait, brings it there now. PostgreSQL does so at commit.
 */
@ApplicationScoped
public class Durability {
    private final DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long begun;
    private long finished;
    private boolean running;
    private boolean known;
    private boolean needed;

    @Inject
    public Durability(DataSource source) {
        this.source = source;
    }

    /** Returns when every transaction committed before this call is on disk; 503 when the database is away. */
    public void await() {
        lock.lock();
        try {
            long wanted = begun + 1;
            while (finished < wanted) {
                if (running) {
                    advanced.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        running = true;
        long mine = ++begun;
        lock.unlock();
        boolean written = false;
        try {
            checkpoint();
            written = true;
        } catch (SQLException e) {
            throw new DomainException.Unavailable("database-away", 5);
        } finally {
            lock.lock();
            running = false;
            if (written) {
                finished = mine;
            }
            advanced.signalAll();
        }
    }

    private void checkpoint() throws SQLException {
        if (known && !needed) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            if (!known) {
                needed = "H2".equals(connection.getMetaData().getDatabaseProductName());
                known = true;
            }
            if (needed) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            }
        }
    }
}
