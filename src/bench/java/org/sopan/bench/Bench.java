package org.sopan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code mvn -Pbench}: starts the jar a few times, makes its people, warms up, measures one operation after the other,
 * and writes the tables to {@code report.md} in its folder. Ends by itself.
 */
public final class Bench {
    private static final int WARM_UP_CONNECTIONS = 4;
    private static final int A_FEW = 40;
    private final Path jar = Path.of(setting("jar"));
    private final Path courses = Path.of(setting("courses"));
    private final Path folder = Path.of(setting("folder"));
    private final String jvm = setting("jvm");
    private final int starts = Integer.parseInt(setting("starts"));
    private final String only = setting("only");
    private final double seconds = Double.parseDouble(setting("seconds"));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        new Bench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        List<Server> started = new ArrayList<>();
        for (int i = 1; i < starts; i++) {
            Server server = start();
            server.close();
            started.add(server);
        }
        try (Server server = start()) {
            started.add(server);
            String report = measure(server, started);
            Files.writeString(folder.resolve("report.md"), report, StandardCharsets.UTF_8);
            System.out.println(report);
        }
    }

    private Server start() throws IOException, InterruptedException {
        say("starting");
        Server server = Server.start(jar, List.of(jvm.strip().split("\\s+")), courses, folder);
        say("ready after " + server.untilReady().toMillis() + " ms");
        return server;
    }

    private String measure(Server server, List<Server> starts) throws Exception {
        Client client = new Client(server.url());
        People people = new People(server, client);
        People.Enrolled enrolled = people.enrol();
        Learners learners = new Learners(people.accept());
        List<Operation> operations = new Operations(client, learners, people.administrator(), enrolled.cohort())
                .all().stream()
                        .filter(operation -> operation.name().contains(only))
                        .toList();
        say(learners.size() + " learners are in");
        Duration idle = idle(server);
        List<Figures> figures = figures(new Load(server, folder), operations);
        return Report.of(jvm, starts, idle, enrolled, figures, server.memory());
    }

    /** All operations are warmed up before the first is measured, so that none is measured on a younger server. */
    private List<Figures> figures(Load load, List<Operation> operations) throws Exception {
        List<Figures> warm = new ArrayList<>();
        for (Operation operation : operations) {
            Figures first = load.times(operation, WARM_UP_CONNECTIONS, A_FEW);
            warm.add(load.times(operation, WARM_UP_CONNECTIONS, times(first, 10, seconds / 2)));
            say("warm: " + operation.name());
        }
        List<Figures> figures = new ArrayList<>();
        for (Figures before : warm) {
            Operation operation = before.operation();
            for (int connections : operation.connections()) {
                figures.add(load.times(operation, connections, times(before, 2.5, seconds)));
                say(operation.name() + ", " + connections + " connections");
            }
        }
        return figures;
    }

    /** So many that it takes so long; of what cannot be done for ever, at most this part. */
    private static int times(Figures before, double part, double seconds) {
        int most = before.operation().most();
        int times = (int) (before.perSecond() * seconds);
        return most == 0 ? times : Math.min(times, (int) (most / part));
    }

    /** The CPU of one second in which nobody asks for anything. */
    private static Duration idle(Server server) throws InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        Duration before = server.cpu();
        TimeUnit.SECONDS.sleep(4);
        return server.cpu().minus(before).dividedBy(4);
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }

    private static String setting(String name) {
        return java.util.Objects.requireNonNull(System.getProperty("sopan.bench." + name), name);
    }
}
