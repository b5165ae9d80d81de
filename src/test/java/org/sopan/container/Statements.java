package org.sopan.container;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.SessionEventManager;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The SQL that requests send to the database; what jobs send meanwhile is not theirs. */
final class Statements extends SessionEventAdapter implements AutoCloseable {
    private final SessionEventManager events;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private Statements(SessionEventManager events) {
        this.events = events;
    }

    static Statements of(EntityManager entities) {
        Statements statements =
                new Statements(entities.unwrap(ServerSession.class).getEventManager());
        statements.events.addListener(statements);
        return statements;
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (Thread.currentThread().getName().startsWith("http-thread-pool")) {
            sent.add(String.valueOf(event.getCall()));
        }
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        events.removeListener(this);
    }
}
