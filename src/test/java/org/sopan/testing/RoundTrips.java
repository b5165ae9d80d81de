package org.sopan.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;

/** How often the thread at hand has asked a database for something; a batch of statements is one asking. */
public final class RoundTrips {
    private static final ThreadLocal<Integer> MADE = ThreadLocal.withInitial(() -> 0);

    private RoundTrips() {}

    /** What this act alone takes. */
    public static int of(Runnable act) {
        int before = MADE.get();
        act.run();
        return MADE.get() - before;
    }

    static DataSource counted(DataSource source) {
        return watched(DataSource.class, source);
    }

    private static <T> T watched(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().startsWith("execute")) {
                        MADE.set(MADE.get() + 1);
                    }
                    try {
                        Object result = method.invoke(target, given);
                        if (result instanceof Connection connection) {
                            return watched(Connection.class, connection);
                        }
                        if (result instanceof PreparedStatement statement
                                && method.getReturnType().equals(PreparedStatement.class)) {
                            return watched(PreparedStatement.class, statement);
                        }
                        return result instanceof Statement statement
                                        && method.getReturnType().equals(Statement.class)
                                ? watched(Statement.class, statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
