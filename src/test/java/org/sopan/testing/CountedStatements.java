package org.sopan.testing;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.SessionEventManager;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The SQL that an act sends to the database. */
public final class CountedStatements extends SessionEventAdapter {
    private final List<String> sent = new ArrayList<>();

    private CountedStatements() {}

    /** Runs the act in a transaction and tells what it sent. */
    public static List<String> of(TestDatabase database, Runnable act) {
        CountedStatements statements = new CountedStatements();
        // before the transaction: its session hears only who listened when it began
        SessionEventManager events = database.in(
                () -> database.entities().unwrap(ServerSession.class).getEventManager());
        events.addListener(statements);
        try {
            database.run(act);
        } finally {
            events.removeListener(statements);
        }
        return List.copyOf(statements.sent);
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        sent.add(String.valueOf(event.getCall()));
    }
}
