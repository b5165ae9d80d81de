package org.sopan.bench;

import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCache;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCookies;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpDefaults;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jtlWriter;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import us.abstracta.jmeter.javadsl.core.engines.EmbeddedJmeterEngine;
import us.abstracta.jmeter.javadsl.core.listeners.JtlWriter;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup.ThreadGroupChild;
import us.abstracta.jmeter.javadsl.core.threadgroups.DslDefaultThreadGroup;

/** Drives the server with JMeter: each connection is a thread that sends its next request when it has its answer. */
final class Load {
    private static final String JOURNAL = "samples.csv";
    private final Server server;
    private final Path folder;

    Load(Server server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** This often, or a little less, so that all connections do the same number; refuses an unexpected answer. */
    Figures times(Operation operation, int connections, int times) throws Exception {
        ThreadGroupChild[] steps = operation.steps().apply(connections).toArray(ThreadGroupChild[]::new);
        Files.deleteIfExists(folder.resolve(JOURNAL));
        Duration before = server.cpu();
        run(threadGroup(connections, Math.max(1, times / connections), steps));
        Duration cpu = server.cpu().minus(before);
        return Samples.read(folder.resolve(JOURNAL), operation.name()).figures(operation, connections, cpu);
    }

    private void run(DslDefaultThreadGroup connections) throws Exception {
        testPlan(
                        httpDefaults().url(server.url().toString()).resetConnectionsBetweenIterations(false),
                        httpCookies().disable(),
                        httpCache().disable(),
                        connections,
                        journal())
                .runIn(new EmbeddedJmeterEngine().prop("summariser.out", false));
    }

    private JtlWriter journal() throws IOException {
        return jtlWriter(folder.toString(), JOURNAL)
                .withAllFields(false)
                .withFieldNames(true)
                .withTimeStamp(true)
                .withElapsedTime(true)
                .withLabel(true)
                .withResponseCode(true)
                .withSuccess(true);
    }
}
