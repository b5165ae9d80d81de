package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The order of the start. Each room observes the application's initialization with one of these priorities and runs its
 * work as a step, so that a failure names what failed and the launcher can end the process.
 */
@ApplicationScoped
public class Startup {
    public static final int SETTINGS = 100;
    public static final int MIGRATIONS = 200;
    public static final int KEYS = 250;
    public static final int SEEDS = 300;
    public static final int PEOPLE = 400;
    public static final int COURSES = 500;
    public static final int ENROLMENTS = 600;
    public static final int JOBS = 700;
    private static final int LAST = 10_000;
    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    private volatile boolean finished;

    void settings(@Observes @Priority(SETTINGS) @Initialized(ApplicationScoped.class) Object event, Settings settings) {
        step("settings", settings::check);
    }

    void finish(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object event, Settings settings) {
        finished = true;
        System.setProperty("sopan.started", "true");
        LOG.log(Level.INFO, "Sopan is started; people open {0}/", settings.url());
    }

    public boolean isFinished() {
        return finished;
    }

    /** Runs a step of the start; a failure is told to the launcher in one line and ends the deployment. */
    public static void step(String name, Runnable work) {
        try {
            work.run();
        } catch (Settings.Wrong wrong) {
            System.setProperty("sopan.failure", wrong.getMessage());
            throw wrong;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> name + " failed");
            System.setProperty("sopan.failure", name + ": " + rootOf(e));
            throw e;
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return (message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse(""));
    }
}
